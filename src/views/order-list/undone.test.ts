import { expect, it } from 'vitest';
import { project } from '../../../test/spec/projection.ts';
import { draftFor, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { orderDetails } from '../order-details/projection.ts';
import { pageOf } from '../order-details/page.ts';
import { orderList } from './projection.ts';

const ORDER = id(21);

const sold = async (): Promise<Stall> => {
  const stall = await openStall();
  await stall.tell('CounterSale', {
    ...{ orderId: ORDER, lines: draftFor(ORDER).lines, fulfilmentId: id(31), override: 'They are here' },
    payment: { paymentId: id(32), method: 'card' },
  });
  return stall;
};
const listed = ({ events }: Stall) => project(orderList).after(events).row('orders', ORDER);
const isUndone = ({ events }: Stall) => {
  const stored = project(orderDetails).after(events).row('orders', ORDER);
  return stored && pageOf(stored)?.undone;
};

it('a sale over the counter that is taken back says so, until it is revised', async () => {
  const stall = await sold();
  const back = { orderId: ORDER, returnId: id(33), creditId: id(34), refundId: id(35), reason: 'Mistyped' };
  await stall.tell('UndoCounterSale', back);
  await stall.tell('Tag', { orderId: ORDER, tag: 'odd' });
  expect(listed(stall)).toMatchObject({ task: 'done', payment: 'refunded', undone: true });
  expect(isUndone(stall)).toBe(true);
  const changes = { shipping: { amount: 100 } };
  await stall.tell('ReviseOrder', { orderId: ORDER, baseRevision: 0, changes, reason: 'Sent after all' });
  expect(listed(stall)).not.toHaveProperty('undone');
  expect(isUndone(stall)).toBe(false);
});

it('a sale of which everything came back as a return does not', async () => {
  const stall = await sold();
  const { lines } = draftFor(ORDER);
  const back = lines.map(({ lineId, quantity }) => ({ lineId, quantity }));
  const one = { orderId: ORDER, returnId: id(33) };
  await stall.tell('RequestReturn', { ...one, lines: back, reason: 'Broken' });
  const received = back.map((line) => ({ ...line, disposition: 'restock' }));
  await stall.tell('ReceiveReturn', { ...one, lines: received });
  await stall.tell('CloseReturn', one);
  await stall.tell('GrantCredit', { ...one, creditId: id(34), amount: 2310, reason: 'Broken' });
  const refund = { orderId: ORDER, refundId: id(35), method: 'card', amount: 2310, reason: 'Broken' };
  await stall.tell('PayRefund', refund);
  expect(listed(stall)).toMatchObject({ task: 'done', payment: 'refunded', returns: 'returned' });
  expect(listed(stall)).not.toHaveProperty('undone');
  expect(isUndone(stall)).toBe(false);
});
