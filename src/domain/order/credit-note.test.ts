import { expect, it } from 'vitest';
import { draftFor, id, line, openStall } from '../../../test/spec/stall.ts';
import { defaultBook } from '../book/index.ts';
import { goodsBack } from './credit-note.ts';
import { orders } from './index.ts';

// 9.80 of honey twice and 3.50 of soap, and 10 % tax on top of each: 23.10 and 2.31.
it('an amount said without its tax takes back just that, and its tax with it', async () => {
  const stall = await openStall();
  await stall.tell('OpenBook', { ...defaultBook, taxMode: 'exclusive' });
  const orderId = id(21);
  await stall.tell('CreateDraft', draftFor(orderId));
  await stall.tell('SubmitOrder', { orderId });
  await stall.tell('IssueInvoice', { orderId, invoiceId: id(41) });
  const note = (n: number, of: object) => ({ orderId, creditNoteId: id(n), reason: 'Bent', ...of });
  const last = () => stall.events.findLast(({ type }) => type === 'CreditNoteIssued')?.data;

  await stall.tell('IssueCreditNote', note(61, { net: 1_005 }));
  expect(last()).toMatchObject({ net: 1_005, tax: 101, total: 1_106, taxMode: 'exclusive' });
  expect(last()).not.toHaveProperty('lines');
  await expect(stall.attempt('IssueCreditNote', note(62, { net: 1_306 }))).resolves.toBe(false);
  await expect(stall.attempt('IssueCreditNote', note(62, { net: 1, amount: 1 }))).resolves.toBe(false);
  await stall.tell('IssueCreditNote', note(62, { net: 1_305 }));
  expect(last()).toMatchObject({ net: 1_305, tax: 130, total: 1_435 });
});

// Two jars of honey at 9.80 and a soap at 3.50, shipped and on an invoice.
it('what came back and is on no credit note yet is what one could name', async () => {
  const stall = await openStall();
  const orderId = id(21);
  await stall.tell('CreateDraft', draftFor(orderId));
  await stall.tell('SubmitOrder', { orderId });
  await stall.tell('ShipItems', { orderId, fulfilmentId: id(31) });
  await stall.tell('IssueInvoice', { orderId, invoiceId: id(41) });
  const jar = { lineId: line(orderId, 1), quantity: 1000 };
  const comesBack = async (n: number, lines: readonly object[]) => {
    const back = { orderId, returnId: id(n) };
    await stall.tell('RequestReturn', { ...back, lines, reason: 'Bent' });
    const received = lines.map((one) => ({ ...one, disposition: 'restock' }));
    await stall.tell('ReceiveReturn', { ...back, lines: received });
  };
  const note = (n: number, of: object) =>
    stall.tell('IssueCreditNote', { orderId, creditNoteId: id(n), reason: 'Bent', ...of });
  const named = () => {
    const state = stall.events
      .filter(({ stream }) => stream === orders.stream(orderId))
      .reduce((before, event) => orders.evolve(before, event), orders.initial);
    const [invoice] = state.invoices;
    return invoice && goodsBack(state, invoice);
  };

  expect(named()).toBeUndefined();
  await comesBack(51, [jar]);
  // 9.80 with 0.89 of tax
  expect(named()).toEqual({ lines: [jar], net: 891, total: 980 });
  await note(61, { lines: [jar] });
  expect(named()).toBeUndefined();
  await comesBack(52, [jar, { lineId: line(orderId, 2), quantity: 1000 }]);
  expect(named()).toMatchObject({ lines: [jar, { quantity: 1000 }], total: 1330 });
  // An amount was taken back of these: what is left is less than they are worth.
  await note(62, { amount: 1000 });
  expect(named()).toBeUndefined();
});
