import { goodsName } from '../../domain/naming/goods-name.ts';
import type * as z from 'zod/mini';
import type { CurrencyCode } from '../../domain/pricing/index.ts';
import { activityParams } from '../../views/activity/filters.ts';
import type { ActivityEntry } from '../../views/activity/query.ts';
import { Activity, ActivityActors } from '../../views/activity/query.ts';
import { CustomerNames } from '../../views/customers/query.ts';
import { money, none, quantity } from '../../views/listing/cells.ts';
import type { Cell } from '../../views/listing/csv.ts';
import { OrderNames } from '../../views/order-list/query.ts';
import { StockLevels } from '../../views/stock/query.ts';
import type { Row } from './cells.ts';
import { changesOf, inWords } from './changes.ts';
import type { Ask, List } from './list.ts';

const { after: _, limit: __, ...narrowing } = activityParams.shape;
/** Narrowed as on the screen. */
export const activityFilter = narrowing;
export type ActivityFilter = Omit<z.infer<typeof activityParams>, 'after' | 'limit'>;

const PAGE = 200;

const whoIs = (actor: string, names: ReadonlyMap<string, string | undefined>): string =>
  names.get(actor) ?? (actor.startsWith('process') ? 'The book' : actor);

const numberIn = (data: object, name: string): number | undefined => {
  const value = (data as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'number' ? value : undefined;
};

const amountOf = ({ data }: ActivityEntry['told'], currency: CurrencyCode | undefined): Cell => {
  const amount = numberIn(data, 'amount') ?? numberIn(data, 'total');
  return amount === undefined || currency === undefined ? none : money(amount, currency);
};

const quantityOf = ({ data }: ActivityEntry['told']): Cell => {
  if (!('by' in data)) return none;
  const moved = data.by.onHand ?? data.by.reserved;
  return moved === undefined ? none : quantity(moved);
};

const reasonOf = ({ data }: ActivityEntry['told']): string =>
  'reason' in data && typeof data.reason === 'string' ? data.reason : '';

/** Of a variant the variant's own, where it is known by itself. */
const goodsIds = ({ told: { data }, productId }: ActivityEntry): readonly (string | undefined)[] => [
  ...('variantId' in data ? [data.variantId] : []),
  productId,
];

const different = (ids: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const namesFor = async (ask: Ask, rows: readonly ActivityEntry[]) => {
  const orders = await ask(OrderNames, { ids: different(rows.map(({ orderId }) => orderId)) });
  const customers = await ask(CustomerNames, { ids: different(rows.map(({ customerId }) => customerId)) });
  const goods = await ask(StockLevels, { productIds: different(rows.flatMap(goodsIds)) });
  const actors = await ask(ActivityActors, {});
  return {
    orders: new Map<string, (typeof orders)[number]>(orders.map((order) => [order.id, order])),
    customers: new Map<string, string>(customers.map(({ id, name }) => [id, name])),
    goods: new Map<string, string>(goods.map((product) => [product.productId, goodsName(product)])),
    actors: new Map(actors.map(({ actor, name }) => [actor, name])),
  };
};

/** Everything that happened, one moment to a row. */
export const activity: List<ActivityFilter> = {
  titles: [
    ...['Happened', 'Written down', 'Who', 'Kind', 'What', 'Order', 'Customer', 'Product'],
    ...['Amount', 'Currency', 'Quantity', 'Reason', 'Changed'],
  ],
  page: async (ask, filter, after) => {
    const { rows, next } = await ask(Activity, { ...filter, after, limit: PAGE });
    const names = await namesFor(ask, rows);
    const cellsOf = (row: ActivityEntry): Row => {
      const { at, recordedAt = at, actor, kind, told, orderId = '', customerId = '' } = row;
      const order = names.orders.get(orderId);
      const amount = amountOf(told, order?.currency);
      return [
        ...[at, recordedAt, whoIs(actor, names.actors), kind, inWords(told.type), order?.number ?? ''],
        ...[
          names.customers.get(customerId) ?? '',
          goodsIds(row).flatMap((id) => names.goods.get(id ?? '') ?? [])[0] ?? '',
        ],
        ...[amount, amount === none ? '' : (order?.currency ?? ''), quantityOf(told), reasonOf(told)],
        changesOf(row, order?.currency),
      ];
    };
    return { rows: rows.map(cellsOf), passed: rows.length, next };
  },
};
