import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import type { FulfilmentStatus, Lifecycle } from '../../domain/order/index.ts';
import type { PaymentStatus } from '../../domain/pricing/index.ts';
import type { Range, ReadTables } from '../../kernel/index.ts';
import { paging } from '../listing/index.ts';
import type { OutlineRow, Task } from '../order-outline/index.ts';
import { countKey, FACETS, type OrderListTables } from './row.ts';

const LIFECYCLES = ['draft', 'open', 'cancelled'] as const satisfies readonly Lifecycle[];
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
  'prepared',
  'partly-shipped',
  'shipped',
] as const satisfies readonly FulfilmentStatus[];

/** The tabs of the list, by what is to be done; `all` has no task of its own. */
export const TASK_OF_TAB = {
  drafts: 'draft',
  'to-ship': 'ship',
  'to-pay': 'pay',
  done: 'done',
  cancelled: 'cancelled',
} as const satisfies Record<string, Task>;

const TABS = ['all', 'drafts', 'to-ship', 'to-pay', 'done', 'cancelled'] as const;
export type Tab = (typeof TABS)[number];

const Moment = z.union([Day, Instant]);

/** All filters together narrow the list. A moment is a day (in UTC) or an instant, both ends included. */
export const orderListParams = z.object({
  tab: z._default(z.enum(TABS), 'all'),
  lifecycle: z.optional(z.enum(LIFECYCLES)),
  payment: z.optional(z.enum(PAYMENTS)),
  fulfilment: z.optional(z.enum(FULFILMENTS)),
  customerId: z.optional(z.uuid()),
  from: z.optional(Moment),
  to: z.optional(Moment),
  ...paging,
});
type Params = z.infer<typeof orderListParams>;

type Wanted = Partial<Pick<OutlineRow, 'task' | 'lifecycle' | 'payment' | 'fulfilment'>> & {
  readonly customerId?: string;
};

const wantedBy = ({ tab, lifecycle, payment, fulfilment, customerId }: Params): Wanted => ({
  ...(tab !== 'all' && { task: TASK_OF_TAB[tab] }),
  ...(lifecycle && { lifecycle }),
  ...(payment && { payment }),
  ...(fulfilment && { fulfilment }),
  ...(customerId !== undefined && { customerId }),
});

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

/** How to walk: an index that narrows most, and what is left to look at on each row. */
export const walkFor = async (tables: Pick<ReadTables<OrderListTables>, 'counts'>, params: Params) => {
  const wanted = wantedBy(params);
  const first = await mostSelective(tables, wanted);
  const value = first && wanted[first];
  const range: Range = {
    ...(first && value !== undefined ? { index: `${first}+sort`, prefix: [value] } : { index: 'sort' }),
    ...(params.from !== undefined && { from: params.from }),
    ...(params.to !== undefined && { to: `${params.to}~` }),
    reverse: true,
  };
  const others = Object.entries(wanted).filter(([member]) => member !== first);
  return {
    range,
    ...(others.length > 0 && {
      matches: (row: OutlineRow) => others.every(([member, wants]) => row[member as keyof Wanted] === wants),
    }),
  };
};
