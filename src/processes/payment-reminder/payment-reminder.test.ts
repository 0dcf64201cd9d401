import { describe, it } from 'vitest';
import { on, send } from '../../kernel/index.ts';
import * as order from '../../domain/order/index.ts';
import { minorUnits } from '../../domain/pricing/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { reacting } from '../../../test/spec/reaction.ts';
import { agreed, eur, invoiceId, line, openOrder, orderId, paymentId, TEA } from '../../../test/spec/shop.ts';
import { paymentReminder } from './index.ts';

const lines = [line(1, TEA, 2)];
const due = (dueOn: string) =>
  on(order.orders, orderId(1), order.OrderSubmitted(agreed(1, lines, { dueOn })));
const since = (...events: Parameters<typeof on>[2][]) => on(order.orders, orderId(1), ...events);
const paid = (major: number) =>
  since(order.PaymentRecorded({ paymentId: paymentId(1), method: 'cash', amount: eur(major) }));

// Events of specs are recorded on 2026-11-20.
const december = due('2026-12-01');
const ask = { key: '2026-12-01', due: '2026-12-08T00:00:00.000Z' };
const told = (late: number) =>
  send(order.RemindOfPayment, { orderId: orderId(1), dueOn: '2026-12-01', late });
const watching = reacting(paymentReminder);

describe('when it is time to ask for money', () => {
  it('waits a week after the due day', () => watching.given(december).thenWaitsFor(ask));
  it('waits as long as was agreed when the order was placed, also when another day is agreed', () => {
    const placed = on(
      order.orders,
      orderId(1),
      order.OrderSubmitted(agreed(1, lines, { dueOn: '2026-12-01', reminderDays: 2 })),
    );
    watching.given(placed).thenWaitsFor({ key: '2026-12-01', due: '2026-12-03T00:00:00.000Z' });
    const before = { lines: [...lines], dueOn: '2026-12-01', totals: agreed(1, lines).totals };
    const later = since(
      order.OrderRevised({
        ...{ revision: 1, before, after: { ...before, dueOn: '2026-12-24' }, reason: 'asked for time' },
      }),
    );
    watching.given(placed, later).thenWaitsFor({ key: '2026-12-24', due: '2026-12-26T00:00:00.000Z' });
  });
  it('then tells, saying how late', () => {
    watching.given(december).whenItIs('2026-12-07T23:59:59.999Z').thenSendsNothing();
    watching.given(december).whenItIs('2026-12-08T00:00:00.000Z').thenSends(told(0));
    watching.given(december).whenItIs('2026-12-09T00:00:00.000Z').thenSends(told(86_400_000));
  });
  it('waits on while only part is paid, and no longer once all is', () => {
    watching.given(december, paid(5)).thenWaitsFor(ask);
    watching.given(december, paid(9)).thenWaitsFor();
  });
  it('does not wait for an order that is off, and does again once it is on', () => {
    const off = since(order.OrderCancelled({ reason: 'x' }));
    watching.given(december, off).thenWaitsFor();
    watching.given(december, off, since(order.OrderReopened({ reason: 'x' }))).thenWaitsFor(ask);
  });
  it('waits for the day that was agreed last', () => {
    const before = { lines: [...lines], dueOn: '2026-12-01', totals: agreed(1, lines).totals };
    const revised = order.OrderRevised({
      ...{ revision: 1, before, after: { ...before, dueOn: '2026-12-24' }, reason: 'asked for time' },
    });
    const later = { key: '2026-12-24', due: '2026-12-31T00:00:00.000Z' };
    watching.given(december, since(revised)).thenWaitsFor(later);
  });
  it('waits for the day on the invoice where none was agreed, for what is still owed by then', () => {
    const placed = openOrder(1, lines);
    const invoiced = (dueOn?: string) =>
      since(
        order.InvoiceIssued({
          ...{ invoiceId: invoiceId(1), number: 'INV-1001', orderNumber: 'A-1001', issuedOn: '2026-11-20' },
          ...{ seller: { name: 'My book' }, lines: [...lines], totals: agreed(1, lines).totals },
          ...{ currency: agreed(1, lines).currency, taxMode: 'inclusive' },
          ...{ credits: minorUnits(0), paid: eur(5), balance: eur(4), dueOn },
        }),
      );
    watching.given(placed, paid(5), invoiced('2026-12-01')).thenWaitsFor(ask);
    watching.given(placed, paid(5), invoiced('2026-12-01'), paid(4)).thenWaitsFor();
    watching.given(placed, invoiced()).thenWaitsFor();
    watching.given(december, invoiced('2026-12-01')).thenWaitsFor(ask);
    // The paper was taken back, and the next asks for it later.
    const later = { key: '2026-12-24', due: '2026-12-31T00:00:00.000Z' };
    watching.given(placed, paid(5), invoiced('2026-12-01'), invoiced('2026-12-24')).thenWaitsFor(later);
  });
  it('waits for nothing where nothing is due, or was long before it came into the book', () => {
    watching.given(openOrder(1, lines)).thenWaitsFor();
    watching.given(due('2026-11-01')).thenWaitsFor();
  });
});

describe('the news that it is time to ask', () => {
  const news = { orderId: orderId(1), dueOn: '2026-12-01', late: 0 };
  const asked = order.PaymentReminderDue({ dueOn: '2026-12-01', late: 0 });
  it('is kept on the order, once', async () => {
    await given(december).when(order.RemindOfPayment, news).then(asked);
    await given(december, since(asked)).when(order.RemindOfPayment, news).thenNothing();
  });
  it('comes too late for one that is paid, off, or due on another day', async () => {
    await given(december, paid(9)).when(order.RemindOfPayment, news).thenNothing();
    await given(december, since(order.OrderCancelled({ reason: 'x' })))
      .when(order.RemindOfPayment, news)
      .thenNothing();
    await given(due('2026-12-02')).when(order.RemindOfPayment, news).thenNothing();
    await given().when(order.RemindOfPayment, news).thenNothing();
  });
});
