import type { AnyTableSpec, Range, ReadTable } from '../../kernel/index.ts';
import { MemoryTable } from '../past/memory-table.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows of a table that would be otherwise, by key; undefined: there would be none. */
export type Overlay = ReadonlyMap<string, unknown>;

const tableOf = (spec: AnyTableSpec, rows: readonly unknown[]): MemoryTable => {
  const table = new MemoryTable(spec);
  for (const row of rows) table.write(String((row as Row)[spec.key]), row);
  return table;
};

/** A read model's table with some rows laid over it: answers as it would if they stood in it. */
export const overlaid = (
  spec: AnyTableSpec,
  below: ReadTable<unknown>,
  over: Overlay,
): ReadTable<unknown> => {
  const put = [...over.values()].filter((row) => row !== undefined);
  const get = async (key: string) => (over.has(key) ? over.get(key) : await below.get(key));
  const range = async (asked: Range): Promise<unknown[]> => {
    // As many more as could fall out of the stretch.
    const wider = asked.limit === undefined ? asked : { ...asked, limit: asked.limit + over.size };
    const rows = await below.range(wider);
    const kept = rows.filter((row) => !over.has(String((row as Row)[spec.key])));
    return tableOf(spec, [...kept, ...put]).range(asked);
  };
  return {
    get,
    getMany: (keys) => Promise.all(keys.map(get)),
    range,
    count: async ({ limit, ...asked }) => {
      const hidden = tableOf(
        spec,
        (await below.getMany([...over.keys()])).filter((row) => row !== undefined),
      );
      const all = await below.count(asked);
      const sum = all - (await hidden.count(asked)) + (await tableOf(spec, put).count(asked));
      return limit === undefined ? sum : Math.min(sum, limit);
    },
  };
};
