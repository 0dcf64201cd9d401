import {
  allocation,
  balanceOf,
  fulfilled,
  fulfilmentStatus,
  lifecycle,
  OrderRevised,
  orders,
  paymentStatusOf,
  progress,
  returnStatus,
  saleUndone,
  totalsOf,
  type DraftCreated,
  type OrderState,
  type OrderSubmitted,
} from '../../domain/order/index.ts';
import type { EventEnvelope, Recorded } from '../../kernel/index.ts';
import { positionKey, sortKey, tieOf } from '../listing/index.ts';
import { keptOf, stateOf } from './kept.ts';
import type { OrderShelf, OutlineRow, Step, Task } from './row.ts';

/** What no state of the order says. */
type Place = Pick<OutlineRow, 'id' | 'sort' | 'reference'>;

/** What only drafting, agreeing and revising change. */
type Heading = Place &
  Pick<OutlineRow, 'customerId' | 'customerName' | 'customerCompany' | 'lineCount' | 'firstLine'>;

const headingOf = (place: Place, { customer, lines }: OrderState): Heading => {
  const [first] = lines;
  return {
    ...place,
    ...(customer && { customerId: customer.customerId, customerName: customer.name }),
    ...(customer?.company !== undefined && { customerCompany: customer.company }),
    lineCount: lines.length,
    ...(first && { firstLine: first.name }),
  };
};

const taskOf = (state: OrderState, row: Pick<OutlineRow, 'lifecycle' | 'balance'>): Task => {
  if (row.lifecycle !== 'open') return row.lifecycle;
  if (!fulfilled(state)) return 'ship';
  if (state.returns.some((one) => one.standing === 'open')) return 'return';
  return row.balance === 0 ? 'done' : 'pay';
};

const stepOf = (state: OrderState): Step => {
  const lines = progress(state);
  if (lines.some((line) => line.ready > 0)) return 'collect';
  return lines.some((line) => line.prepared > line.shipped) ? 'ship' : 'prepare';
};

const shelfOf = (state: OrderState): OrderShelf => {
  if (state.archived) return 'archived';
  return state.discarded ? 'discarded' : 'active';
};

/** The row of an order that stands so. */
const rowOf = (heading: Heading, version: number, state: OrderState): OutlineRow | undefined => {
  const standing = lifecycle(state);
  if (standing === 'none' || !state.terms) return undefined;
  const status = {
    lifecycle: standing,
    fulfilment: fulfilmentStatus(state),
    balance: balanceOf(state).balance,
  };
  const task = taskOf(state, status);
  const returns = returnStatus(state);
  return {
    ...heading,
    ...(state.agreed && { number: state.agreed.number }),
    ...status,
    payment: paymentStatusOf(state),
    allocation: allocation(state),
    shelf: shelfOf(state),
    ...(returns !== 'none' && { returns }),
    ...(saleUndone(state) && { undone: true }),
    ...(state.hold && { onHold: true }),
    task,
    ...(task === 'ship' && { step: stepOf(state) }),
    ...(state.tags.length > 0 && { tags: state.tags }),
    ...(state.dates.promisedOn !== undefined && { promisedOn: state.dates.promisedOn }),
    ...(state.dates.dueOn !== undefined && { dueOn: state.dates.dueOn }),
    ...(state.invoiced !== undefined && { invoiced: state.invoiced }),
    ...(state.remindedOf !== undefined && { remindedOf: state.remindedOf }),
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

/** The row after any other event; none where there was none. */
export const followed = (event: EventEnvelope, row: OutlineRow | undefined): OutlineRow | undefined => {
  if (!row) return undefined;
  const state = orders.evolve(stateOf(row), event);
  const { id, sort, reference, customerId, customerName, customerCompany, lineCount, firstLine } = row;
  const place: Place = { id, sort, ...(reference !== undefined && { reference }) };
  const settled = {
    ...place,
    ...(customerId && { customerId }),
    ...(customerName !== undefined && { customerName }),
    ...(customerCompany !== undefined && { customerCompany }),
    lineCount,
    ...(firstLine !== undefined && { firstLine }),
  };
  const isAgreedAnew = row.draft !== undefined || event.type === OrderRevised.type;
  return rowOf(isAgreedAnew ? headingOf(place, state) : settled, event.version, state);
};
