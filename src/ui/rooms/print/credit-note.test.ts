import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../../test/spec/projection.ts';
import { draftFor, id, line, openStall, SOAP, type Stall } from '../../../../test/spec/stall.ts';
import { defaultBook } from '../../../domain/book/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { orderDetails } from '../../../views/order-details/projection.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { amountFormOf } from '../order/amounts.ts';
import { creditNotePaper } from './papers.ts';
import type { PrintedPaper } from './paper.ts';

// Prices without tax: two jars of honey at 9.80 with 10 %, a soap at 3.50 with 20 %. 23.10, and 1.96 + 0.70 of tax.
const ORDER = id(21);
const settings = { name: 'The stall' } as OpenedSettings;
const entered = (amount: number, n: number) => ({
  ...{ amount, reason: 'Bent', method: 'card' },
  ids: [id(61 + n), id(71)] as const,
});

let stall: Stall;
const page = async () => {
  const found = await ask(OrderDetails, project(orderDetails).after(stall.events).tables, { orderId: ORDER });
  if (!found) throw new Error('There is no order.');
  return found;
};
const form = async () => {
  const found = amountFormOf(await page(), { step: 'IssueCreditNote' });
  if (!found) throw new Error('There is no form.');
  return found;
};

beforeEach(async () => {
  stall = await openStall();
  await stall.tell('OpenBook', { ...defaultBook, taxMode: 'exclusive' });
  await stall.tell('ChangeProduct', { productId: SOAP, taxRate: 20_000 });
  await stall.tell('CreateDraft', draftFor(ORDER));
  await stall.tell('SubmitOrder', { orderId: ORDER });
  await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
  await stall.tell('IssueInvoice', { orderId: ORDER, invoiceId: id(41) });
});

/** Issues what the form makes of an amount, and gives the paper and what was booked. */
const issue = async (amount: number) => {
  const asked = entered(amount, (await page()).creditNotes.length);
  await stall.tell('IssueCreditNote', { orderId: ORDER, ...(await form()).payload(asked) });
  const note = (await page()).creditNotes.at(-1);
  if (!note) throw new Error('There is no credit note.');
  return { note, paper: creditNotePaper(note, settings) };
};

const rows = ({ tables }: PrintedPaper) =>
  tables.flatMap((table) => table.rows.map(({ cells }) => cells['total']));
const sums = ({ tables }: PrintedPaper) =>
  tables.flatMap((table) => table.sums.map(({ label, value }) => [label, value]));

it('is asked for without tax, and says what it comes to with it', async () => {
  const asked = await form();
  expect(asked).toMatchObject({ start: 2_310, most: 2_310, label: 'Amount without tax' });
  // 10.00: 8.48 of honey with 0.85 of tax, 1.52 of soap with 0.30
  expect(asked.note?.(1_000)).toBe('€11.15 with €1.15 of tax');
  const { note, paper } = await issue(1_000);
  expect(note).toMatchObject({ net: 1_000, tax: 115, total: asked.withTax?.(1_000) });
  expect(rows(paper)).toEqual(['10.00']);
  expect(sums(paper)).toEqual([
    ['Subtotal', '10.00'],
    ['Tax 10% on 8.48', '0.85'],
    ['Tax 20% on 1.52', '0.30'],
    ['Credited', '€11.15'],
  ]);
});

it('takes back what is left, to the cent', async () => {
  await issue(1_000);
  const { note, paper } = await issue(1_310);
  expect(note).toMatchObject({ net: 1_310, tax: 151, total: 1_461 });
  expect(sums(paper).at(-1)).toEqual(['Credited', '€14.61']);
  expect((await page()).invoices).toMatchObject([{ left: 0, leftNet: 0 }]);
});

it('says the lines of what came back as the invoice said them', async () => {
  const lines = [{ lineId: line(ORDER, 1), quantity: 1000, disposition: 'restock' }];
  const back = { orderId: ORDER, returnId: id(51) };
  await stall.tell('RequestReturn', {
    ...back,
    lines: [{ lineId: line(ORDER, 1), quantity: 1000 }],
    reason: 'Bent',
  });
  await stall.tell('ReceiveReturn', { ...back, lines });
  await stall.tell('GrantCredit', { ...back, creditId: id(71), amount: 1_078, reason: 'Bent' });
  expect(await form()).toMatchObject({ start: 980, reason: 'Bent' });
  expect((await form()).note?.(980)).toMatch(
    /^For what came back: 1\s*jar Honey · €10\.78 with €0\.98 of tax$/,
  );
  const { note, paper } = await issue(980);
  expect(note).toMatchObject({ net: 980, total: 1_078, lines: [{ net: 980 }] });
  expect(rows(paper)).toEqual(['9.80']);
  expect(sums(paper)).toEqual([
    ['Subtotal', '9.80'],
    ['Tax 10% on 9.80', '0.98'],
    ['Credited', '€10.78'],
  ]);
});

it('books just what was credited, where that is proposed', async () => {
  await stall.tell('GrantCredit', { orderId: ORDER, creditId: id(71), amount: 500, reason: 'Bent' });
  // 4.18 of honey with 0.38 of tax in it, 0.82 of soap with 0.14
  const { start } = await form();
  expect(start).toBe(448);
  const { note } = await issue(448);
  expect(note.total).toBe(500);
});
