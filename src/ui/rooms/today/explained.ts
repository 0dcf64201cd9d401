import { OrderList } from '../../../views/order-list/index.ts';
import { Oversold, StockList, type StockRow } from '../../../views/stock/index.ts';
import type { Ask } from '../../explain/ask-then.ts';
import type { ExplainedLine, Explanation } from '../../explain/explanation.ts';
import { m } from '../../words/index.ts';
import { addressOf, askedBy, type Look } from '../orders/filters.ts';
import { goodsHref, listHref } from '../products/addresses.ts';
import { buyerName } from '../../../domain/naming/buyer-name.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';

/** So many stand one by one; the others are one line. */
const MOST = 100;

const counted = (
  lines: readonly ExplainedLine[],
  total: number,
  { others, rule, list }: { readonly others: string; readonly rule: string; readonly list: string },
): Explanation => ({
  measure: { of: 'count' },
  lines:
    total > lines.length ? [...lines, { id: 'others', text: others, amount: total - lines.length }] : lines,
  note: rule,
  more: { href: list, text: m.explain_whole_list() },
});

/** Which orders a count is of: those of the list looked at so, and by what rule they are on it. */
export const explainedOrders = async (
  ask: Ask,
  total: number,
  { look, rule }: { readonly look: Look; readonly rule: string },
): Promise<Explanation> => {
  const { rows } = await ask(OrderList, { ...askedBy(look), limit: MOST });
  const lines = rows.map(({ id, number, customerName: name, customerCompany: company }) => ({
    ...{ id, amount: 1, href: `#${addressOf(look, id)}` },
    text: number === undefined ? m.explain_draft() : m.explain_order({ number }),
    detail: name === undefined ? undefined : buyerName({ name, company }),
  }));
  return counted(lines, total, { others: m.explain_other_orders(), rule, list: `#${addressOf(look)}` });
};

/** Shelves that are counted, each with the rule by which goods lie on it. */
const RULES = {
  oversold: m.explain_rule_oversold,
  'sold-out': m.explain_rule_sold_out,
  low: m.explain_rule_low,
} as const;
export type Short = keyof typeof RULES;

/** Which goods a count is of. */
export const explainedGoods = async (ask: Ask, total: number, shelf: Short): Promise<Explanation> => {
  const { rows }: { readonly rows: readonly StockRow[] } =
    shelf === 'oversold'
      ? await ask(Oversold, { limit: MOST })
      : await ask(StockList, { filter: shelf, limit: MOST });
  const lines = rows.map((row) => ({
    ...{ id: row.productId, text: goodsName(row), amount: 1, href: goodsHref(row, shelf) },
  }));
  const words = { others: m.explain_other_products(), rule: RULES[shelf](), list: listHref(shelf) };
  return counted(lines, total, words);
};
