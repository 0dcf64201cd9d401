import type { OrderPage } from '../../../views/order-details/index.ts';
import { money, percent, quantity, unitPrice } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { linesIn, orderDiscountIn } from '../order/sums.ts';
import type { PaperColumn, PaperRow, PaperSum } from './paper.ts';

/** What an order and its invoice have in common. */
export type Sold = Pick<OrderPage, 'totals' | 'taxMode' | 'currency'> & {
  readonly lines: readonly OrderPage['invoices'][number]['lines'][number][];
};

export const soldColumns = (): readonly PaperColumn[] => [
  { id: 'what', label: m.print_what() },
  { id: 'quantity', label: m.print_quantity(), figures: true },
  { id: 'price', label: m.print_price(), figures: true },
  { id: 'tax', label: m.print_tax(), figures: true },
  { id: 'total', label: m.print_amount(), figures: true },
];

/** What is said under a line with a discount of its own. */
export const lessOf = (discount: number, currency: string): readonly string[] =>
  discount === 0 ? [] : [m.print_less({ amount: money(discount, currency, true) })];

/** Each line as agreed: less its own discount, in the price mode. */
export const soldRows = ({ lines, totals, currency }: Sold): readonly PaperRow[] => {
  const prices = new Map(totals.lines.map((line) => [line.lineId, line]));
  return lines.flatMap((line): PaperRow[] => {
    const price = prices.get(line.lineId);
    if (!price) return [];
    return [
      {
        id: line.lineId,
        cells: {
          what: goodsName(line),
          quantity: quantity(line.quantity, line.unit),
          price: unitPrice(line.unitPrice, currency, true),
          tax: percent(line.taxRate),
          total: money(price.gross - price.discount, currency, true),
        },
        below: [...(line.sku === undefined ? [] : [line.sku]), ...lessOf(price.discount, currency)],
      },
    ];
  });
};

const sum = (id: string, label: string, value: string, strong = false): PaperSum => ({
  ...{ id, label, value },
  ...(strong && { strong }),
});

/** A total and the tax of its rates: on top of what stands above it, or within. */
export const taxedTotal = (
  { taxByRate, total }: Pick<Sold['totals'], 'taxByRate' | 'total'>,
  label: string,
  { taxMode, currency }: Pick<Sold, 'taxMode' | 'currency'>,
): readonly PaperSum[] => {
  const bare = (amount: number): string => money(amount, currency, true);
  const isInclusive = taxMode === 'inclusive';
  const taxes = taxByRate
    .filter(({ gross }) => gross !== 0)
    .map((row) =>
      sum(
        `tax-${String(row.rate)}`,
        isInclusive
          ? m.print_tax_in({ rate: percent(row.rate), net: bare(row.net) })
          : m.print_tax_on({ rate: percent(row.rate), net: bare(row.net) }),
        bare(row.tax),
      ),
    );
  const whole = sum('total', label, money(total, currency), true);
  return isInclusive ? [whole, ...taxes] : [...taxes, whole];
};

/** From the lines to the total: discounts, shipping, tax on top or within. */
export const soldSums = ({ totals, ...terms }: Sold): readonly PaperSum[] => {
  const step = (id: string, label: string, amount: number): PaperSum[] =>
    amount === 0 ? [] : [sum(id, label, money(amount, terms.currency, true))];
  const lines = linesIn(totals);
  return [
    ...(lines === totals.total ? [] : step('lines', m.order_sum_subtotal(), lines)),
    ...step('discount', m.order_sum_discount(), 0 - orderDiscountIn(totals)),
    ...step('shipping', m.order_sum_shipping(), totals.shippingTotal),
    ...taxedTotal(totals, m.order_sum_total(), terms),
  ];
};

/** What was credited, rounded and paid of it, and what is then left. */
export const settledSums = (
  { credits, rounding, paid, balance }: Record<'credits' | 'rounding' | 'paid' | 'balance', number>,
  currency: string,
): readonly PaperSum[] => {
  const step = (id: string, label: string, amount: number): PaperSum[] =>
    amount === 0 ? [] : [sum(id, label, money(amount, currency, true))];
  const left = balance < 0 ? m.order_sum_refund() : m.order_sum_to_pay();
  return [
    ...step('credits', m.order_sum_credited(), 0 - credits),
    ...step('rounding', m.order_sum_rounded(), rounding),
    ...step('paid', m.order_sum_paid(), 0 - paid),
    sum('balance', balance === 0 ? m.print_settled() : left, money(Math.abs(balance), currency), true),
  ];
};
