import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, HONEY, id, line, openStall, type Stall } from '../../../test/spec/stall.ts';
import { orderHistory } from './projection.ts';
import { OrderHistory } from './query.ts';

const ORDER = id(21);
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
  await stall.tell('CreateDraft', draftFor(id(22)));
  await stall.tell('CreateDraft', draftFor(ORDER), '2026-11-01T09:00:00.000Z');
  await stall.tell('RemoveLine', { orderId: ORDER, lineId: line(ORDER, 2) });
  await stall.tell('SubmitOrder', { orderId: ORDER });
  await stall.tell('AddNote', { orderId: ORDER, text: 'Rings twice' });
});
const history = (params: object = {}) =>
  ask(OrderHistory, project(orderHistory).after(stall.events).tables, { orderId: ORDER, ...params });

it('tells what happened to one order, in order, and by whom', async () => {
  const { rows } = await history();
  expect(rows.map(({ told }) => told.type)).toEqual([
    'DraftCreated',
    'CustomerAssigned',
    'LineAdded',
    'LineAdded',
    'LineRemoved',
    'OrderSubmitted',
    'OrderAllocated',
    'NoteAdded',
  ]);
  expect(rows[0]).toMatchObject({
    at: '2026-11-01T09:00:00.000Z',
    recordedAt: '2026-11-20T10:00:00.000Z',
    actor: 'job',
  });
  expect(rows[7]).toMatchObject({ told: { data: { text: 'Rings twice' } } });
  expect(rows[7]).not.toHaveProperty('recordedAt');
});

it('keeps of a submitted order what a sentence says', async () => {
  const { rows } = await history();
  expect(rows[5]?.told.data).toEqual({ number: 'A-1001', currency: 'EUR', lineCount: 1, total: 1960 });
});

it('calls a line that is gone by its name', async () => {
  const { rows } = await history();
  expect(rows[4]).toMatchObject({ lineName: 'Soap' });
});

it('tells variants apart, on the line and where it was revised', async () => {
  const large = { productId: HONEY, variantId: id(61) };
  await stall.tell('AddVariant', { ...large, options: [{ name: 'Jar', value: 'Large' }] });
  const other = id(23);
  const changed = { lineId: line(other, 1), ...large, quantity: 1000 };
  await stall.tell('CreateDraft', { orderId: other, lines: [changed] });
  await stall.tell('ChangeLine', { orderId: other, lineId: changed.lineId, quantity: 2000 });
  await stall.tell('SubmitOrder', { orderId: other });
  const changes = { lines: [{ kind: 'change', lineId: changed.lineId, quantity: 1000 }] };
  await stall.tell('ReviseOrder', { orderId: other, baseRevision: 0, changes, reason: 'One less' });
  const { rows } = await history({ orderId: other });
  const of = (type: string) => rows.find(({ told }) => told.type === type);
  expect(of('LineChanged')).toMatchObject({ lineName: 'Honey, Large' });
  expect(of('OrderRevised')?.told.data).toMatchObject({ lines: [{ name: 'Honey, Large' }] });
});

it('goes on from page to page', async () => {
  const first = await history({ limit: 5 });
  const second = await history({ limit: 5, after: first.next });
  expect(second).not.toHaveProperty('next');
  expect([...first.rows, ...second.rows].map(({ position }) => position)).toEqual(
    (await history()).rows.map(({ position }) => position),
  );
});

it('tells of money and papers', async () => {
  const pay = { orderId: ORDER, paymentId: id(41), method: 'card', amount: 1960 };
  await stall.tell('RecordPayment', pay);
  await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(51) });
  const dent = { orderId: ORDER, amount: 300, reason: 'A dent' };
  await stall.tell('IssueCreditNote', { ...dent, creditNoteId: id(52) });
  await stall.tell('RefundNow', { ...dent, creditId: id(44), refundId: id(43), method: 'card' });
  const { rows } = await history();
  expect(rows.slice(8).map(({ told }) => told)).toMatchObject([
    { type: 'PaymentRecorded', data: { amount: 1960 } },
    { type: 'InvoiceIssued', data: { number: 'INV-1001', total: 1960 } },
    {
      type: 'CreditNoteIssued',
      data: { number: 'CN-1001', invoiceNumber: 'INV-1001', total: 300, reason: 'A dent' },
    },
    { type: 'CreditGranted', data: { amount: 300, reason: 'A dent' } },
    { type: 'RefundPaid', data: { amount: 300, method: 'card' } },
  ]);
});
