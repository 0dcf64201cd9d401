import { CustomerName } from '../../domain/customer/index.ts';
import type { OrderId } from '../../domain/ids.ts';
import { balanceOf, lifecycle, orders, totalsOf, type OrderState } from '../../domain/order/index.ts';
import { minorUnits, priceOrder, type MinorUnits } from '../../domain/pricing/index.ts';
import type { EventEnvelope } from '../../kernel/index.ts';
import { entryOf } from './entry.ts';
import type { AccountRow } from './row.ts';

const NOBODY = CustomerName.parse('-');

const comingTo = (row: AccountRow, total: MinorUnits): NonNullable<OrderState['agreed']>['totals'] => {
  const { currency } = row;
  const nothing = priceOrder({ currency, taxMode: 'inclusive', rounding: 'perLine', lines: [] });
  if (!nothing.ok) throw new RangeError('nothing has a price');
  return { ...nothing.value, total };
};

/** The order's state as far as an account keeps it. Its lines come back blank: only their total is asked for. */
const stateOf = (row: AccountRow): OrderState => ({
  ...orders.initial,
  terms: { currency: row.currency, taxMode: 'inclusive', rounding: 'perLine' },
  ...(row.customerId && { customer: { customerId: row.customerId, name: NOBODY } }),
  ...(row.number !== undefined && {
    agreed: { number: row.number, totals: comingTo(row, row.agreed), stock: 'settled' },
  }),
  dates: { dueOn: row.dueOn },
  cancelled: row.off === 'cancelled',
  discarded: row.off === 'discarded',
  sums: row.sums,
});

const offOf = (state: OrderState): Pick<AccountRow, 'off'> => {
  const standing = lifecycle(state);
  return standing === 'cancelled' || standing === 'discarded' ? { off: standing } : {};
};

const begun = (id: OrderId, { meta }: EventEnvelope, state: OrderState): AccountRow | undefined =>
  state.terms && {
    id,
    currency: state.terms.currency,
    placedAt: meta.occurredAt,
    agreed: minorUnits(0),
    sums: state.sums,
    total: 0,
    balance: 0,
    entries: [],
  };

/** The account after an event of its order, with an entry where that changed it. */
export const followed = (
  id: OrderId,
  event: EventEnvelope,
  known: AccountRow | undefined,
): AccountRow | undefined => {
  const state = orders.evolve(known ? stateOf(known) : orders.initial, event);
  const before = known ?? begun(id, event, state);
  if (!before) return undefined;
  const total = lifecycle(state) === 'open' ? totalsOf(state).total : 0;
  // A draft owes nothing for its lines yet, but what was paid on it is the customer's.
  const balance = balanceOf(state).balance - (lifecycle(state) === 'draft' ? totalsOf(state).total : 0);
  const entry = entryOf(event, balance - before.balance);
  const entries = entry ? [...before.entries, entry] : before.entries;
  const at = entry && `${entry.at} ${id}`;
  const changed =
    before.changed === undefined || (at !== undefined && at > before.changed) ? at : before.changed;
  const placedAt = event.type === 'OrderSubmitted' ? event.meta.occurredAt : before.placedAt;
  return {
    id,
    currency: state.terms?.currency ?? before.currency,
    placedAt,
    ...(state.customer && { customerId: state.customer.customerId }),
    ...(state.agreed && { number: state.agreed.number }),
    ...(state.dates.dueOn !== undefined && { dueOn: state.dates.dueOn }),
    agreed: state.agreed?.totals.total ?? minorUnits(0),
    ...offOf(state),
    sums: state.sums,
    total,
    balance,
    entries,
    ...(changed !== undefined && { changed }),
    ...(balance !== 0 && { owing: `${state.dates.dueOn ?? placedAt.slice(0, 10)} ${id}` }),
  };
};
