import * as z from 'zod/mini';
import { goodsName } from '../../domain/naming/goods-name.ts';
import { defineQuery } from '../../kernel/index.ts';
import { page, paging, type Page } from '../listing/index.ts';
import type { HistoryRow, HistoryTables, Said } from './row.ts';

/** An entry of an order's history, with the names of the lines it tells of, as far as the page before them says. */
export interface HistoryEntry extends Omit<HistoryRow, 'key'> {
  readonly lineName?: string;
}

/** An entry as far as it is said in words. */
export interface SaidEntry extends Omit<HistoryEntry, 'told'> {
  readonly told: Said;
}

/** What happened to an order, oldest first. */
export const OrderHistory = defineQuery<HistoryTables>()({
  name: 'OrderHistory',
  view: 'order-history',
  permission: 'order.see',
  params: z.object({ orderId: z.uuid(), ...paging }),
  run: async ({ entries }, { orderId, after, limit }): Promise<Page<HistoryEntry>> => {
    const { rows, ...rest } = await page({
      table: entries,
      range: { from: `${orderId}/`, to: `${orderId}/~` },
      after,
      limit,
      at: (row) => row.key,
    });
    return { rows: withLineNames(rows), ...rest };
  },
});

/** A line that is changed or removed goes by the name under which it was added. */
const withLineNames = (rows: readonly HistoryRow[]): readonly HistoryEntry[] => {
  const names = new Map<string, string>();
  return rows.map(({ key: _, ...entry }) => {
    const { type, data } = entry.told;
    if (type === 'LineAdded') names.set(data.lineId, goodsName(data));
    if (type !== 'LineChanged' && type !== 'LineRemoved') return entry;
    const lineName = names.get(data.lineId);
    return lineName === undefined ? entry : { ...entry, lineName };
  });
};
