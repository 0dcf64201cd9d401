import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import type { FulfilmentStatus, Lifecycle } from '../../domain/order/index.ts';
import type { PaymentStatus } from '../../domain/pricing/index.ts';
import type { Range, ReadTables } from '../../kernel/index.ts';
import { paging } from '../listing/index.ts';
import type { OrderShelf, OutlineRow, Step, Task } from '../order-outline/index.ts';
import { countKey, FACETS, type Facet, type OrderListTables } from './row.ts';

const STEPS = ['prepare', 'ship', 'collect'] as const satisfies readonly Step[];
const LIFECYCLES = ['draft', 'open', 'cancelled', 'discarded'] as const satisfies readonly Lifecycle[];
const PAYMENTS = [
  'refund-due',
  'unpaid',
  'partly-paid',
  'paid',
  'nothing-due',
  'partly-refunded',
  'refunded',
] as const satisfies readonly PaymentStatus[];
const FULFILMENTS = [
  'nothing-to-fulfil',
  'unfulfilled',
  'partly-prepared',
  'ready',
  'partly-shipped',
  'shipped',
  'partly-delivered',
  'delivered',
] as const satisfies readonly FulfilmentStatus[];

/** The tabs of the list, by what is to be done; the others have no task of their own. */
export const TASK_OF_TAB = {
  drafts: 'draft',
  'to-ship': 'ship',
  returns: 'return',
  'to-pay': 'pay',
  done: 'done',
  cancelled: 'cancelled',
} as const satisfies Record<string, Task>;

/** Tabs of what is out of the way. */
export const AWAY = ['archived', 'discarded'] as const satisfies readonly OrderShelf[];

const TABS = [
  ...(['all', 'drafts', 'to-ship', 'returns', 'to-pay', 'done', 'cancelled'] as const),
  ...AWAY,
] as const;
export type Tab = (typeof TABS)[number];

const Moment = z.union([Day, Instant]);

/** All filters together narrow the list. A moment is a day (in UTC) or an instant, both ends included. */
export const orderListParams = z.object({
  tab: z._default(z.enum(TABS), 'all'),
  lifecycle: z.optional(z.enum(LIFECYCLES)),
  payment: z.optional(z.enum(PAYMENTS)),
  fulfilment: z.optional(z.enum(FULFILMENTS)),
  step: z.optional(z.enum(STEPS)),
  tag: z.optional(z.string().check(z.maxLength(40))),
  /** Only orders that are on hold. */
  held: z.optional(z.boolean()),
  /** Only orders on which money is owed that was due before this day. */
  overdueOn: z.optional(Day),
  customerId: z.optional(z.uuid()),
  from: z.optional(Moment),
  to: z.optional(Moment),
  ...paging,
});
type Params = z.infer<typeof orderListParams>;

type Wanted = Partial<Pick<OutlineRow, Facet>> & { readonly customerId?: string };

const taskOf = (tab: Tab): Task | undefined => (TASK_OF_TAB as Partial<Record<Tab, Task>>)[tab];

const shelfOf = (tab: Tab): OrderShelf => AWAY.find((away) => away === tab) ?? 'active';

const wantedBy = ({ tab, payment, fulfilment, step, customerId, held, ...asked }: Params): Wanted => {
  const task = taskOf(tab);
  // Only an open order is held: its index spares looking at all others.
  const lifecycle = asked.lifecycle ?? (held ? 'open' : undefined);
  return {
    ...(task && { task }),
    ...(lifecycle && { lifecycle }),
    ...(payment && { payment }),
    ...(fulfilment && { fulfilment }),
    ...(step && { step }),
    ...(customerId !== undefined && { customerId }),
  };
};

/** The filter that fewest orders pass: a customer's own, else by the counts. */
const mostSelective = async (
  { counts }: Pick<ReadTables<OrderListTables>, 'counts'>,
  wanted: Wanted,
): Promise<keyof Wanted | undefined> => {
  if (wanted.customerId !== undefined) return 'customerId';
  const facets = FACETS.filter((facet) => wanted[facet] !== undefined);
  if (facets.length < 2) return facets[0];
  const found = await counts.getMany(facets.map((facet) => countKey(facet, wanted[facet] ?? '')));
  const sizes = found.map((row) => row?.orders ?? 0);
  return facets[sizes.indexOf(Math.min(...sizes))];
};

type Test = (row: OutlineRow) => boolean;

/** What no index knows. */
const testsBy = ({ tag, held, overdueOn }: Params): readonly Test[] => [
  ...(held ? [(row: OutlineRow) => row.onHold === true] : []),
  ...(tag === undefined ? [] : [(row: OutlineRow) => row.tags?.includes(tag) ?? false]),
  ...(overdueOn === undefined
    ? []
    : [
        ({ lifecycle, balance, dueOn }: OutlineRow) =>
          lifecycle === 'open' && balance > 0 && dueOn !== undefined && dueOn < overdueOn,
      ]),
];

/** How to walk: an index that narrows most, and what is left to look at on each row. */
export const walkFor = async (tables: Pick<ReadTables<OrderListTables>, 'counts'>, params: Params) => {
  const shelf = shelfOf(params.tab);
  const wanted = wantedBy(params);
  const first = await mostSelective(tables, wanted);
  const value = first && wanted[first];
  const range: Range = {
    ...(first && value !== undefined
      ? { index: `shelf+${first}+sort`, prefix: [shelf, value] }
      : { index: 'shelf+sort', prefix: [shelf] }),
    ...(params.from !== undefined && { from: params.from }),
    ...(params.to !== undefined && { to: `${params.to}~` }),
    reverse: true,
  };
  const others = Object.entries(wanted).filter(([member]) => member !== first);
  const tests = [
    ...others.map(
      ([member, wants]) =>
        (row: OutlineRow) =>
          row[member as keyof Wanted] === wants,
    ),
    ...testsBy(params),
  ];
  return {
    range,
    ...(tests.length > 0 && { matches: (row: OutlineRow) => tests.every((passes) => passes(row)) }),
  };
};
