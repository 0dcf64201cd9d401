import type { ParamsOf } from '../../../kernel/index.ts';
import type { OrderList, Tab } from '../../../views/order-list/index.ts';
import { aDay, anId, oneOf, withinDays } from '../../paging/asked-for.ts';
import { today } from '../../words/days.ts';

type Asked = ParamsOf<typeof OrderList>;
type Payment = NonNullable<Asked['payment']>;
type Fulfilment = NonNullable<Asked['fulfilment']>;

export const TABS = [
  'all',
  'drafts',
  'to-ship',
  'returns',
  'to-pay',
  'done',
  'cancelled',
  'archived',
  'discarded',
] as const satisfies readonly Tab[];

export const PAYMENTS = ['unpaid', 'partly-paid', 'paid', 'refund-due'] as const satisfies readonly Payment[];

/** What needs a look: those on hold, and those whose money should have come before today. */
export const ONLY = ['held', 'overdue'] as const;

/** Tabs that are there only while something stands on them. */
export const RARE: ReadonlySet<Tab> = new Set(['returns', 'archived', 'discarded']);

export const FULFILMENTS = [
  'unfulfilled',
  'partly-shipped',
  'shipped',
] as const satisfies readonly Fulfilment[];

/** How the list is looked at; its address says all of it. Days are the person's own calendar's. */
export interface Look {
  readonly tab: (typeof TABS)[number];
  readonly payment?: (typeof PAYMENTS)[number] | undefined;
  readonly fulfilment?: (typeof FULFILMENTS)[number] | undefined;
  readonly customer?: string | undefined;
  readonly tag?: string | undefined;
  readonly only?: (typeof ONLY)[number] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const TAG_LENGTH = 40;

/** Reads a query string; what it doesn't understand it leaves out. */
export const lookFrom = (query: string | undefined): Look => {
  const asked = new URLSearchParams(query ?? '');
  return {
    tab: oneOf(TABS, asked.get('tab')) ?? 'all',
    payment: oneOf(PAYMENTS, asked.get('payment')),
    fulfilment: oneOf(FULFILMENTS, asked.get('fulfilment')),
    customer: anId(asked.get('customer')),
    tag: asked.get('tag')?.slice(0, TAG_LENGTH),
    only: oneOf(ONLY, asked.get('only')),
    from: aDay(asked.get('from')),
    to: aDay(asked.get('to')),
  };
};

/** The address of the list looked at so, with the sheet of an order open beside it. */
export const addressOf = (look: Look, id?: string): string => {
  const said = Object.entries(look).filter(
    ([key, value]) => value !== undefined && !(key === 'tab' && value === 'all'),
  ) as [string, string][];
  const query = new URLSearchParams(said).toString();
  return `/orders${id === undefined ? '' : `/${id}`}${query === '' ? '' : `?${query}`}`;
};

export const filterCount = ({ tab: _, ...filters }: Look): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

export const withoutFilters = ({ tab }: Look): Look => ({ tab });

/** What the query is asked. */
export const askedBy = ({ tab, payment, fulfilment, customer, tag, only, from, to }: Look) => ({
  tab,
  ...(payment && { payment }),
  ...(fulfilment && { fulfilment }),
  ...(customer !== undefined && { customerId: customer }),
  ...(tag !== undefined && { tag }),
  ...(only === 'held' && { held: true }),
  ...(only === 'overdue' && { overdueOn: today() }),
  ...withinDays({ from, to }),
});
