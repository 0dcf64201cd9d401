import {
  Discount,
  priceOrder,
  Quantity,
  QUANTITY_DECIMALS,
  RATE_DECIMALS,
  TaxRate,
  UNIT_PRICE_DECIMALS,
  UnitPrice,
  type CurrencyCode,
} from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import { problem, quoted } from '../../problem.ts';
import type { Entry } from '../format.ts';
import { keyOf } from '../singles.ts';
import { idOf } from './source.ts';

/** A row of an order: what was sold of one product. */
export interface Line {
  readonly row: number;
  readonly product: string;
  readonly productId: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** Thousandths of a percent; 0 for none. */
  readonly discount: number;
}

/** 0.15 stands for 15 %: as a fraction it has two decimals more than as a percentage. */
const FRACTION_DECIMALS = RATE_DECIMALS + 2;
const WHOLE = 10 ** FRACTION_DECIMALS;

export const lineOf = (cells: Cells, productIds: Map<string, string>): Line => {
  const product = keyOf(cells, 'ProductID');
  const productId = productIds.get(product) ?? idOf('product', product);
  productIds.set(product, productId);
  const unitPrice = cells.decimal('UnitPrice', UNIT_PRICE_DECIMALS);
  const quantity = cells.decimal('Quantity', QUANTITY_DECIMALS);
  const discount = cells.decimal('Discount', FRACTION_DECIMALS, WHOLE);
  if (quantity === 0 && cells.problems.length === 0) {
    const values = { column: 'Quantity', found: quoted(cells.text('Quantity')), reason: 'zero' };
    cells.problems.push(problem(cells.line, 'bad-number', 'The quantity must be more than zero.', values));
  }
  return { row: cells.line, product, productId, quantity, unitPrice, discount };
};

const discountOf = ({ discount }: Line) =>
  discount === 0 ? {} : { discount: { kind: 'percent' as const, rate: discount } };

/** The lines as `ImportOrder` takes them. Northwind knows no taxes. */
export const importLines = (order: string, lines: readonly Line[]) =>
  lines.map((line) => ({
    lineId: idOf('line', `${order}:${line.product}`),
    productId: line.productId,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    taxRate: 0,
    ...discountOf(line),
  }));

/** What the goods come to, each line rounded to the minor unit. Without tax the tax mode makes no difference. */
export const worthOf = (currency: CurrencyCode, lines: readonly Line[]): ReturnType<Entry['worth']> => {
  const priced = priceOrder({
    currency,
    taxMode: 'inclusive',
    rounding: 'perLine',
    lines: lines.map((line) => ({
      lineId: line.product,
      quantity: Quantity.parse(line.quantity),
      unitPrice: UnitPrice.parse(line.unitPrice),
      taxRate: TaxRate.parse(0),
      discount: line.discount === 0 ? undefined : Discount.parse({ kind: 'percent', rate: line.discount }),
    })),
  });
  return priced.ok ? { gross: priced.value.subtotal, net: priced.value.total } : undefined;
};
