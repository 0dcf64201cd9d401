import { SalesBehind, type Point } from '../../../views/sales/index.ts';
import type { Ask } from '../../explain/ask-then.ts';
import type { Explanation } from '../../explain/explanation.ts';
import { count } from '../../words/format.ts';
import { m } from '../../words/index.ts';

interface Asked {
  readonly of: Extract<Point['of'], 'sales' | 'taken' | 'orders'>;
  readonly currency: string;
  /** Instants, the last one excluded. */
  readonly from: string;
  readonly until: string;
}

/** The orders behind what was sold, taken or placed in a time, each with what it has in it. */
export const explainedSales = async (ask: Ask, asked: Asked): Promise<Explanation> => {
  const { rows, sum, orders } = await ask(SalesBehind, asked);
  const others = rows.reduce((left, { amount }) => left - amount, sum);
  return {
    measure: asked.of === 'orders' ? { of: 'count' } : { of: 'money', currency: asked.currency },
    lines: [
      ...rows.map(({ orderId, number, amount }) => ({
        ...{ id: orderId, amount, href: `#/orders/${orderId}` },
        text: number === undefined ? m.explain_draft() : m.explain_order({ number }),
      })),
      ...(orders > rows.length ? [{ id: 'others', text: m.explain_other_orders(), amount: others }] : []),
    ],
  };
};

/** The average order: what was sold, by how many orders. */
export const explainedAverage = (
  gross: number,
  orders: number,
  { currency, behind }: { readonly currency: string; readonly behind: (of: Point['of']) => string },
): Explanation => ({
  measure: { of: 'money', currency },
  lines: [{ id: 'sales', text: m.reports_sales(), amount: gross, href: behind('sales') }],
  dividedBy: { by: orders, text: m.explain_average({ orders: count(orders) }) },
});
