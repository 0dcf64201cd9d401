import { fc } from './fc.ts';
import { commands } from '../../src/domain/index.ts';
import { balanceOf, orders, type OrderState } from '../../src/domain/order/index.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { MemoryBook } from './memory-book.ts';
import { creditId, creditNoteId, invoiceId, lineId, orderId, paymentId, refundId, TEA } from './shop.ts';

// One order of a few lines, in a currency without, with two and with three digits; money goes back and forth on it.

const ORDER = { orderId: orderId(1) };
const amount = fc.oneof(fc.constantFrom(1, 5, 1234, 1235, 1230, 2469), fc.integer({ min: 1, max: 6000 }));
const method = fc.constantFrom('cash', 'card');
const reason = fc.constant('because');
const nth = fc.integer({ min: 1, max: 4 });
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });

const deed = (type: string, payload: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({
    type: fc.constant(type),
    payload: fc.record(payload).map((asked) => ({ ...ORDER, ...asked })),
  });

/** What is owed exactly, or rounded to coins: amounts that nobody would hit by chance. */
const EXACT = -1;
const ROUNDED = -2;
const wanted = fc.oneof(
  { weight: 2, arbitrary: amount },
  { weight: 1, arbitrary: fc.constantFrom(EXACT, ROUNDED) },
);

const lineOf = fc.record({ lineId: nth.map(lineId), quantity: fc.constantFrom(333, 1000, 2000) });
const deeds = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: deed('SubmitOrder', {}) },
    {
      weight: 6,
      arbitrary: deed('RecordPayment', { paymentId: nth.map(paymentId), method, amount: wanted }),
    },
    { weight: 2, arbitrary: deed('VoidPayment', { paymentId: nth.map(paymentId), reason }) },
    { weight: 2, arbitrary: deed('GrantCredit', { creditId: nth.map(creditId), amount, reason }) },
    {
      weight: 3,
      arbitrary: deed('PayRefund', { refundId: nth.map(refundId), method, amount: wanted, reason }),
    },
    {
      weight: 2,
      arbitrary: deed('RefundNow', {
        ...{ creditId: nth.map(creditId), refundId: nth.map(refundId), method, amount, reason },
      }),
    },
    { weight: 1, arbitrary: deed('WriteOff', { creditId: nth.map(creditId), amount: some(amount), reason }) },
    { weight: 2, arbitrary: deed('IssueInvoice', { invoiceId: nth.map(invoiceId) }) },
    {
      weight: 4,
      arbitrary: deed('IssueCreditNote', {
        creditNoteId: nth.map(creditNoteId),
        amount: some(amount),
        reason,
      }),
    },
    {
      weight: 2,
      arbitrary: deed('IssueCreditNote', { creditNoteId: nth.map(creditNoteId), net: amount, reason }),
    },
    {
      weight: 4,
      arbitrary: deed('IssueCreditNote', {
        ...{ creditNoteId: fc.integer({ min: 5, max: 20 }).map(creditNoteId), reason },
        lines: fc.array(lineOf, { minLength: 1, maxLength: 2 }),
      }),
    },
    { weight: 1, arbitrary: deed('CancelOrder', { reason }) },
    { weight: 1, arbitrary: deed('ReopenOrder', { reason }) },
    { weight: 1, arbitrary: deed('DiscardDraft', {}) },
  ),
  { minLength: 8, maxLength: 40 },
);

const shops = fc.record({
  book: fc
    .constantFrom(['JPY', 10], ['EUR', undefined], ['CHF', 5], ['KWD', 5])
    .map(([currency, cashStep]) => ({ currency, cashStep })),
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  rounding: fc.constantFrom('perLine', 'perRate'),
  lines: fc
    .array(
      fc.record({
        unitPrice: fc.oneof(fc.constantFrom(0, 123_400), fc.nat(200_000)),
        quantity: fc.constantFrom(1000, 2000, 3000, 1333),
        taxRate: fc.constantFrom(0, 7000, 19_000),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((lines) => lines.map((line, n) => ({ ...line, lineId: lineId(n + 1), productId: TEA }))),
  submitted: fc.boolean(),
});

type Shop = typeof shops extends fc.Arbitrary<infer One> ? One : never;

const evolved = (state: OrderState, events: readonly EventEnvelope[]): OrderState =>
  events
    .filter(({ stream }) => stream === orders.stream(ORDER.orderId))
    .reduce((before, event) => orders.evolve(before, event), state);

const openShop = async ({ book, taxMode, rounding, lines, submitted }: Shop) => {
  const memory = new MemoryBook({ commands, permits: () => true });
  let told = 0;
  const tell = async (type: string, payload: object): Promise<void> => {
    told += 1;
    await memory.dispatch([{ commandId: `command-${String(told)}`, type, payload }]);
  };
  const settings = { name: 'Shop', taxMode, rounding, defaultTaxRate: 0, numberPrefix: 'A-' };
  await tell('OpenBook', { ...settings, ...book });
  await tell('CreateProduct', { productId: TEA, name: 'Tea', unit: 'tin', unitPrice: 1, taxRate: 0 });
  const taxed = { ...ORDER, source: { system: 'old', reference: '7' }, lines };
  await tell('CreateCustomer', { customerId: ORDER.orderId, name: 'Ada' });
  // An import is what gives each line a tax rate of its own; a draft has its products'.
  if (submitted) await tell('ImportOrder', { ...taxed, customerId: ORDER.orderId });
  else await tell('CreateDraft', { ...ORDER, lines: lines.map(({ taxRate: _, ...line }) => line) });
  return { memory, tell };
};

/** An amount that is exactly what is owed, either way, or as coins can pay it. */
const exactly = (asked: unknown, state: OrderState, step: number | undefined): unknown => {
  if (asked !== EXACT && asked !== ROUNDED) return asked;
  const open = Math.abs(balanceOf(state).balance);
  return asked === EXACT || step === undefined ? open : Math.round(open / step) * step;
};

/** Follows every step of an order's money, over many orders. */
export const always = (holds: (state: OrderState, events: readonly EventEnvelope[]) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(shops, deeds, async (shop, done) => {
      const { memory, tell } = await openShop(shop);
      let state = evolved(orders.initial, memory.events);
      for (const { type, payload } of done) {
        const before = memory.events.length;
        const said =
          'amount' in payload ? { amount: exactly(payload.amount, state, shop.book.cashStep) } : {};
        await tell(type, { ...payload, ...said });
        if (memory.events.length === before) continue;
        state = evolved(state, memory.events.slice(before));
        holds(state, memory.events);
      }
    }),
    { numRuns: 200 },
  );
