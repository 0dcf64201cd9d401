import { KINDS, type Kind } from '../../../views/activity/row.ts';
import { aDay, anId, oneOf, withinDays } from '../../paging/asked-for.ts';

/** How the activity is looked at; its address says all of it. Days are the person's own calendar's. */
export interface Look {
  readonly kind?: Kind | undefined;
  readonly who?: string | undefined;
  readonly order?: string | undefined;
  readonly customer?: string | undefined;
  /** Or a variant, by its own id. */
  readonly product?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** With the small steps of which everything is made. */
  readonly steps?: 'all' | undefined;
}

const ACTOR_LENGTH = 200;

/** Reads a query string; what it doesn't understand it leaves out. */
export const lookFrom = (query: string | undefined): Look => {
  const asked = new URLSearchParams(query ?? '');
  return {
    kind: oneOf(KINDS, asked.get('kind')),
    who: asked.get('who')?.slice(0, ACTOR_LENGTH),
    order: anId(asked.get('order')),
    customer: anId(asked.get('customer')),
    product: anId(asked.get('product')),
    from: aDay(asked.get('from')),
    to: aDay(asked.get('to')),
    steps: oneOf(['all'] as const, asked.get('steps')),
  };
};

export const addressOf = (look: Look): string => {
  const said = Object.entries(look).filter(([, value]) => value !== undefined) as [string, string][];
  const query = new URLSearchParams(said).toString();
  return `/activity${query === '' ? '' : `?${query}`}`;
};

export const filterCount = (look: Look): number =>
  Object.values(look).filter((value) => value !== undefined).length;

/** What the book does by itself is nothing but small steps. */
const byItself = (who: string | undefined): boolean => who?.startsWith('process') ?? false;

/** What the query is asked. */
export const askedBy = ({ kind, who, order, customer, product, from, to, steps }: Look) => ({
  ...(kind && { kind }),
  ...(who !== undefined && { actor: who }),
  ...(order !== undefined && { orderId: order }),
  ...(customer !== undefined && { customerId: customer }),
  ...(product !== undefined && { productId: product }),
  ...withinDays({ from, to }),
  everything: steps === 'all' || byItself(who),
});
