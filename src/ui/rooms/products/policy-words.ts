import type { StockRow } from '../../../views/stock/row.ts';
import type { Choosable } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

type Policy = StockRow['policy'];

const words: Readonly<Record<Policy, () => string>> = {
  warn: m.products_policy_warn,
  allow: m.products_policy_allow,
  block: m.products_policy_block,
};

/** What happens when stock runs short. */
export const policyWords = (policy: Policy): string => words[policy]();

export const policyChoices = (): Choosable<Policy>[] =>
  (['warn', 'allow', 'block'] as const).map((value) => ({ value, label: policyWords(value) }));
