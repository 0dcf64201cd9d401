import type { StockRow } from '../../../views/stock/row.ts';
import type { Choosable } from '../../parts/shapes.ts';
import { m } from '../../words/index.ts';

type Policy = StockRow['policy'];

const words: Readonly<Record<Policy, () => string>> = {
  warn: m.products_policy_warn,
  allow: m.products_policy_allow,
  block: m.products_policy_block,
  uncounted: m.products_not_counted,
};

/** What happens when stock runs short, or that nobody counts it. */
export const policyItem = (policy: Policy) => ({
  name: policy === 'uncounted' ? m.products_counting() : m.products_policy(),
  value: words[policy](),
});

export const policyChoices = (): Choosable<Policy>[] =>
  (['warn', 'allow', 'block'] as const).map((value) => ({ value, label: words[value]() }));
