import Dexie, { type Collection, type Table } from 'dexie';
import type { IndexValue, Range, ReadTable } from '../../kernel/index.ts';

/** Dexie's name of an index: `[a+b]` for several members, `:id` for the primary key. */
const indexName = (index: string | undefined): string => {
  if (index === undefined) return ':id';
  return index.includes('+') ? `[${index}]` : index;
};

type Bound = IndexValue | readonly unknown[];

/**
 * Bounds over the members that follow the prefix. A shorter array sorts before every array that it begins, and
 * `maxKey` after everything: so one rule does for the last member and for those in between.
 */
const compoundBounds = ({ prefix = [], from, to, fromOpen, toOpen }: Range): readonly [Bound, Bound] => {
  const last: unknown = Dexie.maxKey;
  const lower = from === undefined ? prefix : [...prefix, from, ...(fromOpen === true ? [last] : [])];
  const upper = to === undefined ? [...prefix, last] : [...prefix, to, ...(toOpen === true ? [] : [last])];
  return [lower, upper];
};

const stretch = <Row>(table: Table<Row, string>, range: Range): Collection<Row, string> => {
  const where = table.where(indexName(range.index));
  if (range.index?.includes('+') === true) {
    const [lower, upper] = compoundBounds(range);
    return where.between(lower, upper, true, range.to === undefined || range.toOpen !== true);
  }
  const { from = range.prefix?.[0] ?? Dexie.minKey, to = range.prefix?.[0] ?? (Dexie.maxKey as unknown) } =
    range;
  const collection = where.between(from, to, range.fromOpen !== true, range.toOpen !== true);
  // A row of several words stands in the index once for each of them; of one word, once.
  const isMulti = table.schema.idxByName[range.index ?? '']?.multi === true;
  return isMulti && from !== to ? collection.distinct() : collection;
};

const cut = <Row>(collection: Collection<Row, string>, { limit }: Range): Collection<Row, string> =>
  limit === undefined ? collection : collection.limit(limit);

/** A table of an open generation, as a query sees it. Meant to be used within a transaction. */
export const readTable = <Row>(table: Table<Row, string>): ReadTable<Row> => ({
  get: (key) => table.get(key),
  getMany: (keys) => table.bulkGet([...keys]),
  range: (range) => {
    const collection = stretch(table, range);
    return cut(range.reverse === true ? collection.reverse() : collection, range).toArray();
  },
  count: (range) => cut(stretch(table, range), range).count(),
});
