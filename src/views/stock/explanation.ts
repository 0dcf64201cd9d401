import * as z from 'zod/mini';
import { defineQuery, type ReadTables } from '../../kernel/index.ts';
import { page, paging } from '../listing/index.ts';
import { numbersOf } from './ledger.ts';
import type { CausesRow, ClaimRow, StockRow, StockTables } from './row.ts';

const view = 'stock';
const permission = 'stock.see';
const MOST_ORDERS = 200;

/** An order that has something of a product, by the number people know. */
export interface OrderClaim extends Omit<ClaimRow, 'key'> {
  readonly number?: string;
}

/**
 * Why so much is available, in thousandths: received + returned + adjusted + counted − shipped = onHand, and
 * onHand − reserved − unavailable − buffer = available.
 */
export interface Explanation
  extends
    Pick<StockRow, 'onHand' | 'reserved' | 'backOrdered' | 'unavailable' | 'buffer' | 'available' | 'unit'>,
    CausesRow {
  /** Who it is kept for, and who waits; the first 200. */
  readonly orders: readonly OrderClaim[];
}

const nothing = { received: 0, returned: 0, adjusted: 0, counted: 0, shipped: 0 };

const claimsOn = async (
  tables: ReadTables<StockTables>,
  productId: string,
): Promise<readonly OrderClaim[]> => {
  const range = { from: `${productId}/`, to: `${productId}/~`, limit: MOST_ORDERS };
  const found = await tables.claims.range(range);
  const numbers = await numbersOf(tables, found);
  return found
    .map(({ key: _, ...claim }) => {
      const number = numbers.get(claim.orderId);
      return { ...claim, ...(number !== undefined && { number }) };
    })
    .toSorted((one, other) => ((one.number ?? '') < (other.number ?? '') ? -1 : 1));
};

/** Where a product's stock came from and went, and for whom it is kept; undefined for a product that nobody knows. */
export const StockExplanation = defineQuery<StockTables>()({
  name: 'StockExplanation',
  view,
  permission,
  params: z.object({ productId: z.uuid() }),
  run: async (tables, { productId }): Promise<Explanation | undefined> => {
    const level = await tables.levels.get(productId);
    if (!level) return undefined;
    const causes = (await tables.causes.get(productId)) ?? { ...nothing, productId: level.productId };
    const { onHand, reserved, backOrdered, unavailable, buffer, available, unit } = level;
    return {
      ...{ onHand, reserved, backOrdered, unavailable, buffer, available, unit },
      ...causes,
      orders: await claimsOn(tables, productId),
    };
  },
});

/** An oversold level, with the orders that want some of it. */
export interface OversoldRow extends StockRow {
  readonly orders: readonly OrderClaim[];
}

/** Goods that somebody waits for, or of which more is promised than there is, by name, each with the orders that want it. */
export const Oversold = defineQuery<StockTables>()({
  name: 'Oversold',
  view,
  permission,
  params: z.object(paging),
  run: async (tables, { after, limit }) => {
    const { rows, ...rest } = await page({
      table: tables.levels,
      range: { index: 'supply+sort', prefix: ['oversold'] },
      after,
      limit,
      at: (level) => level.sort ?? '',
    });
    const orders = await Promise.all(rows.map(({ productId }) => claimsOn(tables, productId)));
    return { rows: rows.map((level, n): OversoldRow => ({ ...level, orders: orders[n] ?? [] })), ...rest };
  },
});
