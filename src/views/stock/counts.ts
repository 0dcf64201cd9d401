import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import type { StockRow, StockTables } from './row.ts';

const SUPPLIES = ['oversold', 'sold-out', 'low'] as const satisfies readonly StockRow['supply'][];

/** Of how many goods more is promised than there is, of how many nothing is left to promise, and how many run low. */
export const StockCounts = defineQuery<StockTables>()({
  name: 'StockCounts',
  view: 'stock',
  permission: 'stock.see',
  params: z.object({}),
  run: async ({ levels }): Promise<Readonly<Record<(typeof SUPPLIES)[number], number>>> => {
    const counts = SUPPLIES.map(async (supply) => {
      const goods = await levels.count({ index: 'supply+sort', prefix: [supply] });
      return [supply, goods] as const;
    });
    return Object.fromEntries(await Promise.all(counts)) as Record<(typeof SUPPLIES)[number], number>;
  },
});
