import type { Range, ReadTables } from '../../kernel/index.ts';
import { page, type Page } from '../listing/index.ts';
import { answered } from '../order-outline/answered.ts';
import type { OrderRow } from '../order-outline/index.ts';
import { shelfOf, testsBy, wantedBy, type Params, type Wanted } from './filters.ts';
import { countKey, FACETS, type ListedRow, type OrderListTables } from './row.ts';

type Tables = ReadTables<OrderListTables>;

/** So many orders that pass a filter are sorted as they are asked for; more are walked along the index of their order. */
const SORTED_AT_ONCE = 2_000;

const PLACE = { date: 'sort', number: 'byNumber', customer: 'byCustomer', total: 'byTotal' } as const;
type Place = (typeof PLACE)[Params['by']];

/** The filter that fewest orders pass: a customer's own, else by the counts. */
const mostSelective = async (
  { counts }: Pick<Tables, 'counts'>,
  wanted: Wanted,
): Promise<keyof Wanted | undefined> => {
  if (wanted.customerId !== undefined) return 'customerId';
  const facets = FACETS.filter((facet) => wanted[facet] !== undefined);
  if (facets.length < 2) return facets[0];
  const found = await counts.getMany(facets.map((facet) => countKey(facet, wanted[facet] ?? '')));
  const sizes = found.map((row) => row?.orders ?? 0);
  return facets[sizes.indexOf(Math.min(...sizes))];
};

/** The stretch of an index that narrows most, by date, and the filter that it spares. */
interface Narrow {
  readonly range: Range;
  readonly by: keyof Wanted | undefined;
  /** The count that says how many of the active pass it. */
  readonly counted?: string;
}

const narrowed = async (tables: Tables, { tab, from, to }: Params, wanted: Wanted): Promise<Narrow> => {
  const shelf = shelfOf(tab);
  const by = await mostSelective(tables, wanted);
  const value = by && wanted[by];
  const range = {
    ...(by && value !== undefined
      ? { index: `shelf+${by}+sort`, prefix: [shelf, value] }
      : { index: 'shelf+sort', prefix: [shelf] }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to: `${to}~` }),
  };
  const isCounted = by !== undefined && by !== 'customerId' && value !== undefined;
  return { range, by, ...(isCounted && { counted: countKey(by, value) }) };
};

type Test = (row: ListedRow) => boolean;

const all = (tests: readonly Test[]): Test | undefined =>
  tests.length === 0 ? undefined : (row) => tests.every((passes) => passes(row));

const valueTests = (wanted: Wanted, spared?: keyof Wanted): readonly Test[] =>
  Object.entries(wanted)
    .filter(([member]) => member !== spared)
    .map(
      ([member, wants]) =>
        (row) =>
          row[member as keyof Wanted] === wants,
    );

const dayTests = ({ from, to }: Params): readonly Test[] => [
  ...(from === undefined ? [] : [({ sort }: ListedRow) => sort >= from]),
  ...(to === undefined ? [] : [({ sort }: ListedRow) => sort <= `${to}~`]),
];

/** A page of few orders, sorted here. */
const sortedPage = (rows: readonly ListedRow[], place: Place, params: Params): Page<ListedRow> => {
  const { rising, after, limit } = params;
  const comesAfter = (one: string, other: string): boolean => (rising ? one > other : one < other);
  const left = rows
    .filter((row) => after === undefined || comesAfter(row[place], after))
    .toSorted((one, other) => (comesAfter(one[place], other[place]) ? 1 : -1));
  const last = left[limit - 1];
  return { rows: left.slice(0, limit), ...(left.length > limit && last && { next: last[place] }) };
};

/** What has indexes of its own for every order that is asked for. */
const ORDERED = ['queue', 'toPay'] as const;
const isOrdered = (by: keyof Wanted): boolean => (ORDERED as readonly string[]).includes(by);

/** A stretch of an index that holds all who may pass, not in the order asked for. */
type Way = Pick<Narrow, 'range' | 'counted'>;

/** The stretches that may hold few, those first that most likely do. */
const waysOf = ({ by, tab, tag, held, overdueOn, from, to }: Params, narrow: Narrow): readonly Way[] => {
  const shelf = shelfOf(tab);
  const isNarrow =
    !(narrow.by === undefined || isOrdered(narrow.by)) || from !== undefined || to !== undefined;
  return [
    ...(held ? [{ range: { index: 'shelf+held', prefix: [shelf, 1] } }] : []),
    ...(overdueOn === undefined
      ? []
      : [{ range: { index: 'shelf+owedOn', prefix: [shelf], to: overdueOn, toOpen: true } }]),
    ...(tag === undefined
      ? []
      : [{ range: { index: 'tags', from: tag, to: tag }, counted: countKey('tag', tag) }]),
    ...(by === 'date' || !isNarrow ? [] : [narrow]),
  ];
};

/** Those who may be among the few that pass, where no index has them in the order asked for; undefined: too many. */
const few = async (
  { orders, counts }: Tables,
  { tab }: Params,
  ways: readonly Way[],
): Promise<readonly ListedRow[] | undefined> => {
  const shelf = shelfOf(tab);
  for (const { range, counted } of ways) {
    // Those out of the way are in no count.
    const known = counted !== undefined && shelf === 'active' ? await counts.get(counted) : undefined;
    if (known && known.orders > SORTED_AT_ONCE) continue;
    // Counting a hundred thousand takes longer than reading the few: one more than enough is read.
    const rows = await orders.range({ ...range, limit: SORTED_AT_ONCE + 1 });
    if (rows.length <= SORTED_AT_ONCE) return rows.filter((row) => row.shelf === shelf);
  }
  return undefined;
};

/** The whole list in the order asked for, or all of it that has the task of a tab; and the filter that this spares. */
const ordered = ({ tab }: Params, wanted: Wanted, place: Place): Pick<Narrow, 'range' | 'by'> => {
  const shelf = shelfOf(tab);
  const by = ORDERED.find((each) => wanted[each] !== undefined);
  const value = by && wanted[by];
  return value === undefined
    ? { range: { index: `shelf+${place}`, prefix: [shelf] }, by: undefined }
    : { range: { index: `shelf+${by}+${place}`, prefix: [shelf, value] }, by };
};

const found = async (tables: Tables, params: Params, place: Place): Promise<Page<ListedRow>> => {
  const { by, after, limit, rising } = params;
  const wanted = wantedBy(params);
  const narrow = await narrowed(tables, params, wanted);
  const along = by === 'date' ? narrow : ordered(params, wanted, place);
  const rows = await few(tables, params, waysOf(params, narrow));
  if (rows) {
    const whole = all([...valueTests(wanted), ...dayTests(params), ...testsBy(params)]);
    return sortedPage(whole ? rows.filter(whole) : rows, place, params);
  }
  const days = by === 'date' ? [] : dayTests(params);
  return page({
    ...{ table: tables.orders, range: { ...along.range, reverse: !rising }, after, limit },
    matches: all([...valueTests(wanted, along.by), ...days, ...testsBy(params)]),
    at: (row) => row[place],
  });
};

/** One page of the list. A row's `sort` is its place in the order asked for. */
export const listPage = async (tables: Tables, params: Params): Promise<Page<OrderRow>> => {
  const place = PLACE[params.by];
  const { rows, ...rest } = await found(tables, params, place);
  return {
    ...rest,
    rows: answered({ rows }).rows.map((row, at) => ({ ...row, sort: rows[at]?.[place] ?? row.sort })),
  };
};
