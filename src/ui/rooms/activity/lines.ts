import { buyerName } from '../../../domain/naming/buyer-name.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import type { Client } from '../../../client/index.ts';
import { Activity, type ActivityEntry } from '../../../views/activity/index.ts';
import { CustomerNames } from '../../../views/customers/query.ts';
import { OrderNames } from '../../../views/order-list/query.ts';
import { StockLevels } from '../../../views/stock/query.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import type { PageOf, Source } from '../../paging/listing.svelte.ts';
import type { askedBy } from './filters.ts';

/** Something that happened, with what it happened to as people call it. */
export interface Line {
  readonly entry: ActivityEntry;
  /** Without a number while it is a draft. */
  readonly order?: { readonly number?: string; readonly currency: string } | undefined;
  readonly customer?: string | undefined;
  readonly goods?:
    (Pick<StockRow, 'unit' | 'productId' | 'ofProduct'> & { readonly name: string }) | undefined;
}

type Ids = readonly string[];

const different = (ids: readonly (string | undefined)[]): Ids => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

const NOTHING: Source<readonly never[]> = {
  subscribe: (next) => {
    next([]);
    return () => undefined;
  },
};

const about = (client: Client, rows: readonly ActivityEntry[]) => {
  const orders = different(rows.map(({ orderId }) => orderId));
  const customers = different(rows.map(({ customerId }) => customerId));
  const goods = different(rows.map(({ productId }) => productId));
  return {
    orders: orders.length === 0 ? NOTHING : client.live(OrderNames, { ids: orders }),
    customers: customers.length === 0 ? NOTHING : client.live(CustomerNames, { ids: customers }),
    goods: goods.length === 0 ? NOTHING : client.live(StockLevels, { productIds: goods }),
  };
};

type Answers<Of> = { [Name in keyof Of]: Of[Name] extends Source<infer Answer> ? Answer : never };

/** Several live answers as one: told once all are there, and at each change. */
const together = <Of extends Readonly<Record<string, Source<unknown>>>>(
  sources: Of,
): Source<Answers<Of>> => ({
  subscribe: (next, error) => {
    const answers = new Map<string, unknown>();
    const all = Object.entries(sources);
    const leave = all.map(([name, source]) =>
      source.subscribe((answer) => {
        answers.set(name, answer);
        if (answers.size === all.length) next(Object.fromEntries(answers) as Answers<Of>);
      }, error),
    );
    return () => {
      for (const each of leave) each();
    };
  },
});

const called = (client: Client, rows: readonly ActivityEntry[]): Source<readonly Line[]> => ({
  subscribe: (next, error) =>
    together(about(client, rows)).subscribe(({ orders, customers, goods }) => {
      const orderOf = new Map<string, Line['order']>(orders.map((order) => [order.id, order]));
      const customerOf = new Map<string, string>(
        customers.map((customer) => [customer.id, buyerName(customer)]),
      );
      const goodsOf = new Map<string, Line['goods']>(
        goods.map(({ name, variant, ...row }) => [
          row.productId,
          { ...row, name: goodsName({ name, variant }) },
        ]),
      );
      next(
        rows.map((entry) => ({
          entry,
          order: orderOf.get(entry.orderId ?? ''),
          customer: customerOf.get(entry.customerId ?? ''),
          goods: goodsOf.get(entry.productId ?? ''),
        })),
      );
    }, error),
});

const PAGE = 100;

/** Pages of the activity, live, and live in what everything is called: a customer who is forgotten is so here too. */
export const linesOf =
  (client: Client, asked: ReturnType<typeof askedBy>) =>
  (after: string | undefined): Source<PageOf<Line>> => ({
    subscribe: (next, error) => {
      let leaveNames = (): void => undefined;
      const leave = client
        .live(Activity, { ...asked, after, limit: PAGE })
        .subscribe(({ rows, next: further }) => {
          leaveNames();
          leaveNames = called(client, rows).subscribe((lines) => {
            next({ rows: lines, next: further });
          }, error);
        }, error);
      return () => {
        leaveNames();
        leave();
      };
    },
  });
