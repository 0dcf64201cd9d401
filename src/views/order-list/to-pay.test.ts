import { expect, it } from 'vitest';
import { project } from '../../../test/spec/projection.ts';
import { draftFor, id, openStall } from '../../../test/spec/stall.ts';
import { orderList } from './projection.ts';

const ORDER = id(21);

it('an order is to be paid, too, while an invoice stands for it that is not paid', async () => {
  const stall = await openStall();
  const list = () => project(orderList).after(stall.events);
  const row = () => list().row('orders', ORDER);
  await stall.tell('CreateDraft', draftFor(ORDER));
  await stall.tell('SubmitOrder', { orderId: ORDER });
  expect(row()).not.toHaveProperty('toPay');
  await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(41) });
  list().thenRow('orders', ORDER, { task: 'ship', invoiced: 2310 as never, toPay: 1 });
  await stall.tell('IssueCreditNote', { orderId: ORDER, creditNoteId: id(51), reason: 'Wrong address' });
  expect(row()).not.toHaveProperty('toPay');
  expect(row()).not.toHaveProperty('dueOn');
  await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(42) });
  list().thenRow('orders', ORDER, { toPay: 1 });
  await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
  list().thenRow('orders', ORDER, { task: 'pay', toPay: 1 }).thenRow('counts', 'toPay:1', { orders: 1 });
  await stall.tell('RecordPayment', { orderId: ORDER, paymentId: id(61), method: 'cash', amount: 2310 });
  expect(row()).not.toHaveProperty('toPay');
  list().thenNoRow('counts', 'toPay:1');
});
