import { changesOf, defineProjection } from '../../kernel/index.ts';
import { followOrders } from '../order-outline/follow.ts';
import type { OutlineRow } from '../order-outline/row.ts';
import { placed } from './places.ts';
import { countKey, FACETS, type ListedRow, type OrderListTables } from './row.ts';

const { orders, counts } = changesOf<OrderListTables>()('orders', 'counts');

const counted = (key: string, by: number) =>
  counts(key, (row) => {
    const now = (row?.orders ?? 0) + by;
    return now === 0 ? undefined : { key, orders: now };
  });

/** Everything that a row counts for. */
const countsOf = (row: ListedRow | undefined): readonly string[] => {
  if (!row) return [];
  if (row.shelf !== 'active') return [countKey('shelf', row.shelf)];
  const values = FACETS.map((facet) => [facet, row[facet]] as const);
  return [
    ...values.flatMap(([facet, value]) => (value === undefined ? [] : [countKey(facet, value)])),
    ...(row.tags ?? []).map((tag) => countKey('tag', tag)),
    ...(row.owedOn === undefined ? [] : [countKey('owed', row.owedOn)]),
  ];
};

/** Counting a hundred thousand rows takes long, so every change of a row is counted instead. */
const recount = (before: ListedRow | undefined, after: ListedRow | undefined) => {
  const [old, now] = [countsOf(before), countsOf(after)];
  return [
    ...old.filter((key) => !now.includes(key)).map((key) => counted(key, -1)),
    ...now.filter((key) => !old.includes(key)).map((key) => counted(key, 1)),
  ];
};

const listed = (id: string, update: (row: OutlineRow | undefined) => OutlineRow | undefined) =>
  orders(id, (row) => placed(update(row)));

/** Which orders are there, and what is to be done with them? */
export const orderList = followOrders(
  defineProjection<OrderListTables>({
    name: 'order-list',
    version: 13,
    tables: {
      orders: {
        key: 'id',
        indexes: [
          ['shelf', 'sort'],
          ['shelf', 'queue', 'sort'],
          ['shelf', 'toPay', 'sort'],
          ['shelf', 'step', 'sort'],
          ['shelf', 'lifecycle', 'sort'],
          ['shelf', 'payment', 'sort'],
          ['shelf', 'fulfilment', 'sort'],
          ['shelf', 'customerId', 'sort'],
          ['shelf', 'byNumber'],
          ['shelf', 'byCustomer'],
          ['shelf', 'byTotal'],
          ['shelf', 'queue', 'byNumber'],
          ['shelf', 'queue', 'byCustomer'],
          ['shelf', 'queue', 'byTotal'],
          ['shelf', 'toPay', 'byNumber'],
          ['shelf', 'toPay', 'byCustomer'],
          ['shelf', 'toPay', 'byTotal'],
          ['shelf', 'owedOn'],
          ['shelf', 'held'],
          '*tags',
        ],
      },
      counts: { key: 'key' },
    },
    derive: { orders: recount },
  }),
  listed,
);
