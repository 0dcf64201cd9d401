import { expect, it } from 'vitest';
import { draftFor, id, line, openStall } from '../../../test/spec/stall.ts';
import { goodsBack } from './credit-note.ts';
import { orders } from './index.ts';

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
  expect(named()).toEqual({ lines: [jar], total: 980 });
  await note(61, { lines: [jar] });
  expect(named()).toBeUndefined();
  await comesBack(52, [jar, { lineId: line(orderId, 2), quantity: 1000 }]);
  expect(named()).toMatchObject({ lines: [jar, { quantity: 1000 }], total: 1330 });
  // An amount was taken back of these: what is left is less than they are worth.
  await note(62, { amount: 1000 });
  expect(named()).toBeUndefined();
});
