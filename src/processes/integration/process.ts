import { defineProcess, type Effect, type EventEnvelope, type EventType } from '../../kernel/index.ts';
import * as order from '../../domain/order/index.ts';
import { toDecimalString } from '../../domain/pricing/index.ts';
import { moneyAfter, noMoney, owed, type OrderMoney } from '../order-money/index.ts';
import * as outside from './messages.ts';

/** What later messages of an order say again. */
export interface Told {
  readonly number: string;
  readonly currency: string;
  readonly money: OrderMoney;
  /** The command that imported it: what came in with it is no news. */
  readonly importedBy?: string;
}

const untold: Told = { number: '', currency: '', money: noMoney };

const decimal = (thousandths: number): string => toDecimalString(thousandths, 3, 0);

const counted = <Line extends { readonly quantity: number }>(line: Line) => ({
  ...line,
  quantity: decimal(line.quantity),
});

type Tell = (told: Told, ids: { orderId: string; number: string }, data: unknown) => Effect | undefined;

const on = <Type extends string, Data>(
  { type }: EventType<Type, Data>,
  tell: (told: Told, ids: { orderId: string; number: string }, data: Data) => Effect | undefined,
) => [type, tell as Tell] as const;

const changed: Tell = ({ currency, money }, ids) =>
  outside.OrderChanged({ ...ids, currency, total: money.total });

const tellings = new Map<string, Tell>([
  on(order.OrderSubmitted, (_, ids, { customer, currency, totals, dueOn, promisedOn, lines }) =>
    outside.OrderPlaced({
      ...ids,
      ...{ currency, total: totals.total, dueOn, promisedOn, customerId: customer?.customerId },
      lines: lines.map(({ lineId, productId, variantId, sku, name, unit, quantity }) =>
        counted({ lineId, productId, variantId, sku, name, unit, quantity }),
      ),
    }),
  ),
  on(order.OrderRevised, changed),
  on(order.LineRemainderCancelled, changed),
  on(order.ItemsShipped, (_, ids, { fulfilmentId, lines, carrier, tracking }) =>
    outside.OrderShipped({
      ...{ ...ids, fulfilmentId, carrier, tracking, lines: lines.map(counted), collected: false },
    }),
  ),
  on(order.ItemsCollected, (_, ids, { fulfilmentId, lines }) =>
    outside.OrderShipped({ ...ids, fulfilmentId, lines: lines.map(counted), collected: true }),
  ),
  on(order.ReturnReceived, (_, ids, { returnId, lines }) =>
    outside.OrderReturned({
      ...{ ...ids, returnId },
      lines: lines.map(({ lineId, quantity, disposition }) => counted({ lineId, quantity, disposition })),
    }),
  ),
  // Credit that is spent on another order is no money given back.
  on(order.RefundPaid, ({ currency }, ids, { method, refundId, amount }) =>
    method === 'credit' ? undefined : outside.OrderRefunded({ ...ids, currency, refundId, amount }),
  ),
  on(order.OrderCancelled, (_, ids) => outside.OrderCancelled(ids)),
  on(order.OrderReopened, (_, ids) => outside.OrderReopened(ids)),
]);

const begun = ({ data, meta }: EventEnvelope, before: Told): Told => {
  const { number, currency, source } = data as { number: string; currency: string; source?: unknown };
  return { ...before, number, currency, ...(source !== undefined && { importedBy: meta.commandId }) };
};

const step = (before: Told, event: EventEnvelope) => {
  const headed = event.type === order.OrderSubmitted.type ? begun(event, before) : before;
  const state: Told = { ...headed, money: moneyAfter(headed.money, event) };
  const isNews = state.number !== '' && event.meta.commandId !== state.importedBy;
  if (!isNews || event.type === order.OrderImportUndone.type) return { state, effects: [] };
  const ids = { orderId: order.orderIdOf(event), number: state.number };
  const telling = tellings.get(event.type)?.(state, ids, event.data);
  const { total, cancelled } = state.money;
  const isPaid =
    !cancelled && total > 0 && owed(state.money) <= 0 && (before.number === '' || owed(before.money) > 0);
  const paid = outside.OrderPaid({ ...ids, currency: state.currency, total });
  return { state, effects: [...(telling ? [telling] : []), ...(isPaid ? [paid] : [])] };
};

const heard = [
  order.OrderSubmitted,
  order.OrderRevised,
  order.LineRemainderCancelled,
  order.OrderCancelled,
  order.OrderReopened,
  order.OrderImportUndone,
  order.PaymentRecorded,
  order.PaymentVoided,
  order.CreditGranted,
  order.WrittenOff,
  order.RefundPaid,
  order.CashRounded,
  order.ItemsShipped,
  order.ItemsCollected,
  order.ReturnReceived,
] as const;

/** Says in public words what happens to orders. One instance per order; its name is for ever. */
export const integrationProcess = heard.reduce(
  (process, eventType) => process.on(eventType as never, { instance: order.orderIdOf, step }),
  defineProcess<Told>({ name: 'integration', initial: untold }),
);
