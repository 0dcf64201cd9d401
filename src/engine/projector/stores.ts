import type { AnyTableSpec, Projection } from '../../kernel/index.ts';

/** `key, a, [b+c], *words`: a table in Dexie's words. */
const storeOf = ({ key, indexes = [] }: AnyTableSpec): string =>
  [key, ...indexes.map((index) => (typeof index === 'string' ? index : `[${index.join('+')}]`))].join(', ');

/** The tables of a read model in Dexie's words; kept with each generation, so that a page can open it. */
export const storesOf = ({ tables }: Projection): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(tables).map(([name, spec]) => [name, storeOf(spec)]));
