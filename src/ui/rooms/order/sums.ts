import type { OrderPage } from '../../../views/order-details/index.ts';
import { percent } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** One step of the way from the lines to what is still to be paid; amounts in minor units, as printed. */
export interface Sum {
  readonly id: string;
  readonly name: string;
  readonly amount: number;
  /** `part`: already within the total; `result`: what the steps above it come to. */
  readonly kind: 'step' | 'part' | 'result';
}

type Totals = OrderPage['totals'];
type Summed = Pick<OrderPage, 'totals' | 'agreed' | 'taxMode' | 'balance' | 'lifecycle'>;

/** What the lines come to as each is printed: less its own discount, in the price mode. */
export const linesIn = ({ lines }: Totals): number =>
  lines.reduce((sum, line) => sum + line.gross - line.discount, 0);

/** What was taken off the order as a whole. */
export const orderDiscountIn = ({ lines }: Totals): number =>
  lines.reduce((sum, line) => sum + line.orderDiscountShare, 0);

/** Steps that add up, each to the next result: subtotal … total, then paid … to pay. */
export const sumsOf = ({ totals: standing, agreed, taxMode, balance, lifecycle }: Summed): readonly Sum[] => {
  // A cancelled order comes to nothing: what was agreed is shown, and taken back whole.
  const totals = agreed ?? standing;
  const taxes = totals.taxByRate.filter((row) => row.tax !== 0);
  const lines = linesIn(totals);
  const step = (id: string, name: string, amount: number): Sum[] =>
    amount === 0 ? [] : [{ id, name, amount, kind: 'step' }];
  const between = [
    ...step('discount', m.order_sum_discount(), 0 - orderDiscountIn(totals)),
    ...step('shipping', m.order_sum_shipping(), totals.shippingTotal),
    ...(taxMode === 'exclusive'
      ? taxes.flatMap((row) =>
          step(`tax-${String(row.rate)}`, m.order_sum_tax({ rate: percent(row.rate) }), row.tax),
        )
      : []),
  ];
  return [
    // What is taken off may be just what is put on: the lines then come to the total, and are said all the same.
    ...(between.length === 0 ? [] : step('lines', m.order_sum_subtotal(), lines)),
    ...between,
    { id: 'total', name: m.order_sum_total(), amount: totals.total, kind: 'result' },
    ...(taxMode === 'inclusive'
      ? taxes.map((row): Sum => {
          const name = m.order_sum_tax_in({ rate: percent(row.rate) });
          return { id: `tax-${String(row.rate)}`, name, amount: row.tax, kind: 'part' };
        })
      : []),
    ...(lifecycle === 'discarded'
      ? []
      : step('cancelled', m.order_sum_cancelled(), standing.total - totals.total)),
    ...step('credited', m.order_sum_credited(), balance.due - standing.total),
    ...step('rounded', m.order_sum_rounded(), balance.balance - balance.due + balance.net),
    ...step('paid', m.order_sum_paid(), 0 - balance.net),
    ...(lifecycle === 'draft' || lifecycle === 'discarded' ? [] : [owed(balance.balance)]),
  ];
};

const owed = (balance: number): Sum => {
  if (balance > 0) return { id: 'balance', name: m.order_sum_to_pay(), amount: balance, kind: 'result' };
  if (balance < 0) return { id: 'balance', name: m.order_sum_refund(), amount: -balance, kind: 'result' };
  return { id: 'balance', name: m.order_sum_settled(), amount: 0, kind: 'result' };
};
