import * as z from 'zod/mini';
import { defineQuery, type Range, type ReadTables } from '../../kernel/index.ts';
import { paging, positionKey } from '../listing/index.ts';
import { availableOf, holdingOf, moved } from './level.ts';
import type { Holding, MovementRow, StockTables } from './row.ts';

/** A movement as the ledger shows it: by how much it changed each figure, and what stood afterwards. */
export interface LedgerEntry extends Omit<MovementRow, 'key' | 'orderId'> {
  readonly balance: Holding & { readonly available: number };
  /** The order that caused it; its number where there is one. */
  readonly order?: { readonly orderId: string; readonly number?: string };
}

export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly next?: string;
}

/** Where to go on: the position of the movement shown last, and the five figures before it. */
const LedgerCursor = z.string().check(z.regex(/^\d{10}( -?\d{1,16}){5}$/));

interface Start {
  /** What stood after the first movement of the page. */
  readonly holding: Holding;
  readonly range: Pick<Range, 'to' | 'toOpen'>;
}

const continued = (productId: string, cursor: string): Start => {
  const [position = '', ...figures] = cursor.split(' ');
  const [onHand = 0, reserved = 0, backOrdered = 0, unavailable = 0, buffer = 0] = figures.map(Number);
  const holding = { onHand, reserved, backOrdered, unavailable, buffer };
  return { holding, range: { to: `${productId}/${position}`, toOpen: true } };
};

/** The level and the movement that made it, so that a movement written meanwhile can't shift the balances. */
const newest = async (tables: ReadTables<StockTables>, productId: string): Promise<Start | undefined> => {
  const level = await tables.levels.get(productId);
  return level?.moved === undefined ? undefined : { holding: level, range: { to: level.moved } };
};

const cursorAfter = (entry: LedgerEntry): string => {
  const before = moved(entry.balance, entry.by, -1);
  const { onHand, reserved, backOrdered, unavailable, buffer } = before;
  return [positionKey(entry.position), onHand, reserved, backOrdered, unavailable, buffer].join(' ');
};

/** A product's movements, newest first, each with the balance after it. */
export const StockLedger = defineQuery<StockTables>()({
  name: 'StockLedger',
  view: 'stock',
  permission: 'stock.see',
  params: z.object({ productId: z.uuid(), after: z.optional(LedgerCursor), limit: paging.limit }),
  run: async (tables, { productId, after, limit }): Promise<Ledger> => {
    const start = after === undefined ? await newest(tables, productId) : continued(productId, after);
    if (!start) return { entries: [] };
    const from = `${productId}/`;
    const found = await tables.movements.range({ from, ...start.range, reverse: true, limit: limit + 1 });
    const shown = found.slice(0, limit);
    const numbers = await numbersOf(tables, shown);

    let { holding } = start;
    const entries = shown.map(({ key: _, orderId, ...movement }): LedgerEntry => {
      const balance = { ...holdingOf(holding), available: availableOf(holding) };
      holding = moved(holding, movement.by, -1);
      return { ...movement, balance, ...(orderId === undefined ? {} : { order: named(orderId, numbers) }) };
    });
    const last = entries.at(-1);
    return found.length > limit && last ? { entries, next: cursorAfter(last) } : { entries };
  },
});

const named = (orderId: string, numbers: ReadonlyMap<string, string>) => {
  const number = numbers.get(orderId);
  return number === undefined ? { orderId } : { orderId, number };
};

/** The numbers of these orders, by id. */
export const numbersOf = async (
  tables: Pick<ReadTables<StockTables>, 'orders'>,
  shown: readonly { readonly orderId?: string }[],
): Promise<ReadonlyMap<string, string>> => {
  const orderIds = [...new Set(shown.flatMap(({ orderId }) => orderId ?? []))];
  const rows = await tables.orders.getMany(orderIds);
  return new Map(rows.flatMap((row) => (row ? [[row.orderId, row.number]] : [])));
};
