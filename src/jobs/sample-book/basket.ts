import {
  CurrencyCode,
  Discount,
  minorUnits,
  priceOrder,
  Quantity,
  TaxRate,
  UnitPrice,
} from '../../domain/pricing/index.ts';
import { catalogue, type SampleProduct } from './catalogue.ts';
import type { Chance } from './chance.ts';
import { sampleId } from './source.ts';

export interface BasketLine {
  readonly lineId: string;
  readonly productId: string;
  /** Thousandths. */
  readonly quantity: number;
  readonly discount?: Discount;
}

export interface Shipping {
  readonly amount: number;
  readonly taxRate: number;
}

const EUROS = 10_000;
/** Without what is refused when short: a sample must not depend on how fast its stock is reserved. */
const everyday = catalogue.filter(({ policy }) => policy === 'warn');

const quantityOf = (chance: Chance, { unit, unitPrice }: SampleProduct, isFirm: boolean): number => {
  if (unitPrice >= 20 * EUROS && unit !== 'kg') return chance.between(1, 2) * 1000;
  if (unitPrice >= 20 * EUROS) return chance.between(1, isFirm ? 6 : 3) * 250;
  if (unit === 'kg') return chance.between(2, isFirm ? 16 : 7) * 500;
  return chance.between(1, isFirm ? 8 : 3) * 1000;
};

/** A few different things; firms take more of each, and now and then there is something off a line. */
export const basketOf = (chance: Chance, key: string, isFirm: boolean): BasketLine[] =>
  chance.some(everyday, chance.between(1, isFirm ? 6 : 5)).map((product) => ({
    lineId: sampleId('line', `${key}:${product.sku}`),
    productId: product.productId,
    quantity: quantityOf(chance, product, isFirm),
    ...(chance.between(1, 14) === 1 ? { discount: Discount.parse({ kind: 'percent', rate: 10_000 }) } : {}),
  }));

/** One line of the thing with this SKU. */
export const lineOf = (key: string, sku: string, pieces: number): BasketLine => ({
  lineId: sampleId('line', `${key}:${sku}`),
  productId: sampleId('product', sku),
  quantity: pieces * 1000,
});

/** What it comes to in cents, under the terms of the sample book. */
export const totalOf = (
  lines: readonly BasketLine[],
  discount: Discount | undefined,
  shipping: Shipping | undefined,
): number => {
  const priced = priceOrder({
    currency: CurrencyCode.parse('EUR'),
    taxMode: 'inclusive',
    rounding: 'perLine',
    lines: lines.map((line) => {
      const product = catalogue.find(({ productId }) => productId === line.productId);
      return {
        lineId: line.lineId,
        quantity: Quantity.parse(line.quantity),
        unitPrice: UnitPrice.parse(product?.unitPrice ?? 0),
        taxRate: TaxRate.parse(product?.taxRate ?? 0),
        discount: line.discount,
      };
    }),
    orderDiscount: discount,
    shipping: shipping && { amount: minorUnits(shipping.amount), taxRate: TaxRate.parse(shipping.taxRate) },
  });
  return priced.ok ? priced.value.total : 0;
};
