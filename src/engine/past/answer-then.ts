import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { foldBatch } from '../projector/fold.ts';
import { MemoryTable } from './memory-table.ts';

/** A read model in memory, built by the same fold that keeps it on disk. */
export class ViewThen {
  readonly projection: Projection;
  readonly tables: ReadonlyMap<string, MemoryTable>;

  constructor(projection: Projection) {
    this.projection = projection;
    this.tables = new Map(
      Object.entries(projection.tables).map(([name, spec]) => [name, new MemoryTable(spec)]),
    );
  }

  async take(events: readonly EventEnvelope[]): Promise<void> {
    const { projection, tables } = this;
    const handled = events.filter(({ type }) => projection.handles.has(type));
    if (handled.length === 0) return;
    const load = async (table: string, keys: readonly string[]) =>
      (await tables.get(table)?.getMany(keys)) ?? [];
    for (const [table, written] of await foldBatch(projection, handled, load))
      tables.get(table)?.take(written);
  }
}
