import { minorUnits, RATE_DECIMALS, TaxRate, type CurrencyCode } from '../../../domain/pricing/index.ts';
import { pricedOf } from './order-entry.ts';
import type { LineRecord, OrderHead } from './order-record.ts';

/** What a shop charged for an order, in minor units. */
export interface Charged {
  /** Goods after every discount, in the shop's tax mode. */
  readonly goods: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
}

/** With the tax in its prices, or on top: whichever comes nearer to the total. Without any tax it makes no difference, and nothing is said. */
export const taxModeOf = ({
  goods,
  shipping,
  tax,
  total,
}: Charged): 'inclusive' | 'exclusive' | undefined => {
  if (tax === 0) return undefined;
  const net = goods + shipping;
  return Math.abs(total - net) <= Math.abs(total - net - tax) ? 'inclusive' : 'exclusive';
};

/** `DE VAT 19%` → 19000; several taxes of an order add up. Undefined when a name does not say it. */
export const rateIn = (names: readonly string[]): number | undefined => {
  let sum = 0;
  for (const name of names) {
    const [, whole = '', fraction = ''] = /(\d{1,2})(?:[.,](\d{1,3}))?\s*%/.exec(name) ?? [];
    if (whole === '') return undefined;
    sum += Number(whole + fraction.padEnd(RATE_DECIMALS, '0'));
  }
  return names.length === 0 ? undefined : sum;
};

/** The rate that makes this tax of that base, in thousandths of a percent: as near as cents tell. */
export const rateFrom = (tax: number, base: number, mode: 'inclusive' | 'exclusive' | undefined): number => {
  const net = mode === 'inclusive' ? base - tax : base;
  const rate = net <= 0 ? 0 : Math.round((tax * 100_000) / net);
  return TaxRate.safeParse(rate).success ? rate : 0;
};

/** Shipping is taxed where that comes nearer to the tax that was charged. */
export const shippingRate = (
  currency: CurrencyCode,
  head: OrderHead,
  lines: readonly LineRecord[],
  tax: number,
): number => {
  const off = (shippingTaxRate: number): number => {
    const record = { system: '', reference: '', row: 0, lines, head: { ...head, shippingTaxRate } };
    return Math.abs((pricedOf(currency, record)?.taxTotal ?? minorUnits(0)) - tax);
  };
  return off(head.taxRate) < off(0) ? head.taxRate : 0;
};
