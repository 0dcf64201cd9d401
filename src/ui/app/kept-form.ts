const PREFIX = 'counterfoil.form.';

type Field = string | number | boolean | null;

/** What is typed into a form and not in the book yet, through a reload of this tab. */
export const keepForm = (name: string, written: unknown): void => {
  try {
    if (written === undefined) sessionStorage.removeItem(PREFIX + name);
    else sessionStorage.setItem(PREFIX + name, JSON.stringify(written));
  } catch {
    // A browser that keeps nothing: the form is as good as the page is open.
  }
};

/** As it was kept; undefined when nothing was. */
export const keptForm = (name: string): unknown => {
  try {
    return JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null') ?? undefined;
  } catch {
    return undefined;
  }
};

/** The same, of a form that changes something: another tab may have changed it since, then it is kept no longer. */
export const keepFor = (name: string, before: unknown, written: unknown): void => {
  keepForm(name, written === undefined ? undefined : { before: JSON.stringify(before), written });
};

export const keptFor = (name: string, before: unknown): unknown => {
  const kept = keptForm(name) as { readonly before?: unknown; readonly written?: unknown } | undefined;
  return kept?.before === JSON.stringify(before) ? kept.written : undefined;
};

const kindOf = (value: unknown): string => (value === null ? 'number' : typeof value);

/** `fields` with what was kept of them; what is of another kind, from another version, stays as it is. */
export const withKept = <Fields extends Readonly<Record<string, Field>>>(
  fields: Fields,
  kept: unknown,
): Fields => {
  if (typeof kept !== 'object' || kept === null) return fields;
  const fitting = Object.entries(kept).filter(
    ([name, value]) => Object.hasOwn(fields, name) && kindOf(value) === kindOf(fields[name]),
  );
  return { ...fields, ...Object.fromEntries(fitting) };
};
