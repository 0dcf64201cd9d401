import {
  minorUnits,
  priceOrder,
  Quantity,
  UnitPrice,
  type CurrencyCode,
  type LineToPrice,
  type PricedOrder,
  type PricingRefusal,
  type TaxMode,
  type TaxRate,
  type TaxRounding,
} from '../../../domain/pricing/index.ts';
import type { TypedLine, TypedOrder } from './typed-order.ts';

/** What an order takes over from the book, and the rates it begins with. */
export interface Terms {
  readonly currency: CurrencyCode;
  readonly taxMode: TaxMode;
  readonly rounding: TaxRounding;
  readonly shippingRate: TaxRate;
  /** The rate that a new product begins with. */
  readonly productRate: TaxRate;
}

export interface Priced {
  readonly totals: PricedOrder;
  readonly refusal?: PricingRefusal;
}

/** What a line's figures still lack before the book would take them. */
export type LineProblem = 'quantity-needed' | 'price-needed' | 'discount-exceeds-line';

type PricedLine = LineToPrice & { readonly quantity: Quantity };

const readable = (line: TypedLine): PricedLine | undefined => {
  const quantity = Quantity.safeParse(line.quantity);
  const unitPrice = UnitPrice.safeParse(line.unitPrice);
  if (!quantity.success || !unitPrice.success) return undefined;
  const { lineId, taxRate, discount } = line;
  return { lineId, taxRate, discount, quantity: quantity.data, unitPrice: unitPrice.data };
};

const toPrice = (order: TypedOrder, terms: Terms) => ({
  currency: terms.currency,
  taxMode: terms.taxMode,
  rounding: terms.rounding,
  lines: order.lines.flatMap((line) => readable(line) ?? []),
  orderDiscount: order.discount,
  ...(order.shipping !== null && {
    shipping: { amount: minorUnits(order.shipping), taxRate: terms.shippingRate },
  }),
});

const nothing = (terms: Terms): PricedOrder => {
  const priced = priceOrder({ ...toPrice({ lines: [], shipping: null, dates: {}, notes: [] }, terms) });
  if (!priced.ok) throw new RangeError('an order without lines has a price');
  return priced.value;
};

/**
 * What the form comes to, line by line and in all. Lines that can't be read yet are left out; a discount that is too large
 * takes its line or the order to zero and is named, so that the totals stay while it is being typed.
 */
export const priceTyped = (order: TypedOrder, terms: Terms): Priced => {
  const asked = toPrice(order, terms);
  const exact = priceOrder(asked);
  if (exact.ok) return { totals: exact.value };
  const capped = priceOrder({ ...asked, excessDiscount: 'cap' });
  return { totals: capped.ok ? capped.value : nothing(terms), refusal: exact.error };
};

/** What keeps a line from being written, if anything does. */
export const problemOf = (line: TypedLine, currency: CurrencyCode): LineProblem | undefined => {
  if (line.quantity === null || line.quantity <= 0) return 'quantity-needed';
  if (line.unitPrice === null) return 'price-needed';
  const priced = readable({ ...line, discount: undefined });
  if (!priced || line.discount?.kind !== 'amount') return undefined;
  const alone = priceOrder({
    currency,
    taxMode: 'inclusive',
    rounding: 'perLine',
    lines: [{ ...priced, discount: line.discount }],
  });
  return alone.ok ? undefined : 'discount-exceeds-line';
};
