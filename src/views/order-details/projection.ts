import type { OrderId } from '../../domain/ids.ts';
import {
  CreditGranted,
  DraftCreated,
  ItemsCollected,
  ItemsShipped,
  NoteAdded,
  OrderCancelled,
  orderIdOf,
  OrderReopened,
  OrderRevised,
  orders,
  OrderSubmitted,
  PaymentRecorded,
  PaymentVoided,
  progress,
  RefundPaid,
  WrittenOff,
  ReturnReceived,
  ReturnRequested,
  type OrderState,
} from '../../domain/order/index.ts';
import { PositiveQuantity } from '../../domain/pricing/index.ts';
import {
  changesOf,
  defineProjection,
  type EventEnvelope,
  type ProjectionBuilder,
} from '../../kernel/index.ts';
import type { OrderCredit, OrderDetailsRow, OrderDetailsTables, Told } from './row.ts';

const { orders: details } = changesOf<OrderDetailsTables>()('orders');

const begun = (id: OrderId, { meta }: EventEnvelope): OrderDetailsRow => ({
  id,
  state: orders.initial,
  placedAt: meta.occurredAt,
  payments: [],
  refunds: [],
  credits: [],
  shipments: [],
  handOvers: [],
  returnsTold: {},
  revisions: [],
  notes: [],
  version: 0,
});

const told = ({ meta }: EventEnvelope): Told => ({ at: meta.occurredAt, actor: meta.actor });

/** Goods leave an order that stood as in `before`. */
const leaving = (event: EventEnvelope, before: OrderState) => {
  const toFollow = progress(orders.evolve(before, event))
    .filter(({ left }) => left > 0)
    .map(({ lineId, left }) => ({ lineId, quantity: PositiveQuantity.parse(left) }));
  return { ...told(event), revision: before.revision, ...(toFollow.length > 0 && { toFollow }) };
};

const evolved = (row: OrderDetailsRow, event: EventEnvelope): OrderDetailsRow => ({
  ...row,
  state: orders.evolve(row.state, event),
  version: event.version,
});

/** An event after the first: `more` adds what the order's state leaves out. */
const followed = (
  event: EventEnvelope,
  more: (row: OrderDetailsRow) => Partial<OrderDetailsRow> = () => ({}),
) => [details(orderIdOf(event), (row) => row && { ...evolved(row, event), ...more(row) })];

const credited = (event: EventEnvelope, credit: Omit<OrderCredit, keyof Told>) =>
  followed(event, ({ credits }) => ({ credits: [...credits, { ...credit, ...told(event) }] }));

const everyEvent = (view: ProjectionBuilder<OrderDetailsTables>): ProjectionBuilder<OrderDetailsTables> =>
  orders.events.reduce((following, eventType) => following.on(eventType, (event) => followed(event)), view);

/** Everything about one order, but for what happened when (that is its history). */
export const orderDetails = everyEvent(
  defineProjection<OrderDetailsTables>({
    name: 'order-details',
    version: 8,
    tables: { orders: { key: 'id' } },
  }),
)
  .on(DraftCreated, (event) => {
    const id = event.data.orderId;
    return [details(id, () => evolved(begun(id, event), event))];
  })
  .on(OrderSubmitted, (event) => {
    const { orderId: id, source, shipTo, override } = event.data;
    return [
      details(id, (row = begun(id, event)) => ({
        ...evolved(row, event),
        placedAt: event.meta.occurredAt,
        ...(source && { source }),
        ...(shipTo && { shipTo }),
        ...(override !== undefined && { override }),
      })),
    ];
  })
  .on(NoteAdded, (event) =>
    followed(event, ({ notes }) => ({ notes: [...notes, { ...event.data, ...told(event) }] })),
  )
  .on(PaymentRecorded, (event) =>
    followed(event, ({ payments }) => ({ payments: [...payments, { ...event.data, ...told(event) }] })),
  )
  .on(PaymentVoided, (event) => {
    const { paymentId, reason } = event.data;
    return followed(event, ({ payments }) => ({
      payments: payments.map((payment) =>
        payment.paymentId === paymentId ? { ...payment, voided: { reason, ...told(event) } } : payment,
      ),
    }));
  })
  .on(RefundPaid, (event) =>
    followed(event, ({ refunds }) => ({ refunds: [...refunds, { ...event.data, ...told(event) }] })),
  )
  .on(CreditGranted, (event) => credited(event, { ...event.data, kind: 'credit' }))
  .on(WrittenOff, (event) => credited(event, { ...event.data, kind: 'write-off' }))
  .on(ItemsShipped, (event) => {
    const { stock: _, ...shipped } = event.data;
    return followed(event, ({ shipments, state }) => ({
      shipments: [...shipments, { ...shipped, ...leaving(event, state) }],
    }));
  })
  .on(ItemsCollected, (event) => {
    const { fulfilmentId, lines } = event.data;
    return followed(event, ({ handOvers, state }) => ({
      handOvers: [...handOvers, { fulfilmentId, lines, ...leaving(event, state) }],
    }));
  })
  .on(ReturnRequested, (event) =>
    followed(event, ({ returnsTold }) => ({
      returnsTold: { ...returnsTold, [event.data.returnId]: told(event) },
    })),
  )
  .on(ReturnReceived, (event) =>
    followed(event, ({ returnsTold }) => {
      const { returnId } = event.data;
      const receivedAt = event.meta.occurredAt;
      return {
        returnsTold: { ...returnsTold, [returnId]: { ...told(event), ...returnsTold[returnId], receivedAt } },
      };
    }),
  )
  .on(OrderRevised, (event) =>
    followed(event, ({ revisions }) => ({ revisions: [...revisions, { ...event.data, ...told(event) }] })),
  )
  .on(OrderReopened, (event) => [
    details(orderIdOf(event), (row) => {
      if (!row) return undefined;
      const { cancellation: _, ...kept } = row;
      return evolved(kept, event);
    }),
  ])
  .on(OrderCancelled, (event) =>
    followed(event, () => ({ cancellation: { ...event.data, ...told(event) } })),
  );
