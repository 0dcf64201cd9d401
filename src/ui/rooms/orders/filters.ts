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

/** In which order, other than the newest first. */
export const SORTS = [
  'date-rising',
  'number-falling',
  'number-rising',
  'customer-rising',
  'customer-falling',
  'total-falling',
  'total-rising',
] as const satisfies readonly `${Asked['by']}-${'rising' | 'falling'}`[];

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
  /** The newest first, unless it says otherwise. */
  readonly sort?: (typeof SORTS)[number] | undefined;
  /** The day of the past as which all of it is seen: no filter. */
  readonly on?: string | undefined;
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
    sort: oneOf(SORTS, asked.get('sort')),
    on: aDay(asked.get('on')),
  };
};

/** What an address says of a look; nothing of a plain one. */
export const queryOf = (look: Look): string => {
  const said = Object.entries(look).filter(
    ([key, value]) => value !== undefined && !(key === 'tab' && value === 'all'),
  ) as [string, string][];
  return new URLSearchParams(said).toString();
};

/** The address of the list looked at so, with the sheet of an order open beside it. */
export const addressOf = (look: Look, id?: string): string => {
  const query = queryOf(look);
  return `/orders${id === undefined ? '' : `/${id}`}${query === '' ? '' : `?${query}`}`;
};

export const filterCount = ({ tab: _, on: __, sort: ___, ...filters }: Look): number =>
  Object.values(filters).filter((value) => value !== undefined).length;

export const withoutFilters = ({ tab, sort, on }: Look): Look => ({ tab, sort, on });

const sorted = (sort: Look['sort']) => {
  const [by, way] = (sort?.split('-') ?? []) as [Asked['by']?, string?];
  return by && { by, rising: way === 'rising' };
};

/** Places in the list rise from its top to its end. */
export const isRising = ({ sort }: Look): boolean => sorted(sort)?.rising ?? false;

/** What the query is asked. */
export const askedBy = ({ tab, payment, fulfilment, customer, tag, only, from, to, sort, on }: Look) => ({
  tab,
  ...sorted(sort),
  ...(payment && { payment }),
  ...(fulfilment && { fulfilment }),
  ...(customer !== undefined && { customerId: customer }),
  ...(tag !== undefined && { tag }),
  ...(only === 'held' && { held: true }),
  ...(only === 'overdue' && { overdueOn: on ?? today() }),
  ...withinDays({ from, to }),
});
