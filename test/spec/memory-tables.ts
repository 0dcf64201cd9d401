import { MemoryTable } from '../../src/engine/past/memory-table.ts';
import type { EventEnvelope, Projection, ProjectionBuilder, ReadTables } from '../../src/kernel/index.ts';
import { frozen } from './frozen.ts';

export interface MemoryView<Tables extends object> {
  readonly tables: ReadTables<Tables>;
  /**
   * Folds a batch as the engine does: touched rows in memory first, what follows from them once, at the end. What was
   * folded before is passed over, as by the checkpoint.
   */
  apply(events: readonly EventEnvelope[]): void;
  /** Every row of every table, by key: two views with equal contents hold the same. */
  contents(): Readonly<Record<string, ReturnType<MemoryTable['all']>>>;
}

/** A read model in memory: what the engine does on IndexedDB, for specs and properties. */
export const memoryView = <Tables extends object>(
  projection: ProjectionBuilder<Tables>,
): MemoryView<Tables> => {
  const tables = new Map(
    Object.entries(projection.tables).map(([name, spec]) => [name, new MemoryTable(spec)]),
  );
  const table = (name: string): MemoryTable => {
    const found = tables.get(name);
    if (!found) throw new RangeError(`${projection.name} has no table ${name}`);
    return found;
  };
  let position = 0;
  return {
    tables: Object.fromEntries(tables) as unknown as ReadTables<Tables>,
    apply: (events) => {
      const news = events.filter((event) => event.position > position);
      applyBatch(projection, table, news);
      position = news.at(-1)?.position ?? position;
    },
    contents: () => Object.fromEntries([...tables].map(([name, held]) => [name, held.all()])),
  };
};

const applyBatch = (
  projection: Projection,
  table: (name: string) => MemoryTable,
  events: readonly EventEnvelope[],
): void => {
  const touched = new Map<string, { table: string; key: string; before: unknown }>();
  const apply = (changes: ReturnType<Projection['changes']>): void => {
    for (const change of changes) {
      const { table: name, key } = change;
      const before = table(name).rows.get(key);
      const id = JSON.stringify([name, key]);
      if (!touched.has(id)) touched.set(id, { table: name, key, before });
      // As IndexedDB would keep it, and fixed: a handler that changes a row in place is found out.
      table(name).write(key, frozen(structuredClone(change.update(before))));
    }
  };
  for (const event of events) apply(projection.changes(event));
  for (const { table: name, key, before } of [...touched.values()])
    apply(projection.derived(name, before, table(name).rows.get(key)));
};
