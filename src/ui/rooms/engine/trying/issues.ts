import { m } from '../../../words/index.ts';

/** What is wrong with a value, by the codes of whoever parses: https://zod.dev/error-customization */
const WHY: Readonly<Record<string, () => string>> = {
  invalid_type: () => m.engine_try_why_type(),
  too_small: () => m.engine_try_why_small(),
  too_big: () => m.engine_try_why_big(),
  invalid_format: () => m.engine_try_why_format(),
  unrecognized_keys: () => m.engine_try_why_unknown(),
};

/** Where a payload is wrong and how, each once, as the values of an `invalid-payload` refusal have it. */
export const issuesIn = (values: Readonly<Record<string, unknown>> = {}): readonly string[] => {
  const { issues } = values;
  if (!Array.isArray(issues)) return [];
  const sentences = (issues as readonly { readonly path: string; readonly code: string }[]).map(
    ({ path, code }) => {
      const why = (WHY[code] ?? m.engine_try_why_other)();
      return path === '' ? why : m.engine_try_issue({ path, why });
    },
  );
  return [...new Set(sentences)];
};
