import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { page, paging } from '../listing/index.ts';
import type { StockTables } from './row.ts';

const view = 'stock';
const permission = 'stock.see';

/** The levels of these products, in this order; those that nobody knows are left out. */
export const StockLevels = defineQuery<StockTables>()({
  name: 'StockLevels',
  view,
  permission,
  params: z.object({ productIds: z.array(z.uuid()).check(z.maxLength(500)) }),
  run: async ({ levels }, { productIds }) =>
    (await levels.getMany(productIds)).filter((level) => level !== undefined),
});

const RANGES = {
  all: { index: 'shelf+sort', prefix: ['active'] },
  'sold-out': { index: 'supply+sort', prefix: ['sold-out'] },
  low: { index: 'supply+sort', prefix: ['low'] },
  reorder: { index: 'reorder+sort', prefix: ['due'] },
} as const;

/**
 * Levels by product name: of all products in use, of those of which nothing is left to promise, of those that run low,
 * or of all of which it is time to order more, whether some is left or not.
 */
export const StockList = defineQuery<StockTables>()({
  name: 'StockList',
  view,
  permission,
  params: z.object({ filter: z._default(z.enum(['all', 'sold-out', 'low', 'reorder']), 'all'), ...paging }),
  run: ({ levels }, { filter, after, limit }) =>
    page({
      table: levels,
      range: RANGES[filter],
      after,
      limit,
      at: (level) => level.sort ?? '',
    }),
});
