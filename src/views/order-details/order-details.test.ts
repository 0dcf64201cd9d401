import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, HONEY, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { orderDetails } from './projection.ts';
import { OrderDetails } from './query.ts';

const ORDER = id(21);
const MORNING = '2026-11-20T08:00:00.000Z';
const NOON = '2026-11-20T12:00:00.000Z';
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
  await stall.tell('CreateDraft', draftFor(ORDER), MORNING);
});
const details = () => ask(OrderDetails, project(orderDetails).after(stall.events).tables, { orderId: ORDER });
const submit = () => stall.tell('SubmitOrder', { orderId: ORDER }, NOON);

it('knows nothing of an order that never began', async () => {
  const { tables } = project(orderDetails).given();
  await expect(ask(OrderDetails, tables, { orderId: ORDER })).resolves.toBeUndefined();
});

it('shows a draft with its lines, totals and what can be done', async () => {
  await stall.tell('SetDiscount', { orderId: ORDER, discount: { kind: 'percent', rate: 10_000 } });
  const page = await details();
  expect(page).toMatchObject({
    lifecycle: 'draft',
    placedAt: MORNING,
    currency: 'EUR',
    customer: { customerId: ADA, name: 'Ada Ångström' },
    discount: { kind: 'percent', rate: 10_000 },
    totals: { subtotal: 2310, discountTotal: 231, total: 2079 },
    balance: { balance: 2079 },
    lines: [
      { productId: HONEY, name: 'Honey', quantity: 2000, left: 2000, price: { gross: 1960 } },
      { productId: SOAP, name: 'Soap', quantity: 1000, left: 1000, price: { gross: 350 } },
    ],
  });
  expect(page?.actions).toContain('SubmitOrder');
  expect(page).not.toHaveProperty('number');
});

it('tells to whose door an imported order goes', async () => {
  const shipTo = { name: 'The aunt', address: { street: '3 Mill Lane' } };
  await stall.tell('ImportOrder', {
    ...{ orderId: id(22), customerId: ADA, source: { system: 'elsewhere', reference: '7' }, shipTo },
    lines: [{ lineId: line(id(22), 1), productId: SOAP, quantity: 1000, unitPrice: 35_000 }],
  });
  const { tables } = project(orderDetails).after(stall.events);
  await expect(ask(OrderDetails, tables, { orderId: id(22) })).resolves.toMatchObject({ shipTo });
});

it('still shows a draft that was discarded', async () => {
  await stall.tell('DiscardDraft', { orderId: ORDER });
  const page = await details();
  expect(page?.lifecycle).toBe('discarded');
  expect(page?.actions).toContain('RestoreDraft');
});

describe('an open order', () => {
  beforeEach(async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1500 });
    await submit();
  });

  it('is dated by its submission and tells what is kept and what is waited for', async () => {
    await expect(details()).resolves.toMatchObject({
      number: 'A-1001',
      placedAt: NOON,
      allocation: 'partly-back-ordered',
      lines: [
        { reserved: 1500, backOrdered: 500 },
        { reserved: 0, backOrdered: 1000 },
      ],
    });
  });

  it('tells what was shipped, and what is kept and awaited for the rest', async () => {
    const lines = [{ lineId: line(ORDER, 1), quantity: 1000 }];
    const shipment = { orderId: ORDER, fulfilmentId: id(31), lines, carrier: 'Post', tracking: 'X1' };
    await stall.tell('ShipItems', shipment, NOON);
    await expect(details()).resolves.toMatchObject({
      fulfilment: 'partly-shipped',
      shipments: [{ fulfilmentId: id(31), lines, carrier: 'Post', tracking: 'X1', at: NOON }],
      lines: [{ prepared: 1000, shipped: 1000, left: 1000, reserved: 500, backOrdered: 500 }, { left: 1000 }],
    });
  });

  it('tells of each parcel how often the order was revised by then, and what was still to go after it', async () => {
    const [honey, soap] = [line(ORDER, 1), line(ORDER, 2)];
    const ship = (n: number, lineId: string, quantity: number) =>
      stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(n), lines: [{ lineId, quantity }] });
    await ship(31, honey, 1500);
    await stall.tell('ReviseOrder', {
      ...{ orderId: ORDER, baseRevision: 0, reason: 'One more' },
      changes: { lines: [{ kind: 'change', lineId: soap, quantity: 2000 }] },
    });
    await ship(32, soap, 2000);
    await stall.tell('CollectItems', { orderId: ORDER, fulfilmentId: id(33) });
    const page = await details();
    expect(page).toMatchObject({
      shipments: [
        {
          revision: 0,
          toFollow: [
            { lineId: honey, quantity: 500 },
            { lineId: soap, quantity: 1000 },
          ],
        },
        { revision: 1, toFollow: [{ lineId: honey, quantity: 500 }] },
      ],
      handOvers: [{ fulfilmentId: id(33), revision: 1 }],
    });
    expect(page?.handOvers[0]).not.toHaveProperty('toFollow');
  });

  it('keeps and awaits no more than is left, before the stock items have answered', async () => {
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    const shipped = stall.events.findIndex(({ type }) => type === 'ItemsShipped');
    const { tables } = project(orderDetails).after(stall.events.slice(0, shipped + 1));
    await expect(ask(OrderDetails, tables, { orderId: ORDER })).resolves.toMatchObject({
      lines: [
        { left: 0, reserved: 0, backOrdered: 0 },
        { left: 0, reserved: 0, backOrdered: 0 },
      ],
    });
  });

  it('tells what was paid and noted', async () => {
    const payment = { paymentId: id(41), method: 'cash', amount: 1000, tendered: 2000 };
    await stall.tell('RecordPayment', { orderId: ORDER, ...payment }, MORNING);
    await stall.tell('AddNote', { orderId: ORDER, text: 'Rings twice' }, NOON);
    await expect(details()).resolves.toMatchObject({
      payment: 'partly-paid',
      balance: { net: 1000, balance: 1310 },
      payments: [{ ...payment, change: 1000, at: MORNING, actor: 'job' }],
      notes: [{ text: 'Rings twice', at: NOON, actor: 'job' }],
    });
  });

  it('tells which payment is void and why, and what was credited, refunded and written off', async () => {
    const pay = (n: number, amount: number) =>
      stall.tell('RecordPayment', { orderId: ORDER, paymentId: id(n), method: 'card', amount }, MORNING);
    await pay(41, 2310);
    await stall.tell('VoidPayment', { orderId: ORDER, paymentId: id(41), reason: 'Bounced' }, NOON);
    await pay(42, 2000);
    const dent = { amount: 300, reason: 'A dent' };
    const back = { orderId: ORDER, refundId: id(43), method: 'card', ...dent };
    await stall.tell('RefundNow', { ...back, creditId: id(44) }, NOON);
    await stall.tell('WriteOff', { orderId: ORDER, creditId: id(45), reason: 'Moved away' }, NOON);
    const page = await details();
    expect(page).toMatchObject({
      payment: 'partly-refunded',
      balance: { due: 1700, net: 1700, balance: 0 },
      payments: [{ amount: 2310, voided: { reason: 'Bounced', at: NOON, actor: 'job' } }, { amount: 2000 }],
      refunds: [{ refundId: id(43), ...dent, method: 'card', at: NOON }],
      credits: [
        { creditId: id(44), ...dent, kind: 'credit', at: NOON },
        { creditId: id(45), amount: 310, kind: 'write-off', reason: 'Moved away' },
      ],
    });
    expect(page?.payments[1]).not.toHaveProperty('voided');
  });

  it('shows its papers, and what of an invoice still stands', async () => {
    await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(51) }, NOON);
    expect((await details())?.actions).not.toContain('IssueInvoice');
    const note = { orderId: ORDER, creditNoteId: id(52), amount: 1000, reason: 'A dent' };
    await stall.tell('IssueCreditNote', note, NOON);
    await expect(details()).resolves.toMatchObject({
      invoices: [{ number: 'INV-1001', totals: { total: 2310 }, left: 1310, outdated: false }],
      creditNotes: [{ number: 'CN-1001', invoiceNumber: 'INV-1001', total: 1000 }],
      balance: { balance: 2310 },
    });
    await stall.tell('CancelOrder', { orderId: ORDER, reason: 'Changed their mind' });
    await expect(details()).resolves.toMatchObject({ invoices: [{ outdated: true }] });
  });

  it('tells why it is held', async () => {
    await stall.tell('HoldOrder', { orderId: ORDER, reason: 'Address is unclear' });
    const page = await details();
    expect(page).toMatchObject({ hold: { reason: 'Address is unclear', cause: 'person' } });
    expect(page?.actions).not.toContain('ShipItems');
  });

  it('comes to nothing once it is cancelled, and still tells what was agreed and why', async () => {
    await stall.tell('CancelOrder', { orderId: ORDER, reason: 'Changed their mind' }, NOON);
    await expect(details()).resolves.toMatchObject({
      lifecycle: 'cancelled',
      cancellation: { reason: 'Changed their mind', at: NOON },
      totals: { total: 0 },
      agreed: { total: 2310 },
      lines: [
        { quantity: 2000, active: 0 },
        { quantity: 1000, active: 0 },
      ],
    });
  });
});
