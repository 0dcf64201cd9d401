import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import type { FulfilmentStatus, Lifecycle } from '../../domain/order/index.ts';
import type { PaymentStatus } from '../../domain/pricing/index.ts';
import { paging } from '../listing/index.ts';
import type { OrderShelf, Step } from '../order-outline/index.ts';
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
  'credited',
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

/** What stands on the tabs of the list, by what is to be done: an order that is to be shipped may be to be paid too. */
export const ON_TAB = {
  drafts: { queue: 'draft' },
  'to-ship': { queue: 'ship' },
  returns: { queue: 'return' },
  'to-pay': { toPay: 1 },
  done: { queue: 'done' },
  cancelled: { queue: 'cancelled' },
} as const satisfies Record<string, Pick<ListedRow, 'queue'> | Pick<ListedRow, 'toPay'>>;

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

export type Wanted = Partial<Pick<ListedRow, Facet>> & { readonly customerId?: string };

const hasTask = (tab: Tab): tab is keyof typeof ON_TAB => tab in ON_TAB;

export const shelfOf = (tab: Tab): OrderShelf => AWAY.find((away) => away === tab) ?? 'active';

/** What indexes know. */
export const wantedBy = ({ tab, lifecycle, payment, fulfilment, step, customerId }: Params): Wanted => {
  return {
    ...(hasTask(tab) && ON_TAB[tab]),
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
