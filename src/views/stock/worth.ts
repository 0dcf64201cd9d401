import * as z from 'zod/mini';
import {
  CurrencyCode,
  currencyDigits,
  lineGross,
  Quantity,
  type UnitPrice,
} from '../../domain/pricing/index.ts';
import { defineQuery } from '../../kernel/index.ts';
import { eachRow } from '../listing/index.ts';
import type { StockRow, StockTables } from './row.ts';

/** What lies on the shelf of one product, and what that is worth. */
export interface StockWorthRow extends Pick<
  StockRow,
  'productId' | 'name' | 'variant' | 'ofProduct' | 'sku' | 'unit' | 'onHand' | 'reserved' | 'available'
> {
  /** Ten-thousandths of a major unit: what one of it is sold for, by the catalogue. */
  readonly unitPrice: UnitPrice;
  /** onHand × unitPrice in minor units; below zero where less than nothing lies there. */
  readonly worth: number;
}

export interface ShelfWorth {
  readonly worth: number;
  readonly products: number;
  /** What is worth most first. */
  readonly rows: readonly StockWorthRow[];
}

const SHELVES = ['active', 'archived'] as const;

/**
 * What the shelves are worth at the prices of the catalogue, product by product and rounded there: what the goods are sold
 * for, in the book's price mode, not what they were bought for, which nobody writes down. Goods put away count as long as
 * some lies there; what nobody counts does not.
 */
export const StockWorth = defineQuery<StockTables>()({
  name: 'StockWorth',
  view: 'stock',
  permission: 'report.see',
  params: z.object({ currency: CurrencyCode }),
  run: async ({ levels }, { currency }): Promise<ShelfWorth> => {
    const digits = currencyDigits(currency);
    const rows: StockWorthRow[] = [];
    const take = (row: StockRow): void => {
      const { productId, name, variant, ofProduct, sku, unit, onHand, reserved, available, unitPrice } = row;
      if (row.policy === 'uncounted' || onHand === 0 || unitPrice === undefined) return;
      rows.push({
        ...{ productId, name, unit, onHand, reserved, available, unitPrice },
        ...(variant !== undefined && { variant }),
        ...(ofProduct && { ofProduct }),
        ...(sku !== undefined && { sku }),
        worth: Math.sign(onHand) * Number(lineGross(Quantity.parse(Math.abs(onHand)), unitPrice, digits)),
      });
    };
    for (const shelf of SHELVES)
      await eachRow(levels, { index: 'shelf+sort', prefix: [shelf] }, ({ sort }) => sort, take);
    rows.sort((one, other) => other.worth - one.worth);
    return { worth: rows.reduce((sum, { worth }) => sum + worth, 0), products: rows.length, rows };
  },
});
