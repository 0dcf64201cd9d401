import type { EventEnvelope, Projection, ReadTable } from '../../kernel/index.ts';
import { foldBatch } from '../projector/fold.ts';
import { overlaid, type Overlay } from './overlay-table.ts';

/** One row of a read model that would be otherwise. Without `before` it would be new, without `after` it would be gone. */
export interface Difference {
  readonly view: string;
  readonly table: string;
  readonly key: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

export type Tables = Readonly<Record<string, ReadTable<unknown>>>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What these events would make of a read model's rows: only those that they concern are read. */
export const differencesOf = async (
  projection: Projection,
  events: readonly EventEnvelope[],
  below: Tables,
): Promise<{ readonly differences: readonly Difference[]; readonly tables: Tables }> => {
  const handled = events.filter(({ type }) => projection.handles.has(type));
  const stood = new Map<string, unknown>();
  const written =
    handled.length === 0
      ? new Map<string, never>()
      : await foldBatch(projection, handled, async (table, keys) => {
          const rows = (await below[table]?.getMany(keys)) ?? [];
          keys.forEach((key, n) => stood.set(`${table}/${key}`, rows[n]));
          return rows;
        });
  const differences: Difference[] = [];
  const tables = new Map(Object.entries(below));
  for (const [table, { puts, deletes }] of written) {
    const spec = projection.tables[table];
    const under = below[table];
    if (!spec || !under) continue;
    const over: Overlay = new Map([
      ...puts.map((row): [string, unknown] => [String((row as Record<string, unknown>)[spec.key]), row]),
      ...deletes.map((key): [string, unknown] => [key, undefined]),
    ]);
    tables.set(table, overlaid(spec, under, over));
    for (const [key, after] of over) {
      const before = stood.get(`${table}/${key}`);
      if (isSame(before, after)) continue;
      differences.push({
        ...{ view: projection.name, table, key },
        ...(before !== undefined && { before }),
        ...(after !== undefined && { after }),
      });
    }
  }
  return { differences, tables: Object.fromEntries(tables) };
};
