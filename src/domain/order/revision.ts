import { ok, type Rejection, type Result } from '../../kernel/index.ts';
import type { CustomerState } from '../customer/index.ts';
import type { LineId, ProductId } from '../ids.ts';
import { priceOrder, type MinorUnits, type PricedOrder, type TaxRate } from '../pricing/index.ts';
import { same } from '../same.ts';
import { orNothing, type Changes } from './changes.ts';
import { orderingCustomer } from './customer.ts';
import { of } from './goods.ts';
import type { Catalogue } from './line.ts';
import { stockItemOf, type Agreement, type OrderCustomer, type Shipping } from './parts.ts';
import { noLines, refusedPrice } from './refusals.ts';
import { revisedLines } from './revised-lines.ts';
import type { OrderState } from './state.ts';
import { activeLines } from './status.ts';
import { toPrice, totalsOf } from './totals.ts';
import type { OrderId } from '../ids.ts';

/** What a revision looks at beside the order: products of added lines, the customer it names, the book's tax rate. */
export interface RevisionWorld {
  readonly catalogue: Catalogue;
  readonly customer?: CustomerState | undefined;
  /** Of a shipping fee where there was none. */
  readonly shippingRate: TaxRate;
}

/** Thousandths that count, and what they come to in minor units. */
interface LineFigures {
  readonly quantity: number;
  readonly total: MinorUnits;
}

/** What an open order would be, and what would change by it: the same code that decides a revision. */
export interface RevisionPreview {
  readonly changed: boolean;
  readonly before: Agreement;
  readonly after: Agreement;
  /** Lines before or after; `before` is absent for an added one, `after` for a removed one. */
  readonly lines: readonly {
    readonly lineId: LineId;
    readonly name: string;
    readonly unit: string;
    readonly before?: LineFigures;
    readonly after?: LineFigures;
  }[];
  readonly total: { readonly before: MinorUnits; readonly after: MinorUnits; readonly delta: number };
  /** What the shelves are to keep more (or less) of. */
  readonly stock: readonly {
    readonly productId: ProductId;
    readonly name: string;
    readonly unit: string;
    readonly delta: number;
  }[];
}

const agreementOf = (state: OrderState, totals: PricedOrder): Agreement => ({
  customer: state.customer,
  lines: [...state.lines],
  discount: state.discount,
  shipping: state.shipping,
  promisedOn: state.dates.promisedOn,
  dueOn: state.dates.dueOn,
  totals,
});

const customerAfter = (
  present: OrderCustomer | undefined,
  { customerId }: Changes,
  { customer }: RevisionWorld,
): Result<OrderCustomer | undefined, Rejection> => {
  if (customerId === undefined) return ok(present);
  if (customerId === 'none' || !customer) return ok(undefined);
  return orderingCustomer(customerId, customer);
};

const shippingAfter = (
  present: Shipping | undefined,
  { shipping }: Changes,
  { shippingRate }: RevisionWorld,
): Shipping | undefined => {
  if (shipping === undefined || shipping === 'none') return shipping ? undefined : present;
  return { amount: shipping.amount, taxRate: shipping.taxRate ?? present?.taxRate ?? shippingRate };
};

/** What was cancelled may have left less than a discount: that is capped, as it was then. */
const priced = (state: OrderState) =>
  priceOrder({
    ...toPrice(state),
    ...(Object.keys(state.cancelledItems).length > 0 && { excessDiscount: 'cap' as const }),
  });

const figuresOf = (state: OrderState, totals: PricedOrder) => {
  const prices = new Map(totals.lines.map((line) => [line.lineId, line.total]));
  return new Map(
    activeLines(state).flatMap(({ lineId, quantity }) => {
      const total = prices.get(lineId);
      return total === undefined ? [] : [[lineId, { quantity, total }] as const];
    }),
  );
};

const compared = (before: OrderState, beforeTotals: PricedOrder, after: OrderState, totals: PricedOrder) => {
  const [old, now] = [figuresOf(before, beforeTotals), figuresOf(after, totals)];
  const added = after.lines.filter((line) => !old.has(line.lineId));
  return [...before.lines, ...added].map((line) => {
    const [was, is] = [old.get(line.lineId), now.get(line.lineId)];
    const { lineId, name, unit } = line;
    return {
      ...{ lineId, name, unit, stockItem: stockItemOf(line) },
      ...(was && { before: was }),
      ...(is && { after: is }),
    };
  });
};

const stockEffects = (lines: ReturnType<typeof compared>): RevisionPreview['stock'] => {
  const effects = new Map<ProductId, RevisionPreview['stock'][number]>();
  for (const { stockItem, name, unit, before, after } of lines) {
    const delta = (effects.get(stockItem)?.delta ?? 0) + (after?.quantity ?? 0) - (before?.quantity ?? 0);
    effects.set(stockItem, { productId: stockItem, name, unit, delta });
  }
  return [...effects.values()].filter(({ delta }) => delta !== 0);
};

/** Refused as the revision would be; the order is open and its base revision current. */
export const previewRevision = (
  orderId: OrderId,
  state: OrderState,
  changes: Changes,
  world: RevisionWorld,
): Result<RevisionPreview, Rejection> => {
  const lines = revisedLines(state, changes.lines ?? [], world.catalogue);
  if (!lines.ok) return lines;
  if (lines.value.length === 0) return noLines(orderId);
  const customer = customerAfter(state.customer, changes, world);
  if (!customer.ok) return customer;
  const revised: OrderState = {
    ...state,
    lines: lines.value,
    customer: customer.value,
    discount: orNothing(changes.discount, state.discount),
    shipping: shippingAfter(state.shipping, changes, world),
    dates: changes.dates ? { ...changes.dates, placedOn: state.dates.placedOn } : state.dates,
    cancelledItems: of(state.cancelledItems, lines.value),
  };
  const price = priced(revised);
  if (!price.ok) return refusedPrice(price.error, revised);
  const [was, is] = [totalsOf(state), price.value];
  const [before, after] = [agreementOf(state, was), agreementOf(revised, is)];
  const figures = compared(state, was, revised, is);
  return ok({
    changed: !same({ ...before, totals: undefined }, { ...after, totals: undefined }),
    before,
    after,
    lines: figures.map(({ stockItem: _, ...line }) => line),
    total: { before: was.total, after: is.total, delta: is.total - was.total },
    stock: stockEffects(figures),
  });
};
