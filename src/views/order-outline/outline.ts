import {
  allocation,
  balanceOf,
  fulfilmentStatus,
  lifecycle,
  orders,
  paymentStatusOf,
  totalsOf,
  type DraftCreated,
  type OrderState,
  type OrderSubmitted,
} from '../../domain/order/index.ts';
import type { EventEnvelope, Recorded } from '../../kernel/index.ts';
import { positionKey, sortKey, tieOf } from '../listing/index.ts';
import { keptOf, stateOf } from './kept.ts';
import type { OutlineRow, Task } from './row.ts';

/** What no state of the order says. */
type Place = Pick<OutlineRow, 'id' | 'sort' | 'reference'>;

/** What is settled once an order is submitted. */
type Heading = Place & Pick<OutlineRow, 'customerId' | 'customerName' | 'lineCount' | 'firstLine'>;

const headingOf = (place: Place, { customer, lines }: OrderState): Heading => {
  const [first] = lines;
  return {
    ...place,
    ...(customer && { customerId: customer.customerId, customerName: customer.name }),
    lineCount: lines.length,
    ...(first && { firstLine: first.name }),
  };
};

const taskOf = (row: Pick<OutlineRow, 'lifecycle' | 'fulfilment' | 'balance'>): Task => {
  if (row.lifecycle !== 'open') return row.lifecycle;
  if (row.fulfilment !== 'shipped') return 'ship';
  return row.balance === 0 ? 'done' : 'pay';
};

/** The row of an order that stands so; a discarded draft has none. */
const rowOf = (heading: Heading, version: number, state: OrderState): OutlineRow | undefined => {
  const standing = lifecycle(state);
  if (standing === 'none' || standing === 'discarded' || !state.terms) return undefined;
  const status = {
    lifecycle: standing,
    fulfilment: fulfilmentStatus(state),
    balance: balanceOf(state).balance,
  };
  return {
    ...heading,
    ...(state.agreed && { number: state.agreed.number }),
    ...status,
    payment: paymentStatusOf(state),
    allocation: allocation(state),
    ...(state.hold && { onHold: true }),
    task: taskOf(status),
    total: totalsOf(state).total,
    currency: state.terms.currency,
    version,
    ...keptOf(state),
  };
};

/** The row of a draft that begins. */
export const begun = (event: Recorded<typeof DraftCreated>): OutlineRow | undefined => {
  const state = orders.evolve(orders.initial, event);
  const sort = sortKey(event.meta.occurredAt, positionKey(event.position));
  return rowOf(headingOf({ id: event.data.orderId, sort }, state), event.version, state);
};

/** The row once it is submitted, from its draft or, imported, from nothing. */
export const submitted = (
  event: Recorded<typeof OrderSubmitted>,
  row: OutlineRow | undefined,
): OutlineRow | undefined => {
  const { orderId: id, source } = event.data;
  const state = orders.evolve(row ? stateOf(row) : orders.initial, event);
  const sort = sortKey(event.meta.occurredAt, row ? tieOf(row.sort) : positionKey(event.position));
  const place = { id, sort, ...(source && { reference: source.reference }) };
  return rowOf(headingOf(place, state), event.version, state);
};

/** The row after any other event; none where there was none, as of a discarded draft. */
export const followed = (event: EventEnvelope, row: OutlineRow | undefined): OutlineRow | undefined => {
  if (!row) return undefined;
  const state = orders.evolve(stateOf(row), event);
  const { onHold: _, draft, lines: __, sums: ___, ...agreed } = row;
  const heading = draft ? headingOf({ id: row.id, sort: row.sort }, state) : agreed;
  return rowOf(heading, event.version, state);
};
