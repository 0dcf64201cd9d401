import { spread } from './allocate.ts';
import { currencyDigits, type CurrencyCode } from './currency.ts';
import { discountOn, type Discount } from './discount.ts';
import { lineGross } from './line.ts';
import type { Quantity, TaxRate, UnitPrice } from './measures.ts';
import { isExact, minorUnits, type MinorUnits } from './money.ts';
import { done, refused, type Outcome } from './outcome.ts';
import type { PricedOrder } from './priced-order.ts';
import { sumByRate, taxEach, type TaxMode, type TaxRounding, type Taxed } from './tax.ts';

export interface LineToPrice {
  readonly lineId: string;
  /** The quantity that counts: usually the active one. 0 prices to 0. */
  readonly quantity: Quantity;
  readonly unitPrice: UnitPrice;
  readonly taxRate: TaxRate;
  readonly discount?: Discount | undefined;
}

export interface OrderToPrice {
  readonly currency: CurrencyCode;
  readonly taxMode: TaxMode;
  readonly rounding: TaxRounding;
  readonly lines: readonly LineToPrice[];
  readonly orderDiscount?: Discount | undefined;
  /** `amount` ≥ 0, in the price mode. */
  readonly shipping?: { readonly amount: MinorUnits; readonly taxRate: TaxRate } | undefined;
  /**
   * An amount larger than what it is taken off is `refuse`d (the default: while someone enters it) or `cap`ped
   * (afterwards: cancelling part of an order may leave less than its discount, and that fact has a price too).
   */
  readonly excessDiscount?: 'refuse' | 'cap' | undefined;
}

export type PricingRefusal =
  | {
      readonly code: 'line-discount-exceeds-line';
      readonly lineId: string;
      readonly discount: MinorUnits;
      readonly gross: MinorUnits;
    }
  /** `available`: what the lines come to after their own discounts. */
  | {
      readonly code: 'order-discount-exceeds-subtotal';
      readonly discount: MinorUnits;
      readonly available: MinorUnits;
    }
  /** Some total would not fit a safe integer. */
  | { readonly code: 'amount-too-large' };

interface DiscountedLine {
  readonly line: LineToPrice;
  readonly gross: bigint;
  readonly discount: bigint;
}

const sum = <Item>(items: readonly Item[], amount: (item: Item) => bigint): bigint =>
  items.reduce((total, item) => total + amount(item), 0n);

const afterOwnDiscount = ({ gross, discount }: DiscountedLine): bigint => gross - discount;

function discountLines(order: OrderToPrice): Outcome<DiscountedLine[], PricingRefusal> {
  const digits = currencyDigits(order.currency);
  const priced: DiscountedLine[] = [];
  for (const line of order.lines) {
    const gross = lineGross(line.quantity, line.unitPrice, digits);
    const discount = discountOn(gross, line.discount);
    if (discount <= gross) priced.push({ line, gross, discount });
    else if (order.excessDiscount === 'cap') priced.push({ line, gross, discount: gross });
    else {
      const values = { discount: minorUnits(discount), gross: minorUnits(gross) };
      return refused({ code: 'line-discount-exceeds-line', lineId: line.lineId, ...values });
    }
  }
  return done(priced);
}

/** The order discount's share per line; the shares add up to it exactly. */
function spreadOrderDiscount(
  order: OrderToPrice,
  lines: DiscountedLine[],
): Outcome<bigint[], PricingRefusal> {
  const available = sum(lines, afterOwnDiscount);
  const discount = discountOn(available, order.orderDiscount);
  if (discount > available && order.excessDiscount !== 'cap') {
    const values = { discount: minorUnits(discount), available: minorUnits(available) };
    return refused({ code: 'order-discount-exceeds-subtotal', ...values });
  }
  return done(spread(discount > available ? available : discount, lines.map(afterOwnDiscount)));
}

function shown({ net, tax, gross }: Taxed): { net: MinorUnits; tax: MinorUnits; total: MinorUnits } {
  return { net: minorUnits(net), tax: minorUnits(tax), total: minorUnits(gross) };
}

/**
 * Prices an order; the fields are defined in `priced-order.ts`. Same input, same output: no clock, locale or float.
 * Refuses, by name, a discount larger than what it is taken off, and amounts too large to be exact.
 */
export function priceOrder(order: OrderToPrice): Outcome<PricedOrder, PricingRefusal> {
  const discounted = discountLines(order);
  if (!discounted.ok) return discounted;
  const shares = spreadOrderDiscount(order, discounted.value);
  if (!shares.ok) return shares;

  const lines = discounted.value.map((line, index) => ({ ...line, share: shares.value[index] ?? 0n }));
  const fee = BigInt(order.shipping?.amount ?? 0);
  const entries = lines.map(({ line, gross, discount, share }) => ({
    amount: gross - discount - share,
    taxRate: line.taxRate,
  }));
  // Shipping joins its rate's group last, so that the tax table is exact by rate; it is shown apart all the same.
  if (order.shipping) entries.push({ amount: fee, taxRate: order.shipping.taxRate });
  const taxed = taxEach(entries, order.taxMode, order.rounding);

  const subtotal = sum(lines, (line) => line.gross);
  const total = sum(taxed, (entry) => entry.gross);
  // Nothing is negative, so no other amount of the order is larger than these two.
  if (!isExact(subtotal) || !isExact(total)) return refused({ code: 'amount-too-large' });

  const nothing: Taxed = { net: 0n, tax: 0n, gross: 0n };
  return done({
    lines: lines.map(({ line, gross, discount, share }, index) => ({
      lineId: line.lineId,
      gross: minorUnits(gross),
      discount: minorUnits(discount),
      orderDiscountShare: minorUnits(share),
      ...shown(taxed[index] ?? nothing),
    })),
    shipping: shown(taxed[lines.length] ?? nothing),
    taxByRate: sumByRate(entries, taxed).map(({ rate, net, tax, gross }) => ({
      rate,
      net: minorUnits(net),
      tax: minorUnits(tax),
      gross: minorUnits(gross),
    })),
    subtotal: minorUnits(subtotal),
    discountTotal: minorUnits(sum(lines, (line) => line.discount + line.share)),
    shippingTotal: minorUnits(fee),
    taxTotal: minorUnits(sum(taxed, (entry) => entry.tax)),
    total: minorUnits(total),
  });
}
