import { expect, it } from 'vitest';
import { commands } from '../../src/domain/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { processes } from '../../src/processes/index.ts';
import { MemoryBook } from './memory-book.ts';
import { draftFor, HONEY, id, SOAP } from './stall.ts';

const trade = { commands, processes, permits: () => true };
const goods = { unit: 'jar', unitPrice: 98_000, taxRate: 10_000 };

/** Two drafts' worth of goods and an order that is due on the first of December. */
const shop = async (log = createMemoryLog()) => {
  const book = new MemoryBook(trade, log);
  const { customerId, ...draft } = draftFor(id(21));
  const said: readonly [string, object][] = [
    ['CreateCustomer', { customerId, name: 'Ada' }],
    ['CreateProduct', { productId: HONEY, name: 'Honey', ...goods }],
    ['CreateProduct', { productId: SOAP, name: 'Soap', ...goods }],
    ['CreateDraft', { customerId, ...draft }],
    ['SetDates', { orderId: id(21), dueOn: '2026-12-01' }],
  ];
  const receipts = await book.dispatch(
    said.map(([type, payload], n) => ({ commandId: `say-${n}`, type, payload })),
  );
  expect(receipts.map(({ status }) => status)).toEqual(said.map(() => 'committed'));
  return book;
};
const submit = { commandId: 'submit', type: 'SubmitOrder', payload: { orderId: id(21) } };

it('lets processes react until nothing is left to do, and says how much that was', async () => {
  const book = await shop();
  await book.dispatch([submit]);
  expect(book.ofType('OrderAllocated')).toHaveLength(1);
  expect(await book.drain()).toBe(0);
  expect(book.events.map(({ position }) => position)).toEqual(book.events.map((_, n) => n + 1));
});

it('fires a timer once, when its clock is driven there', async () => {
  const book = await shop();
  await book.dispatch([submit]);
  expect(await book.until('2026-12-07T23:59:59.999Z')).toBe(0);
  expect(await book.until('2026-12-09T00:00:00.000Z')).toBe(1);
  expect(await book.until('2026-12-24T00:00:00.000Z')).toBe(0);
  expect(book.ofType('PaymentReminderDue')).toMatchObject([
    {
      data: { late: 86_400_000 },
      meta: { recordedAt: '2026-12-09T00:00:00.000Z', occurredAt: '2026-12-08T00:00:00.000Z' },
    },
  ]);
});

it('rehearses on a branch, each command on top of those before it, and writes nothing', async () => {
  const book = await shop();
  const before = book.events.length;
  const branch = book.branch();
  expect(await branch.dispatch([submit, { ...submit, commandId: 'again' }])).toMatchObject([
    { status: 'committed' },
    { status: 'rejected' },
  ]);
  expect(book.events).toHaveLength(before);
  expect(await book.dispatch([submit])).toMatchObject([{ status: 'committed' }]);
});

it('knows what was written to its log before', async () => {
  const log = createMemoryLog();
  await (await shop(log)).dispatch([submit]);
  const later = new MemoryBook(trade, log);
  expect(await later.dispatch([submit])).toMatchObject([{ status: 'duplicate' }]);
});
