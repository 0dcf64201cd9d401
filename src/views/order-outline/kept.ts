import { LineId, ProductId } from '../../domain/ids.ts';
import {
  lifecycle,
  orders,
  progress,
  type LineAllocation,
  type MoneySums,
  type OrderState,
} from '../../domain/order/index.ts';
import { minorUnits, TaxRate, UnitPrice, type PricedOrder } from '../../domain/pricing/index.ts';
import { quantity } from '../../domain/quantity.ts';
import type { KeptLine, OutlineRow } from './row.ts';

// What a row does not keep of an order's state comes back blank. No rule that later events touch looks at it, and so the
// rules stand in the domain alone.

const NIL = '00000000-0000-0000-0000-000000000000';
const BLANK_LINE = {
  productId: ProductId.parse(NIL),
  name: '-',
  unit: '-',
  unitPrice: UnitPrice.parse(0),
  taxRate: TaxRate.parse(0),
};
/** The lines of an order of which nothing is left to ship, as one. */
const SHIPPED: readonly KeptLine[] = [[LineId.parse(NIL), quantity(1), 0, 0, 1, 1]];

const nothing = minorUnits(0);
const totalsOfNothing: PricedOrder = {
  lines: [],
  shipping: { net: nothing, tax: nothing, total: nothing },
  taxByRate: [],
  subtotal: nothing,
  discountTotal: nothing,
  shippingTotal: nothing,
  taxTotal: nothing,
  total: nothing,
};

/** The order's state as far as a row keeps it. */
export const stateOf = (row: OutlineRow): OrderState => {
  const { draft, lifecycle: standing, currency, number = '', total, balance, sums } = row;
  if (draft) return draft;
  const lines = row.lines ?? (standing === 'open' ? SHIPPED : []);
  return {
    ...orders.initial,
    terms: { currency, taxMode: 'inclusive', rounding: 'perLine' },
    lines: lines.map(([lineId, ordered]) => ({ ...BLANK_LINE, lineId, quantity: ordered })),
    agreed: { number, totals: { ...totalsOfNothing, total }, stock: stockOf(row) },
    cancelled: standing === 'cancelled',
    ...(row.onHold && { hold: { reason: '-', cause: 'person' } }),
    sums: sums ?? paidOnly(total - balance),
    ...(answered(row) && { allocations: lines.map(allocationOf) }),
    prepared: Object.fromEntries(lines.map(([lineId, , , , prepared = 0]) => [lineId, prepared])),
    shipped: Object.fromEntries(lines.map(([lineId, , , , , shipped = 0]) => [lineId, shipped])),
  };
};

// While something is left to ship, `none` and `waiting` each have one cause; afterwards neither matters.
const stockOf = ({ allocation }: OutlineRow) => (allocation === 'none' ? 'settled' : 'tracked');
const answered = ({ allocation }: OutlineRow): boolean => allocation !== 'none' && allocation !== 'waiting';

const paidOnly = (paid: number): MoneySums => ({ ...orders.initial.sums, payments: minorUnits(paid) });

const sumsKept = ({ sums }: OrderState): Pick<OutlineRow, 'sums'> =>
  sums.credits === 0 && sums.refunds === 0 && sums.cashRounding === 0 ? {} : { sums };

const allocationOf = ([lineId, , reserved = 0, backOrdered = 0]: KeptLine): LineAllocation => ({
  lineId,
  reserved: quantity(reserved),
  backOrdered: quantity(backOrdered),
});

/** What a row must keep of this state, because the outline does not say it and later events need it. */
export const keptOf = (state: OrderState): Pick<OutlineRow, 'draft' | 'lines' | 'sums'> => {
  const standing = lifecycle(state);
  if (standing === 'draft') return { draft: state };
  const sums = sumsKept(state);
  if (standing !== 'open' || progress(state).every(({ left }) => left === 0)) return sums;
  const allocations = new Map(state.allocations?.map((line) => [line.lineId, line]));
  return {
    ...sums,
    lines: state.lines.map(({ lineId, quantity: ordered }) => {
      const { reserved = 0, backOrdered = 0 } = allocations.get(lineId) ?? {};
      const prepared = state.prepared[lineId] ?? 0;
      const shipped = state.shipped[lineId] ?? 0;
      return withoutZeros([lineId, ordered, reserved, backOrdered, prepared, shipped]);
    }),
  };
};

const withoutZeros = ([lineId, ordered, ...more]: KeptLine): KeptLine => [
  lineId,
  ordered,
  ...more.slice(0, more.findLastIndex((quantity) => quantity > 0) + 1),
];
