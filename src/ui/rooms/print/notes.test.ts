import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../../test/spec/projection.ts';
import { draftFor, id, line, openStall, type Stall } from '../../../../test/spec/stall.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { orderDetails } from '../../../views/order-details/projection.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { creditNotePaper, goodsPapers, invoicePaper } from './papers.ts';
import { pickList } from './pick-list.ts';

const ORDER = id(21);
const INTERNAL = 'Pays late, pack as a present';
const FOR_CUSTOMER = 'Keep it cool';
const settings = { name: 'The stall' } as OpenedSettings;

const [MORNING, NOON, EVENING] = [10, 12, 18].map((hour) => `2026-11-20T${String(hour)}:00:00.000Z`);

let stall: Stall;
const page = async () => {
  const found = await ask(OrderDetails, project(orderDetails).after(stall.events).tables, {
    orderId: ORDER,
  });
  if (!found) throw new Error('There is no order.');
  return found;
};
const goods = async () => JSON.stringify(goodsPapers(await page(), settings));
const note = (text: string, more = {}, at = MORNING) =>
  stall.tell('AddNote', { orderId: ORDER, text, ...more }, at);

describe('the notes of an order', () => {
  beforeEach(async () => {
    stall = await openStall();
    await stall.tell('CreateDraft', draftFor(ORDER), MORNING);
    await stall.tell('SubmitOrder', { orderId: ORDER }, MORNING);
    await note(INTERNAL);
    await note(FOR_CUSTOMER, { forCustomer: true });
  });

  it('stand on the pick list where they are internal, by order, and only there', async () => {
    const { tables } = pickList([await page()], settings, '2026-11-20');
    expect(tables.find(({ id: one }) => one === 'notes')?.rows.map(({ cells }) => cells)).toEqual([
      { order: 'A-1001', note: INTERNAL },
    ]);
    expect(JSON.stringify(tables)).not.toContain(FOR_CUSTOMER);
  });

  it('are no table of a pick list when there are none', async () => {
    const { notes: _, ...order } = await page();
    expect(pickList([{ ...order, notes: [] }], settings, '2026-11-20').tables).toHaveLength(1);
  });

  it('never stand on a paper of the customer where they are internal', async () => {
    expect(await goods()).not.toContain(INTERNAL);
    expect(await goods()).toContain(FOR_CUSTOMER);
    await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(31), issuedOn: '2026-11-20' }, NOON);
    const honey = { lineId: line(ORDER, 1), quantity: 1000 };
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(32) }, NOON);
    await stall.tell('RequestReturn', { orderId: ORDER, returnId: id(33), lines: [honey], reason: 'Broken' });
    await stall.tell('IssueCreditNote', { orderId: ORDER, creditNoteId: id(34), reason: 'Broken' });
    expect(await goods()).not.toContain(INTERNAL);
    expect(await goods()).toContain(FOR_CUSTOMER);
    const { invoices, creditNotes } = await page();
    const [invoice, back] = [
      JSON.stringify(invoices.map((one) => invoicePaper(one, settings))),
      JSON.stringify(creditNotes.map((one) => creditNotePaper(one, settings))),
    ];
    expect(invoice).toContain(FOR_CUSTOMER);
    expect(back).toContain('Broken');
    expect(invoice + back + JSON.stringify(invoices)).not.toContain(INTERNAL);
  });

  it('leave the delivery note of a parcel as it was when they come after it', async () => {
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(32) }, NOON);
    const before = await goods();
    await note('For the next time', { forCustomer: true }, EVENING);
    expect(await goods()).toBe(before);
  });
});
