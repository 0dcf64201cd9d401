import { expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { salesView } from './projection.ts';
import { Sales } from './query.ts';

const on = (day: number) => `2026-11-0${String(day)}T09:00:00.000Z`;
const midnight = (day: number) => `2026-11-0${String(day)}T00:00:00.000Z`;
const reported = ({ events }: Stall, from: number, end: number) =>
  ask(Sales, project(salesView).after(events).tables, {
    ...{ currency: 'EUR', from: midnight(from), ends: [midnight(end)] },
  });

it('sales count one that was taken back at the counter as none, until it is revised', async () => {
  const stall = await openStall();
  const { lines } = draftFor(id(21));
  const payment = { paymentId: id(801), method: 'card' };
  const sale = { orderId: id(21), lines, fulfilmentId: id(31), payment };
  await stall.tell('CounterSale', { ...sale, override: 'They are here' }, on(1));
  const whole = await reported(stall, 1, 2);
  expect(whole.sums.orders).toBe(1);
  const returned = { orderId: id(21), returnId: id(51), reason: 'Mistyped' };
  await stall.tell('UndoCounterSale', { ...returned, creditId: id(41), refundId: id(42) }, on(1));
  const { sums, products, methods } = await reported(stall, 1, 2);
  expect(sums).toMatchObject({ orders: 0, net: 0, tax: 0, credited: 0, taken: 0 });
  expect(products.every(({ quantity, gross }) => quantity === 0 && gross === 0)).toBe(true);
  expect(methods).toEqual([{ method: 'card', taken: 2310, refunded: 2310 }]);
  const changes = { lines: [{ kind: 'add', lineId: line(id(21), 3), productId: SOAP, quantity: 1000 }] };
  await stall.tell('ReviseOrder', { orderId: id(21), baseRevision: 0, changes, reason: 'More' }, on(2));
  const again = await reported(stall, 1, 3);
  expect(again.sums.orders).toBe(1);
  expect(again.sums.credited).toBe(2310);
  // It is an order again, of which all but the one that was added came back.
  expect(again.products).toMatchObject([
    { productId: SOAP, quantity: 2000, returned: 1000, gross: 350 },
    { quantity: 2000, returned: 2000, gross: 0 },
  ]);
});
