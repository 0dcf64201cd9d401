import { fc } from '../../../test/spec/fc.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryView } from '../../../test/spec/memory-tables.ts';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { trading, tradingHistory } from '../../../test/spec/trading.ts';
import { customerOrders } from '../customer-orders/projection.ts';
import { CustomerSummary } from '../customer-orders/query.ts';
import { customerStatement } from './projection.ts';
import { CustomerCredit, CustomerStatement } from './query.ts';
import { Receivables } from './receivables.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const seen = () => project(customerStatement).after(stall.events);
const statement = (params: object = {}) =>
  ask(CustomerStatement, seen().tables, { customerId: ADA, ...params });
const on = (day: number) => `2026-11-0${String(day)}T09:00:00.000Z`;
const midnight = (day: number) => `2026-11-0${String(day)}T00:00:00.000Z`;
const take = async (n: number, day: number) => {
  await stall.tell('CreateDraft', draftFor(id(n)), on(day));
  await stall.tell('SubmitOrder', { orderId: id(n) }, on(day));
};
const pay = (n: number, amount: number, day: number, paymentId = id(900 + n)) =>
  stall.tell('RecordPayment', { orderId: id(n), paymentId, method: 'card', amount }, on(day));

it('asks for the money by the day that the invoice says', async () => {
  await stall.tell('OpenBook', {
    ...{ name: 'Farm', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine', defaultTaxRate: 10_000 },
    ...{ numberPrefix: 'A-', paymentDays: 14 },
  });
  await take(21, 1);
  await stall.tell('IssueInvoice', { orderId: id(21), invoiceId: id(51), issuedOn: '2026-11-01' }, on(1));
  expect((await statement()).openOrders).toMatchObject([{ number: 'A-1001', dueOn: '2026-11-15' }]);
});

describe('a customer’s statement', () => {
  beforeEach(async () => {
    await take(21, 1);
    await stall.tell('IssueInvoice', { orderId: id(21), invoiceId: id(51) }, on(1));
    await pay(21, 1000, 2);
    await take(22, 3);
    await pay(22, 2310, 3);
    const dent = { orderId: id(22), amount: 300, reason: 'A dent' };
    await stall.tell('RefundNow', { ...dent, creditId: id(44), refundId: id(43), method: 'cash' }, on(4));
    await stall.tell('CancelOrder', { orderId: id(21), reason: 'Changed their mind' }, on(5));
  });

  it('runs from what was owed to what is owed', async () => {
    const { currencies } = await statement();
    expect(currencies).toMatchObject([
      {
        currency: 'EUR',
        opening: 0,
        entries: [
          { type: 'OrderSubmitted', number: 'A-1001', change: 2310, balance: 2310 },
          { type: 'InvoiceIssued', document: 'INV-1001', amount: 2310, change: 0, balance: 2310 },
          { type: 'PaymentRecorded', method: 'card', change: -1000, balance: 1310 },
          { type: 'OrderSubmitted', number: 'A-1002', change: 2310, balance: 3620 },
          { type: 'PaymentRecorded', change: -2310, balance: 1310 },
          { type: 'CreditGranted', reason: 'A dent', change: -300, balance: 1010 },
          { type: 'RefundPaid', method: 'cash', change: 300, balance: 1310 },
          { type: 'OrderCancelled', reason: 'Changed their mind', change: -2310, balance: -1000 },
        ],
        closing: -1000,
      },
    ]);
  });

  it('tells of some days what stood before them', async () => {
    const { currencies } = await statement({ from: midnight(2), until: midnight(4) });
    expect(currencies[0]).toMatchObject({ opening: 2310, closing: 1310 });
    expect(currencies[0]?.entries.map(({ change }) => change)).toEqual([-1000, 2310, -2310]);
  });

  it('begins and ends with the moment, wherever its day began', async () => {
    // Where days begin at nine in the morning of UTC, what was paid at nine is of the next one.
    const { currencies } = await statement({ from: on(1), until: on(2) });
    expect(currencies[0]?.entries.map(({ type }) => type)).toEqual(['OrderSubmitted', 'InvoiceIssued']);
  });

  it('lists what was left to be paid when it ends', async () => {
    const { openOrders } = await statement({ until: midnight(4) });
    expect(openOrders).toMatchObject([{ number: 'A-1001', balance: 1310 }]);
    expect(openOrders[0]).not.toHaveProperty('total');
  });

  it('lists what is left to be paid or paid back', async () => {
    await take(23, 6);
    await expect(statement()).resolves.toMatchObject({
      openOrders: [
        { id: id(21), number: 'A-1001', total: 0, balance: -1000 },
        { id: id(23), number: 'A-1003', total: 2310, balance: 2310, placedAt: on(6) },
      ],
    });
  });
});

it('owes on a day what was not paid by its end, whatever came later', async () => {
  await take(21, 1);
  await take(22, 2);
  await pay(21, 1000, 2);
  await pay(21, 1310, 4, id(990));
  await stall.tell('CancelOrder', { orderId: id(22), reason: 'Changed their mind' }, on(5));
  const owed = async (until?: string) => {
    const ages = ['2026-11-09'];
    const asked = { currency: 'EUR', ages, ...(until !== undefined && { until }) };
    const { rows } = await ask(Receivables, seen().tables, asked);
    return rows.map(({ number, balance }) => [number, balance]);
  };
  await expect(owed(midnight(1))).resolves.toEqual([]);
  await expect(owed(midnight(2))).resolves.toEqual([['A-1001', 2310]]);
  await expect(owed(midnight(3))).resolves.toEqual([
    ['A-1001', 1310],
    ['A-1002', 2310],
  ]);
  await expect(owed(midnight(5))).resolves.toEqual([['A-1002', 2310]]);
  await expect(owed()).resolves.toEqual([]);
});

it('lets a customer spend what orders owe them, but no deposit', async () => {
  await take(21, 1);
  await pay(21, 2310, 1);
  await stall.tell('CancelOrder', { orderId: id(21), reason: 'Changed their mind' }, on(2));
  await stall.tell('CreateDraft', draftFor(id(22)), on(2));
  await pay(22, 500, 2);
  await take(23, 3);
  const credit = () => ask(CustomerCredit, seen().tables, { customerId: ADA });
  await expect(credit()).resolves.toEqual([{ id: id(21), number: 'A-1001', currency: 'EUR', credit: 2310 }]);
  const from = [{ orderId: id(21), paymentId: id(71), refundId: id(72), amount: 2000 }];
  await stall.tell('SpendCredit', { orderId: id(23), from }, on(4));
  await expect(credit()).resolves.toMatchObject([{ id: id(21), credit: 310 }]);
  const { currencies } = await statement({ from: on(4) });
  expect(currencies[0]?.entries).toMatchObject([
    { type: 'RefundPaid', method: 'credit', number: 'A-1001', reference: 'A-1002', change: 2000 },
    { type: 'PaymentRecorded', method: 'credit', number: 'A-1002', reference: 'A-1001', creditOf: id(21) },
  ]);
});

it('holds a deposit for the customer until the draft is an order', async () => {
  await stall.tell('CreateDraft', draftFor(id(21)), on(1));
  await pay(21, 500, 2);
  await stall.tell('SubmitOrder', { orderId: id(21) }, on(3));
  const { currencies, openOrders } = await statement();
  expect(currencies[0]?.entries.map(({ type, balance }) => [type, balance])).toEqual([
    ['PaymentRecorded', -500],
    ['OrderSubmitted', 1810],
  ]);
  expect(openOrders).toMatchObject([{ number: 'A-1001', balance: 1810 }]);
});

it('is another customer’s once the draft is, and keeps nobody’s name', async () => {
  const bob = id(12);
  await stall.tell('CreateCustomer', { customerId: bob, name: 'Bob' });
  await stall.tell('CreateDraft', draftFor(id(21)), on(1));
  await pay(21, 500, 2);
  await stall.tell('AssignCustomer', { orderId: id(21), customerId: bob });
  await expect(statement()).resolves.toEqual({ currencies: [], openOrders: [] });
  await expect(statement({ customerId: bob })).resolves.toMatchObject({ currencies: [{ closing: -500 }] });
  expect(JSON.stringify(seen().row('accounts', id(21)))).not.toMatch(/Ada|Bob/);
});

it('closes with what the summary of the customer’s orders says, whatever happened', async () => {
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const events = await tradingHistory(deeds);
      const [accounts, outlines] = [memoryView(customerStatement), memoryView(customerOrders)];
      accounts.apply(events);
      outlines.apply(events);
      for (const customerId of [ADA, id(12)]) {
        const { currencies } = await ask(CustomerStatement, accounts.tables, { customerId });
        const { others, ...main } = await ask(CustomerSummary, outlines.tables, { customerId });
        const sums = [main, ...others].flatMap(({ currency, balance }) =>
          currency === undefined || balance === 0 ? [] : [[currency, balance]],
        );
        const [first, ...later] = [...new Set(events.map(({ meta }) => meta.occurredAt))].sort();
        if (first !== undefined && later[0] !== undefined) {
          // What is owed before an instant is what the account of each order comes to by then.
          const past = await ask(CustomerStatement, accounts.tables, { customerId, until: later[0] });
          for (const { currency, closing } of past.currencies)
            expect(
              past.openOrders.reduce((sum, one) => sum + (one.currency === currency ? one.balance : 0), 0),
            ).toBe(closing);
        }
        const closed = currencies.filter(({ closing }) => closing !== 0);
        expect(Object.fromEntries(closed.map(({ currency, closing }) => [currency, closing]))).toEqual(
          Object.fromEntries(sums),
        );
      }
    }),
    { numRuns: 60 },
  );
});
