import type { OrderPage } from '../../../views/order-details/index.ts';
import { sumOf, type ExplainedLine, type Explanation } from '../../explain/explanation.ts';
import { instantInFull } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { discountLines, goodsLines, taxLines, type Goods } from './explained-goods.ts';
import { moneyMoves, type MoneyMove } from './money-moves.ts';
import { sumsOf, type Sum } from './sums.ts';

const activityOf = ({ id }: Pick<OrderPage, 'id'>): string => `#/activity?order=${id}&steps=all`;

const moved = (order: OrderPage, move: MoneyMove, amount: number): ExplainedLine => ({
  ...{ id: move.id, text: move.name, amount, href: activityOf(order) },
  detail: [instantInFull(move.at), ...move.details].join(' · '),
});

/** What was paid and given back; what was made void never was. */
const paid = (order: OrderPage): readonly ExplainedLine[] => {
  const given = new Set(order.credits.map(({ kind, creditId }) => `${kind}-${creditId}`));
  return moneyMoves(order)
    .filter(({ id, voided }) => voided === undefined && !given.has(id))
    .map((move) => moved(order, move, 0 - move.amount));
};

/** What was credited and written off, as far as it counts. */
const credited = (order: OrderPage): readonly ExplainedLine[] => {
  const given = new Set(order.credits.map(({ kind, creditId }) => `${kind}-${creditId}`));
  const lines = moneyMoves(order)
    .filter(({ id }) => given.has(id))
    .map((move) => moved(order, move, move.amount));
  const beyond = order.balance.due - order.totals.total - sumOf(lines);
  return beyond === 0 ? lines : [...lines, { id: 'capped', text: m.explain_capped(), amount: beyond }];
};

const rounded = (order: OrderPage): readonly ExplainedLine[] =>
  order.roundings.map(({ cause, amount }, index) => ({
    ...{ id: `${cause}/${String(index)}`, text: m.explain_rounding(), amount, href: activityOf(order) },
  }));

const steps = (sums: readonly Sum[], sign: 1 | -1 = 1): readonly ExplainedLine[] =>
  sums.map(({ id, name, amount }) => ({ id, text: name, amount: sign * amount }));

/** How each figure of an order's totals comes about, by the id of its `Sum`. */
export const explainedSum = (order: OrderPage, id: string): Explanation => {
  const { currency, agreed, totals, rounding } = order;
  const goods: Goods = { ...order, totals: agreed ?? totals };
  const sums = sumsOf(order);
  const until = sums.findIndex((sum) => sum.id === 'total');
  const money = (lines: readonly ExplainedLine[], note?: string): Explanation => ({
    measure: { of: 'money', currency },
    lines,
    note,
  });
  switch (id) {
    case 'lines':
      return money(goodsLines(goods));
    case 'discount':
      return money(discountLines(goods));
    case 'shipping':
      return money(steps(sums.filter((sum) => sum.id === 'shipping')));
    case 'total': {
      const above = sums.slice(0, until);
      return money(above.length === 0 ? goodsLines(goods) : steps(above));
    }
    case 'cancelled':
      return money([
        { id: 'agreed', text: m.explain_agreed(), amount: 0 - goods.totals.total },
        { id: 'stands', text: m.explain_stands(), amount: totals.total },
      ]);
    case 'credited':
      return money(credited(order));
    case 'rounded':
      return money(rounded(order));
    case 'paid':
      return money(paid(order));
    case 'balance': {
      const from = sums.slice(until).filter(({ id: step, kind }) => kind !== 'part' && step !== 'balance');
      return money(steps(from, order.balance.balance < 0 ? -1 : 1));
    }
    default:
      return money(
        taxLines(goods, Number(id.slice('tax-'.length))),
        rounding === 'perLine' ? m.explain_per_line() : m.explain_per_rate(),
      );
  }
};

/** How an invoice's total comes about, from what it holds. */
export const explainedInvoice = (
  { currency, taxMode }: OrderPage,
  invoice: OrderPage['invoices'][number],
): Explanation => {
  const { lines, totals, shipping } = invoice;
  const goods: Goods = { currency, taxMode, lines, totals, shipping };
  const tax = taxMode === 'exclusive' ? totals.taxByRate.flatMap(({ rate }) => taxLines(goods, rate)) : [];
  const text = (line: ExplainedLine): string => m.explain_tax_of({ name: line.text });
  return {
    measure: { of: 'money', currency },
    lines: [
      ...goodsLines(goods),
      ...discountLines(goods).map((line) => ({ ...line, id: `discount-${line.id}` })),
      ...(totals.shippingTotal === 0
        ? []
        : [{ id: 'fee', text: m.order_sum_shipping(), amount: totals.shippingTotal }]),
      ...tax.map((line) => ({ ...line, id: `tax-${line.id}`, text: text(line) })),
    ],
  };
};

/** What a return brought is worth, item by item. */
export const explainedReturn = (order: OrderPage, one: OrderPage['returns'][number]): Explanation => {
  const names = new Map(order.lines.map((line) => [line.lineId, goodsName(line)]));
  return {
    measure: { of: 'money', currency: order.currency },
    lines: one.credit.lines.map(({ lineId, amount }) => ({
      ...{ id: lineId, text: names.get(lineId) ?? '', amount },
    })),
  };
};
