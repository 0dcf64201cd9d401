import { expect, it } from 'vitest';
import { fc } from '../../../test/spec/fc.ts';
import { project } from '../../../test/spec/projection.ts';
import { HONEY, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { creditOfReturn, lifecycle, orders, totalsOf, type OrderState } from '../../domain/order/index.ts';
import { saleUndone } from '../../domain/order/status.ts';
import { behind } from './behind.ts';
import { salesView } from './projection.ts';
import { reportOf } from './report.ts';

const ORDER = id(21);
const on = (day: number) => new Date(Date.UTC(2026, 10, day, 9)).toISOString();
const endOf = (day: number) => new Date(Date.UTC(2026, 10, day + 1)).toISOString();

const nth = fc.integer({ min: 1, max: 3 });
const some = fc.integer({ min: 1, max: 2_600 });
const price = fc.integer({ min: 1, max: 99_999 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const percentOff = fc.record({ kind: fc.constant('percent'), rate: fc.integer({ min: 1, max: 100_000 }) });

const book = fc.record({
  taxMode: fc.constantFrom('inclusive', 'exclusive'),
  rounding: fc.constantFrom('perLine', 'perRate'),
  currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
});
const draft = fc.record({
  lines: fc.tuple(
    ...[HONEY, SOAP, HONEY].map((productId, n) =>
      fc.record({
        ...{ lineId: fc.constant(line(ORDER, n + 1)), productId: fc.constant(productId) },
        ...{ quantity: some, unitPrice: price, discount: maybe(percentOff) },
      }),
    ),
  ),
  discount: maybe(fc.oneof(percentOff, fc.constant({ kind: 'amount', amount: 7 }))),
  shipping: maybe(fc.constant({ amount: 490 })),
});

/** One thing that becomes of the order; many are refused. */
type Deed = (stall: Stall, state: OrderState, day: number) => Promise<boolean>;

const returned = fc.tuple(nth, some).map(([n, quantity]): Deed => async (stall, _, day) => {
  const which = { orderId: ORDER, returnId: id(50 + day) };
  const part = { lineId: line(ORDER, n), quantity };
  await stall.attempt('RequestReturn', { ...which, lines: [part], reason: 'Bent' }, on(day));
  const lines = [{ ...part, disposition: 'restock' }];
  return stall.attempt('ReceiveReturn', { ...which, lines }, on(day));
});
const told = (type: string, more: (n: number, figure: number, day: number) => object) =>
  fc.tuple(nth, some).map(([n, figure]): Deed => (stall, { revision: baseRevision }, day) => {
    const of = { orderId: ORDER, reason: 'Because' };
    const revised = type === 'ReviseOrder' && { baseRevision };
    return stall.attempt(type, { ...of, ...revised, ...more(n, figure, day) }, on(day));
  });
const revised = (change: (figure: number) => object) =>
  told('ReviseOrder', (n, figure) => ({
    changes: { lines: [{ kind: 'change', lineId: line(ORDER, n), ...change(figure) }] },
  }));
const deed = fc.oneof(
  { weight: 5, arbitrary: returned },
  { weight: 2, arbitrary: revised((figure) => ({ unitPrice: figure * 30 })) },
  { weight: 2, arbitrary: revised((figure) => ({ quantity: 2_600 + figure })) },
  { weight: 1, arbitrary: revised(() => ({ discount: { kind: 'percent', rate: 50_000 } })) },
  ...[
    told('CancelRemainder', (n, quantity) => ({ lines: [{ lineId: line(ORDER, n), quantity }] })),
    told('GrantCredit', (_, amount, day) => ({ creditId: id(100 + day), amount })),
  ].map((arbitrary) => ({ weight: 1, arbitrary })),
);

const stateOf = ({ events }: Stall): OrderState =>
  events
    .filter(({ stream }) => stream === orders.stream(ORDER))
    .reduce((state, event) => orders.evolve(state, event), orders.initial);

/** What a product must come to, as the order's own rules see it. */
const expected = (state: OrderState, productId: string) => {
  const sum = { returned: 0, gross: 0 };
  if (lifecycle(state) !== 'open' || saleUndone(state)) return sum;
  const own = new Set<string>();
  for (const one of state.lines) if (one.productId === productId) own.add(one.lineId);
  for (const { lineId, total } of totalsOf(state).lines) if (own.has(lineId)) sum.gross += total;
  for (const { returnId, received } of state.returns) {
    for (const { lineId, quantity } of received) if (own.has(lineId)) sum.returned += quantity;
    for (const { lineId, amount } of creditOfReturn(state, returnId).lines)
      if (own.has(lineId)) sum.gross -= amount;
  }
  return sum;
};

/** The read model holds the same at once, event by event and in halves: `project` sees to it. */
const compared = (stall: Stall, currency: string, day: number): number => {
  const row = project(salesView).after(stall.events).row('sales', ORDER);
  if (!row) throw new Error('The order is in no report.');
  const { products } = reportOf([row], { currency, from: '0000', ends: [endOf(day)] });
  const state = stateOf(stall);
  let back = 0;
  for (const productId of [HONEY, SOAP]) {
    const none = { quantity: 0, returned: 0, gross: 0 };
    const { quantity, returned: some, gross } = products.find((one) => one.productId === productId) ?? none;
    expect({ returned: some, gross }).toEqual(expected(state, productId));
    const point = { of: 'product', id: productId } as const;
    const { sum, goods } = behind([row], point, { currency, from: '0000', until: endOf(day) });
    expect({ sum, goods }).toEqual({ sum: gross, goods: { quantity, returned: some } });
    back += some;
  }
  return back;
};

it('products come to what is sold less the credit for what came back, to the cent, after each day of any order', async () => {
  let cameBack = 0;
  await fc.assert(
    fc.asyncProperty(
      book,
      draft,
      fc.array(deed, { minLength: 1, maxLength: 12 }),
      async (terms, asked, deeds) => {
        const stall = await openStall();
        await stall.tell(
          'OpenBook',
          { ...terms, name: 'Stall', defaultTaxRate: 0, numberPrefix: 'A-' },
          on(1),
        );
        const { lines, discount, shipping } = asked;
        await stall.tell('CreateDraft', { orderId: ORDER, lines }, on(1));
        if (discount) await stall.tell('SetDiscount', { orderId: ORDER, discount }, on(1));
        if (shipping) await stall.tell('SetShipping', { orderId: ORDER, ...shipping }, on(1));
        // An amount may be more than all of it.
        fc.pre(await stall.attempt('SubmitOrder', { orderId: ORDER }, on(1)));
        await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) }, on(1));
        for (const [n, done] of deeds.entries()) {
          await done(stall, stateOf(stall), n + 2);
          cameBack += compared(stall, terms.currency, n + 2);
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(cameBack).toBeGreaterThan(0);
});
