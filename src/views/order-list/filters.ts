import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import type { FulfilmentStatus, Lifecycle } from '../../domain/order/index.ts';
import type { PaymentStatus } from '../../domain/pricing/index.ts';
import { paging } from '../listing/index.ts';
import type { OrderShelf, OutlineRow, Step, Task } from '../order-outline/index.ts';
import type { Facet, ListedRow } from './row.ts';

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
  /** In which order; drafts and orders of nobody stand after all numbers and names. */
  by: z._default(z.enum(['date', 'number', 'customer', 'total']), 'date'),
  /** The oldest, the lowest, the first of the alphabet at the top. */
  rising: z._default(z.boolean(), false),
  ...paging,
});
export type Params = z.infer<typeof orderListParams>;

export type Wanted = Partial<Pick<OutlineRow, Facet>> & { readonly customerId?: string };

const taskOf = (tab: Tab): Task | undefined => (TASK_OF_TAB as Partial<Record<Tab, Task>>)[tab];

export const shelfOf = (tab: Tab): OrderShelf => AWAY.find((away) => away === tab) ?? 'active';

/** What indexes know. */
export const wantedBy = ({ tab, lifecycle, payment, fulfilment, step, customerId }: Params): Wanted => {
  const task = taskOf(tab);
  return {
    ...(task && { task }),
    ...(lifecycle && { lifecycle }),
    ...(payment && { payment }),
    ...(fulfilment && { fulfilment }),
    ...(step && { step }),
    ...(customerId !== undefined && { customerId }),
  };
};

type Test = (row: ListedRow) => boolean;

/** What no index of the list's orders knows. */
export const testsBy = ({ tag, held, overdueOn }: Params): readonly Test[] => [
  ...(held ? [(row: ListedRow) => row.onHold === true] : []),
  ...(tag === undefined ? [] : [(row: ListedRow) => row.tags?.includes(tag) ?? false]),
  ...(overdueOn === undefined ? [] : [({ owedOn }: ListedRow) => owedOn !== undefined && owedOn < overdueOn]),
];
