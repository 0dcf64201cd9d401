import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { customerOrders } from './projection.ts';
import { CustomerBalances, CustomerOrders, CustomerSummary } from './query.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const seen = () => project(customerOrders).after(stall.events);
const summary = (customerId = ADA) => ask(CustomerSummary, seen().tables, { customerId });
const ofAda = (params: object = {}) => ask(CustomerOrders, seen().tables, { customerId: ADA, ...params });
const take = async (n: number, at: string) => {
  await stall.tell('CreateDraft', draftFor(id(n)), at);
  await stall.tell('SubmitOrder', { orderId: id(n) }, at);
};
const pay = (n: number, amount: number) =>
  stall.tell('RecordPayment', { orderId: id(n), paymentId: id(900 + n), method: 'card', amount });

const NINE = '2026-11-01T09:00:00.000Z';
const TEN = '2026-11-01T10:00:00.000Z';

it('pages through a customer’s orders, newest first, equals in the order they came', async () => {
  for (const [n, at] of [TEN, NINE, NINE, TEN, NINE].entries()) await take(21 + n, at);
  const pages: string[][] = [];
  let after: string | undefined;
  do {
    const { rows, next } = await ofAda({ limit: 2, ...(after && { after }) });
    pages.push(rows.map((row) => row.id));
    after = next;
  } while (after !== undefined);
  expect(pages).toEqual([[id(24), id(21)], [id(25), id(23)], [id(22)]]);
});

it('sums up what was ordered and what is owed', async () => {
  await take(21, NINE);
  await take(22, TEN);
  await pay(21, 1000);
  await expect(summary()).resolves.toEqual({
    currency: 'EUR',
    orders: 2,
    total: 4620,
    balance: 3620,
    others: [],
  });
});

it('owes the deposit on a draft and what was paid on a cancelled order, and counts neither as an order', async () => {
  await stall.tell('CreateDraft', draftFor(id(21)));
  await pay(21, 500);
  await take(22, NINE);
  await pay(22, 2310);
  await stall.tell('CancelOrder', { orderId: id(22), reason: 'Changed their mind' });
  await expect(summary()).resolves.toMatchObject({ orders: 0, total: 0, balance: -2810 });
});

it('never adds one currency to another', async () => {
  await take(21, NINE);
  await stall.tell('OpenBook', {
    name: 'Abroad',
    currency: 'CHF',
    taxMode: 'inclusive',
    rounding: 'perLine',
    defaultTaxRate: 0,
    numberPrefix: 'A-',
  });
  await take(22, TEN);
  await take(23, TEN);
  await expect(summary()).resolves.toEqual({
    currency: 'CHF',
    orders: 2,
    total: 4620,
    balance: 4620,
    others: [{ currency: 'EUR', orders: 1, total: 2310, balance: 2310 }],
  });
});

it('moves an order with its draft to another customer, and sums up nothing for nobody', async () => {
  const bob = id(12);
  await stall.tell('CreateCustomer', { customerId: bob, name: 'Bob' });
  await stall.tell('CreateDraft', draftFor(id(21)));
  await stall.tell('AssignCustomer', { orderId: id(21), customerId: bob });
  await expect(ofAda()).resolves.toEqual({ rows: [] });
  await expect(ask(CustomerOrders, seen().tables, { customerId: bob })).resolves.toMatchObject({
    rows: [{ id: id(21), lifecycle: 'draft' }],
  });
  await stall.tell('AssignCustomer', { orderId: id(21) });
  await stall.tell('SubmitOrder', { orderId: id(21) });
  seen().thenNoRow('customers', bob);
  await expect(ofAda()).resolves.toEqual({ rows: [] });
});

it('sums up nothing for who never ordered', async () => {
  await expect(summary(id(99))).resolves.toEqual({ orders: 0, total: 0, balance: 0, others: [] });
});

it('tells of whom something is owed among many, and of nobody else', async () => {
  const bob = id(12);
  await stall.tell('CreateCustomer', { customerId: bob, name: 'Bob' });
  const balances = () => ask(CustomerBalances, seen().tables, { ids: [bob, ADA, id(99)] });
  await expect(balances()).resolves.toEqual([]);
  await take(21, NINE);
  await expect(balances()).resolves.toEqual([
    { customerId: ADA, balances: [{ currency: 'EUR', balance: 2310 }] },
  ]);
  await pay(21, 2400);
  await expect(balances()).resolves.toEqual([
    { customerId: ADA, balances: [{ currency: 'EUR', balance: -90 }] },
  ]);
  await stall.tell('PayRefund', {
    ...{ orderId: id(21), refundId: id(31), method: 'cash', amount: 90, reason: 'Too much' },
  });
  await expect(balances()).resolves.toEqual([]);
});
