import { beforeEach, describe, expect, it } from 'vitest';
import { project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, HONEY, id, line, openStall, type Stall } from '../../../test/spec/stall.ts';
import { orderList } from './projection.ts';

const ORDER = id(21);
const MORNING = '2026-11-20T08:00:00.000Z';
const NOON = '2026-11-20T12:00:00.000Z';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});

const list = () => project(orderList).after(stall.events);
const row = () => list().row('orders', ORDER);
const take = async () => {
  await stall.tell('CreateDraft', draftFor(ORDER), MORNING);
  await stall.tell('SubmitOrder', { orderId: ORDER }, NOON);
};
const pay = (amount: number) =>
  stall.tell('RecordPayment', { orderId: ORDER, paymentId: id(amount), method: 'cash', amount });

describe('a draft', () => {
  beforeEach(() => stall.tell('CreateDraft', draftFor(ORDER), MORNING));

  it('stands with its customer, its first line and its running total', () => {
    list().thenRow('orders', ORDER, {
      lifecycle: 'draft',
      task: 'draft',
      customerId: ADA as never,
      customerName: 'Ada Ångström',
      lineCount: 2,
      firstLine: 'Honey',
      total: 2310 as never,
      payment: 'unpaid',
    });
  });

  it('follows its lines and customer', async () => {
    await stall.tell('RemoveLine', { orderId: ORDER, lineId: line(ORDER, 1) });
    await stall.tell('AssignCustomer', { orderId: ORDER });
    list().thenRow('orders', ORDER, { lineCount: 1, firstLine: 'Soap', total: 350 as never });
    expect(row()).not.toHaveProperty('customerName');
  });

  it('is out of the way when it is discarded, also when a note is added, and back when it is restored', async () => {
    await stall.tell('DiscardDraft', { orderId: ORDER });
    await stall.tell('AddNote', { orderId: ORDER, text: 'Never came back' });
    list()
      .thenRow('orders', ORDER, { shelf: 'discarded', lifecycle: 'discarded' })
      .thenRow('counts', 'shelf:discarded', { orders: 1 })
      .thenNoRow('counts', 'queue:draft');
    await stall.tell('RestoreDraft', { orderId: ORDER });
    list()
      .thenRow('orders', ORDER, { shelf: 'active', task: 'draft', total: 2310 as never })
      .thenRow('counts', 'queue:draft', { orders: 1 })
      .thenNoRow('counts', 'shelf:discarded');
  });

  it('keeps its place among equals when it is submitted, at the time it was placed', async () => {
    const tie = row()?.sort.slice(-10);
    await stall.tell('SubmitOrder', { orderId: ORDER }, NOON);
    list().thenRow('orders', ORDER, { sort: `${NOON} ${tie}`, number: 'A-1001' });
  });
});

describe('an open order', () => {
  beforeEach(take);

  it('is to be shipped, then paid, then done, and counted so', async () => {
    list().thenRow('orders', ORDER, { task: 'ship', fulfilment: 'unfulfilled', balance: 2310 as never });
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    list().thenRow('orders', ORDER, { task: 'pay', fulfilment: 'shipped', payment: 'unpaid' });
    await pay(1000);
    list().thenRow('orders', ORDER, { task: 'pay', payment: 'partly-paid', balance: 1310 as never });
    await pay(1310);
    list()
      .thenRow('orders', ORDER, { task: 'done', payment: 'paid', balance: 0 as never })
      .thenRow('counts', 'queue:done', { orders: 1 })
      .thenNoRow('counts', 'toPay:1');
  });

  it('remembers what was shipped of which line', async () => {
    const ship = (n: number, lineId: string, quantity: number) =>
      stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(30 + n), lines: [{ lineId, quantity }] });
    await ship(1, line(ORDER, 1), 1000);
    list().thenRow('orders', ORDER, { fulfilment: 'partly-shipped', task: 'ship' });
    await ship(2, line(ORDER, 2), 1000);
    list().thenRow('orders', ORDER, { fulfilment: 'partly-shipped' });
    await ship(3, line(ORDER, 1), 1000);
    list().thenRow('orders', ORDER, { fulfilment: 'shipped', task: 'pay' });
  });

  it('waits for stock until stock comes', async () => {
    list().thenRow('orders', ORDER, { allocation: 'back-ordered' });
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 5000 });
    list().thenRow('orders', ORDER, { allocation: 'partly-back-ordered' });
  });

  it('shows that it is held, and that it is not any more', async () => {
    await stall.tell('HoldOrder', { orderId: ORDER, reason: 'Address is unclear' });
    list().thenRow('orders', ORDER, { onHold: true });
    await stall.tell('ReleaseOrder', { orderId: ORDER });
    expect(row()).not.toHaveProperty('onHold');
  });

  it('owes the customer what was paid once it is cancelled', async () => {
    await pay(2310);
    await stall.tell('CancelOrder', { orderId: ORDER, reason: 'Changed their mind' });
    list().thenRow('orders', ORDER, {
      lifecycle: 'cancelled',
      task: 'cancelled',
      payment: 'refund-due',
      total: 0 as never,
      balance: -2310 as never,
      toPay: 1,
    });
    await stall.tell('PayRefund', {
      ...{ orderId: ORDER, refundId: id(61), method: 'cash', amount: 2310, reason: 'Cancelled' },
    });
    expect(row()).not.toHaveProperty('toPay');
  });

  it('is small: a book has a hundred thousand of them', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 5000 });
    expect(JSON.stringify(row()).length).toBeLessThan(680);
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    expect(JSON.stringify(row()).length).toBeLessThan(640);
  });
});

it('lists an imported order that was shipped under its old number', async () => {
  const { lines } = draftFor(ORDER);
  await stall.tell(
    'ImportOrder',
    {
      orderId: ORDER,
      customerId: ADA,
      source: { system: 'northwind', reference: '10248' },
      lines: lines.map((each) => ({ ...each, unitPrice: 10_000 })),
      shippedAt: NOON,
    },
    MORNING,
  );
  list().thenRow('orders', ORDER, {
    reference: '10248',
    fulfilment: 'shipped',
    task: 'pay',
    allocation: 'none',
    total: 300 as never,
  });
  expect(row()?.sort).toMatch(MORNING);
});

describe('what is to be done next', () => {
  const some = (quantity: number) => [{ lineId: line(ORDER, 1), quantity }];
  beforeEach(take);

  it('is to prepare, to ship or to hand over', async () => {
    list().thenRow('orders', ORDER, { task: 'ship', step: 'prepare' });
    await stall.tell('PrepareItems', { orderId: ORDER, fulfilmentId: id(31) });
    list().thenRow('orders', ORDER, { fulfilment: 'ready', step: 'ship' });
    await stall.tell('MarkReady', { orderId: ORDER, fulfilmentId: id(32) });
    list()
      .thenRow('orders', ORDER, { fulfilment: 'ready', step: 'collect' })
      .thenRow('counts', 'step:collect', { orders: 1 })
      .thenNoRow('counts', 'step:prepare');
    await stall.tell('CollectItems', { orderId: ORDER, fulfilmentId: id(33) });
    list().thenRow('orders', ORDER, { fulfilment: 'delivered', task: 'pay' });
    expect(row()).not.toHaveProperty('step');
  });

  it('is to see to a return before the money', async () => {
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await stall.tell('DeliverItems', { orderId: ORDER, lines: some(1000) });
    list().thenRow('orders', ORDER, { fulfilment: 'partly-delivered' });
    await stall.tell('RequestReturn', {
      orderId: ORDER,
      returnId: id(51),
      lines: some(1000),
      reason: 'Bent',
    });
    list().thenRow('orders', ORDER, { task: 'return', returns: 'requested' });
    await stall.tell('ReceiveReturn', {
      ...{ orderId: ORDER, returnId: id(51) },
      lines: some(1000).map((each) => ({ ...each, disposition: 'damaged' })),
    });
    list().thenRow('orders', ORDER, { returns: 'receiving' });
    await stall.tell('CloseReturn', { orderId: ORDER, returnId: id(51) });
    list().thenRow('orders', ORDER, { task: 'pay', returns: 'partly-returned' });
  });
});

describe('an order that was agreed anew', () => {
  beforeEach(take);

  it('shows its customer, its lines and what it comes to from then on', async () => {
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await stall.tell('ReviseOrder', {
      ...{ orderId: ORDER, baseRevision: 0, reason: 'One more' },
      changes: {
        customerId: 'none',
        lines: [{ kind: 'add', lineId: line(ORDER, 3), productId: HONEY, quantity: 1000 }],
      },
    });
    list().thenRow('orders', ORDER, {
      ...{ lineCount: 3, total: 3290 as never, fulfilment: 'partly-shipped', allocation: 'back-ordered' },
    });
    expect(row()).not.toHaveProperty('customerName');
  });

  it('comes to what is left when a part is cancelled, and to that again when it is reopened', async () => {
    await stall.tell('CancelRemainder', {
      ...{ orderId: ORDER, reason: 'Sold out' },
      lines: [{ lineId: line(ORDER, 1), quantity: 2000 }],
    });
    list().thenRow('orders', ORDER, { total: 350 as never });
    await stall.tell('CancelOrder', { orderId: ORDER, reason: 'All of it' });
    list().thenRow('orders', ORDER, { total: 0 as never, lifecycle: 'cancelled' });
    await stall.tell('ReopenOrder', { orderId: ORDER, reason: 'After all' });
    list().thenRow('orders', ORDER, { total: 350 as never, lifecycle: 'open', fulfilment: 'unfulfilled' });
  });
});

it('counts tags, and no longer those of an order that is out of the way', async () => {
  await take();
  await stall.tell('Tag', { orderId: ORDER, tag: 'Gift' });
  list()
    .thenRow('orders', ORDER, { tags: ['Gift'] })
    .thenRow('counts', 'tag:Gift', { orders: 1 });
  await stall.tell('CancelOrder', { orderId: ORDER, reason: 'x' });
  await stall.tell('ArchiveOrder', { orderId: ORDER });
  list()
    .thenRow('orders', ORDER, { shelf: 'archived' })
    .thenNoRow('counts', 'tag:Gift')
    .thenRow('counts', 'shelf:archived', { orders: 1 });
});
