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
  return where.between(from, to, range.fromOpen !== true, range.toOpen !== true);
};

/** A row of several words stands in such an index once for each of them; of one word, once. */
const comesTwice = <Row>(table: Table<Row, string>, { index = '', from, to }: Range): boolean =>
  table.schema.idxByName[index]?.multi === true && (from === undefined || from !== to);

const cut = <Row>(table: Table<Row, string>, range: Range): Collection<Row, string> => {
  const all = stretch(table, range);
  const each = comesTwice(table, range) ? all.distinct() : all;
  const inOrder = range.reverse === true ? each.reverse() : each;
  return range.limit === undefined ? inOrder : inOrder.limit(range.limit);
};

/** `distinct` walks row by row, which takes four times as long as to read all of a stretch at once, some of it twice. */
const wholeStretch = async <Row>(table: Table<Row, string>, range: Range): Promise<Row[]> => {
  const key = String(table.schema.primKey.keyPath) as keyof Row;
  const rows = await stretch(table, range).toArray();
  return [...new Map(rows.map((row) => [row[key], row])).values()];
};

/** A table of an open generation, as a query sees it. Meant to be used within a transaction. */
export const readTable = <Row>(table: Table<Row, string>): ReadTable<Row> => ({
  get: (key) => table.get(key),
  getMany: (keys) => table.bulkGet([...keys]),
  range: (range) =>
    comesTwice(table, range) && range.limit === undefined && range.reverse !== true
      ? wholeStretch(table, range)
      : cut(table, range).toArray(),
  count: (range) => cut(table, range).count(),
});
