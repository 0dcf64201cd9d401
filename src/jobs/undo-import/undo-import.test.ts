import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { lifecycle, orders } from '../../domain/order/index.ts';
import { stock } from '../../domain/stock/index.ts';
import { processes } from '../../processes/index.ts';
import { Activity } from '../../views/activity/index.ts';
import { CustomerList } from '../../views/customers/index.ts';
import { BroughtBy } from '../../views/imports/index.ts';
import { OrderCounts, OrderList } from '../../views/order-list/index.ts';
import { ProductList } from '../../views/products/index.ts';
import { StockLevels } from '../../views/stock/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { answerOf, runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from '../import-book/index.ts';
import { UndoImport } from './index.ts';

const CUSTOMERS = `CustomerID,CompanyName,ContactName
ALFKI,Alfreds Futterkiste,Maria Anders
BERGS,Berglunds snabbköp,Christina Berglund`;
const PRODUCTS = `ProductID,ProductName,QuantityPerUnit,UnitPrice,UnitsInStock
1,Chai,10 boxes,18,39
2,Chang,24 bottles,19,17`;
const ORDERS = `OrderID,CustomerID,OrderDate,RequiredDate,ShippedDate,Freight,ProductID,UnitPrice,Quantity,Discount
10,ALFKI,2026-07-04,,2026-07-16,3.20,1,14,12,0
11,BERGS,2026-07-05,,,0,2,14,5,0`;

const IMPORT = '0193500b-0000-7000-8000-00000000000a';
const given = { c: CUSTOMERS, p: PRODUCTS, o: ORDERS };

const imported = async (jobId = IMPORT, book = new MemoryBook({ commands, permits, processes })) => {
  const files = Object.keys(given).map((name) => ({ fileId: name, name }));
  const { report } = await runJob(ImportBook, { files, mode: 'import' }, book, { files: given, jobId });
  return { book, report };
};
const undo = (book: MemoryBook, options = {}) =>
  runJob(UndoImport, { importId: IMPORT }, book, {
    jobId: '0193500b-0000-7000-8000-00000000000b',
    ...options,
  });

const seen = async (book: MemoryBook) => ({
  orders: (await answerOf(book, OrderCounts, {})).all,
  products: (await answerOf(book, ProductList, {})).rows.length,
  customers: (await answerOf(book, CustomerList, {})).rows.length,
});
const idOf = async (book: MemoryBook, reference: string) => {
  const { rows } = await answerOf(book, OrderList, {});
  return rows.find((row) => row.reference === reference)?.id ?? '';
};
const person = { id: 'owner', role: 'owner' };
const tell = async (book: MemoryBook, type: string, payload: object) => {
  const commandId = `person-${String(book.events.length)}`;
  const [receipt] = await book.dispatch([{ commandId, type, payload }], person);
  expect(receipt?.status).toBe('committed');
};

describe('undoing an import', () => {
  it('takes back all of it: orders, products, customers, stock and reservations', async () => {
    const { book } = await imported();
    expect(await seen(book)).toEqual({ orders: 2, products: 2, customers: 2 });
    const { report, error } = await undo(book);
    expect(error).toBeUndefined();
    expect(report).toEqual({
      undone: { customers: 2, products: 2, orders: 2 },
      kept: { total: 0, listed: [] },
    });
    expect(await seen(book)).toEqual({ orders: 0, products: 0, customers: 0 });
    const productIds = book
      .ofType('ProductCreated')
      .map(({ data }) => (data as { productId: string }).productId);
    const levels = await answerOf(book, StockLevels, { productIds });
    expect(levels.map((level) => [level.onHand, level.reserved, level.available])).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
    expect(book.ofType('ImportUndone')[0]?.data).toMatchObject({ orders: 2, kept: 0 });
  });

  it('is done once: a second time finds everything gone', async () => {
    const { book } = await imported();
    await undo(book);
    const before = book.events.length;
    const { report } = await undo(book);
    expect(report.undone).toEqual({ customers: 2, products: 2, orders: 2 });
    expect(book.events).toHaveLength(before);
  });

  it('keeps what somebody has worked on since, and says why', async () => {
    const { book } = await imported();
    const orderId = await idOf(book, '11');
    await tell(book, 'AddNote', { orderId, text: 'Called twice.' });
    const { report } = await undo(book);
    expect(report.undone).toEqual({ customers: 1, products: 1, orders: 1 });
    expect(report.kept.listed.map(({ kind, called, code }) => [kind, called, code])).toEqual([
      ['order', 'A-1002', 'changed-since-import'],
      ['customer', 'Christina Berglund', 'in-use'],
      ['product', 'Chang', 'changed-since-import'],
    ]);
    expect(await seen(book)).toEqual({ orders: 1, products: 1, customers: 1 });
  });

  it('keeps a product of which something was sold or counted, and a customer who was changed', async () => {
    const { book } = await imported();
    const [chai] = book.ofType('ProductCreated').map(({ data }) => (data as { productId: string }).productId);
    const [maria] = book
      .ofType('CustomerCreated')
      .map(({ data }) => (data as { customerId: string }).customerId);
    await tell(book, 'CountStock', { productId: chai, counted: 38_000 });
    await tell(book, 'ChangeCustomer', { customerId: maria, phone: '030 1' });
    const { report } = await undo(book);
    expect(report.undone).toEqual({ customers: 1, products: 1, orders: 2 });
    expect(report.kept.listed.map(({ called }) => called)).toEqual(['Maria Anders', 'Chai']);
  });

  it('lets the same files come in again, under new numbers', async () => {
    const { book } = await imported();
    await undo(book);
    const later = '0193500b-0000-7000-8000-00000000000c';
    const { report } = await imported(later, book);
    expect(report.counts).toMatchObject({
      customers: 2,
      products: 2,
      orders: 2,
      alreadyThere: 0,
      refused: 0,
    });
    expect(await seen(book)).toEqual({ orders: 2, products: 2, customers: 2 });
    const numbers = (await answerOf(book, OrderList, {})).rows.map(({ number }) => number);
    expect(numbers.toSorted()).toEqual(['A-1003', 'A-1004']);
    const levels = book.ofType('ProductCreated').map(({ data }) => (data as { productId: string }).productId);
    expect((await answerOf(book, StockLevels, { productIds: levels })).map(({ onHand }) => onHand)).toEqual([
      39_000, 17_000,
    ]);
    const third = await imported('0193500b-0000-7000-8000-00000000000d', book);
    expect(third.report.counts).toMatchObject({ orders: 0, alreadyThere: 6, refused: 0 });
    const again = await runJob(UndoImport, { importId: later }, book);
    expect(again.report.undone).toEqual({ customers: 2, products: 2, orders: 2 });
  });

  it('comes to the same wherever it is cut off', async () => {
    const { book: whole } = await imported();
    const { report } = await undo(whole);
    for (const cut of [1, 2, 3, 4]) {
      const { book } = await imported();
      const again = await undo(book, { diesAfterDispatch: (dispatch: number) => dispatch === cut });
      expect(again.report).toEqual(report);
      expect(book.events).toEqual(whole.events);
    }
  });

  it('refuses an import that nobody knows', async () => {
    const { book } = await imported();
    const { error } = await runJob(UndoImport, { importId: '0193500b-0000-7000-8000-0000000000ff' }, book);
    expect(error).toMatchObject({ code: 'unknown-import' });
  });
});

it('leaves nothing of an undone order but its number', async () => {
  const { book } = await imported();
  const orderId = await idOf(book, '11');
  await undo(book);
  const events = book.events.filter(({ stream }) => stream === orders.stream(orderId));
  const state = events.reduce((before, event) => orders.evolve(before, event), orders.initial);
  expect(lifecycle(state)).toBe('none');
  const shelf = book.events.filter(({ stream }) => stream.startsWith('stock-'));
  const held = new Map<string, ReturnType<typeof stock.evolve>>();
  for (const event of shelf)
    held.set(event.stream, stock.evolve(held.get(event.stream) ?? stock.initial, event));
  expect(
    [...held.values()].map(({ onHand, reserved, backOrdered }) => onHand + reserved + backOrdered),
  ).toEqual([0, 0]);
});

it('is told as a whole, like the import itself, and each thing says which import brought it', async () => {
  const { book } = await imported();
  const { report } = await undo(book);
  expect(report.undone.orders).toBe(2);
  const { rows } = await answerOf(book, Activity, { everything: true });
  expect(rows.map(({ told }) => told.type)).toEqual(['ImportUndone', 'ImportFinished', 'ImportStarted']);
  expect(book.ofType('OrderAllocated').length).toBeGreaterThan(0);
  const id = book.ofType('OrderSubmitted')[0]?.stream.slice(orders.stream('').length);
  await expect(answerOf(book, BroughtBy, { kind: 'order', id })).resolves.toEqual({
    importId: IMPORT,
    at: rows[2]?.at,
  });
});
