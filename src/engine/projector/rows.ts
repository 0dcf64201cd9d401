import type { Dexie, Table } from 'dexie';
import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { moveCheckpoint, type Mark } from '../follow/checkpoint.ts';
import { foldBatch, type TableWrites } from './fold.ts';

const write = async (table: Table<unknown, string>, { puts, deletes }: TableWrites): Promise<void> => {
  if (puts.length > 0) await table.bulkPut([...puts]);
  if (deletes.length > 0) await table.bulkDelete([...deletes]);
};

/** Folds events into the rows of a generation and moves its checkpoint, in one transaction. See `moveCheckpoint`. */
export const takeOver = (
  db: Dexie,
  projection: Projection,
  batch: {
    readonly from: number;
    readonly events: readonly EventEnvelope[];
    readonly to: Mark;
    readonly seen: number;
  },
): Promise<number> =>
  moveCheckpoint(db, batch.from, batch.to, batch.seen, async () => {
    if (batch.events.length === 0) return;
    const writes = await foldBatch(projection, batch.events, (table, keys) =>
      db.table(table).bulkGet([...keys]),
    );
    await Promise.all([...writes].map(([table, changed]) => write(db.table(table), changed)));
  });
