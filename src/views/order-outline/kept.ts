import { ProductId } from '../../domain/ids.ts';
import {
  lifecycle,
  orders,
  type LineAllocation,
  type MoneySums,
  type OrderState,
} from '../../domain/order/index.ts';
import { minorUnits, TaxRate, UnitPrice, type PricedOrder } from '../../domain/pricing/index.ts';
import { quantity } from '../../domain/quantity.ts';
import type { KeptLine, OutlineRow } from './row.ts';

// What a row does not keep of an order's state comes back blank. No rule that later events touch looks at it, and so the
// rules stand in the domain alone.

const BLANK_LINE = {
  productId: ProductId.parse('00000000-0000-0000-0000-000000000000'),
  name: '-',
  unit: '-',
  unitPrice: UnitPrice.parse(0),
  taxRate: TaxRate.parse(0),
};

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
  const { draft, lifecycle: standing, currency, number = '', total, balance, sums, sentBack } = row;
  if (draft) return draft;
  const lines = (row.lines ?? []).map(unpacked);
  const each = (at: number) => Object.fromEntries(lines.map((line) => [line[0], Number(line[at] ?? 0)]));
  return {
    ...orders.initial,
    terms: { currency, taxMode: 'inclusive', rounding: 'perLine' },
    lines: lines.map(([lineId, ordered]) => ({ ...BLANK_LINE, lineId, quantity: ordered })),
    dates: { promisedOn: row.promisedOn, dueOn: row.dueOn },
    invoiced: row.invoiced,
    dueByInvoice: row.dueByInvoice,
    ...(row.remindedOf !== undefined && { remindedOf: row.remindedOf }),
    agreed: {
      number,
      totals: { ...totalsOfNothing, total: row.agreedTotal ?? total },
      stock: 'tracked',
    },
    cancelled: standing === 'cancelled',
    archived: row.shelf === 'archived',
    tags: row.tags ?? [],
    ...(row.onHold && { hold: { reason: '-', cause: 'person' } }),
    sums: sums ?? paidOnly(total - balance),
    ...(answered(row) && { allocations: lines.map(allocationOf) }),
    prepared: each(4),
    shipped: each(5),
    cancelledItems: each(6),
    ready: each(7),
    delivered: each(8),
    returned: each(9),
    returns: sentBack ?? [],
  };
};

// An order of which nothing is left to ship has no use for the shelves' answer, and one that is off gets another.
const answered = ({ allocation }: OutlineRow): boolean => allocation !== 'none' && allocation !== 'waiting';

const paidOnly = (paid: number): MoneySums => ({ ...orders.initial.sums, payments: minorUnits(paid) });

const sumsKept = ({ sums }: OrderState): Pick<OutlineRow, 'sums'> =>
  sums.credits === 0 && sums.refunds === 0 && sums.cashRounding === 0 ? {} : { sums };

const allocationOf = ([lineId, , reserved = 0, backOrdered = 0]: KeptLine): LineAllocation =>
  reserved === UNCOUNTED
    ? { lineId, reserved: quantity(0), backOrdered: quantity(0), uncounted: true }
    : { lineId, reserved: quantity(reserved), backOrdered: quantity(backOrdered) };

const reservedOf = ({ reserved, uncounted }: LineAllocation): number => (uncounted ? UNCOUNTED : reserved);

/** What a row must keep of this state, because the outline does not say it and later events need it. */
export const keptOf = (
  state: OrderState,
): Pick<OutlineRow, 'draft' | 'lines' | 'sums' | 'sentBack' | 'dueByInvoice' | 'agreedTotal'> => {
  const standing = lifecycle(state);
  if (standing === 'draft' || standing === 'discarded') return { draft: state };
  const allocations = new Map(state.allocations?.map((line) => [line.lineId, line]));
  return {
    ...sumsKept(state),
    ...(state.dueByInvoice && { dueByInvoice: true }),
    ...(state.returns.length > 0 && { sentBack: state.returns }),
    ...(standing === 'cancelled' && state.agreed && { agreedTotal: state.agreed.totals.total }),
    lines: state.lines.map(({ lineId, quantity: ordered }) => {
      const told = allocations.get(lineId);
      const sums = [state.prepared, state.shipped, state.cancelledItems, state.ready, state.delivered];
      const quantities = [...sums, state.returned].map((sum) => sum[lineId] ?? 0);
      const gone = state.shipped[lineId] === ordered;
      return packed([
        lineId,
        ordered,
        ...(gone || !told ? [0, 0] : [reservedOf(told), told.backOrdered]),
        ...quantities,
      ]);
    }),
  };
};

/** Stands for a line that was shipped whole, as most are. */
const WHOLE = -1;

/** Stands for what is reserved of goods that nobody counts. */
const UNCOUNTED = -2;

const packed = ([lineId, ordered, ...more]: KeptLine): KeptLine => {
  const [, , , shipped, ...after] = more;
  if (shipped === ordered && after.every((some) => some === 0)) return [lineId, ordered, WHOLE];
  return [lineId, ordered, ...more.slice(0, more.findLastIndex((some) => some !== 0) + 1)];
};

const unpacked = (line: KeptLine): KeptLine => {
  const [lineId, ordered, first] = line;
  return first === WHOLE ? [lineId, ordered, 0, 0, ordered, ordered] : line;
};
