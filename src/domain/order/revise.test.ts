import { fc } from '../../../test/spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { given } from '../../../test/spec/decision.ts';
import { recorded } from '../../../test/spec/projection.ts';
import {
  agreed,
  amountOff,
  ANNA,
  anna,
  draft,
  fulfilmentId,
  JAM,
  line,
  lineId,
  openOrder,
  orderId,
  percentOff,
  pieces,
  price,
  shop,
  SOAP,
  tax,
  TEA,
} from '../../../test/spec/shop.ts';
import { on, type Decided } from '../../kernel/index.ts';
import { priceOrder, TaxRate } from '../pricing/index.ts';
import type { LineChange } from './changes.ts';
import * as order from './index.ts';

const { orders, OrderRevised, ReviseOrder } = order;
const FIRST = { orderId: orderId(1) };
const lines = [line(1, TEA, 3), line(2, JAM, 1)];
const [tea = line(1, TEA, 3), jam = line(2, JAM, 1)] = lines;
const revise = (...changes: readonly object[]) => ({
  ...FIRST,
  baseRevision: 0,
  changes: { lines: changes },
  reason: 'they called',
});
const totalsOf = (some: readonly order.OrderLine[], more: object = {}) => {
  const priced = priceOrder({ ...agreed(1, lines), ...more, lines: some });
  if (!priced.ok) throw new Error(priced.error.code);
  return priced.value;
};
const agreement = (some: readonly order.OrderLine[]) => ({ lines: [...some], totals: totalsOf(some) });
const revised = (
  after: readonly order.OrderLine[],
  revision = 1,
  before: readonly order.OrderLine[] = lines,
) => OrderRevised({ revision, before: agreement(before), after: agreement(after), reason: 'they called' });
const prepared = order.ItemsPrepared({
  fulfilmentId: fulfilmentId(1),
  lines: [{ lineId: lineId(1), quantity: pieces(2) }],
});

describe('revising an open order', () => {
  it('changes a quantity, and only that line', () =>
    given(openOrder(1, lines))
      .when(ReviseOrder, revise({ kind: 'change', lineId: lineId(1), quantity: pieces(5) }))
      .then(revised([line(1, TEA, 5), jam])));

  it('keeps what was agreed of untouched lines, whatever became of the products', () => {
    const cheap = { ...tea, unitPrice: price(1), taxRate: tax(19) };
    return given(...shop(), openOrder(1, [cheap, jam]))
      .when(ReviseOrder, revise({ kind: 'change', lineId: lineId(2), quantity: pieces(2) }))
      .then(revised([cheap, line(2, JAM, 2)], 1, [cheap, jam]));
  });

  it('adds a line as the product is now, and takes one away', () =>
    given(...shop(), openOrder(1, lines))
      .when(
        ReviseOrder,
        revise(
          { kind: 'remove', lineId: lineId(2) },
          { kind: 'add', lineId: lineId(3), productId: SOAP, quantity: pieces(1) },
        ),
      )
      .then(revised([tea, line(3, SOAP, 1)])));

  it('changes customer, discount, shipping and dates', async () => {
    const asked = {
      ...FIRST,
      baseRevision: 0,
      reason: 'they called',
      changes: {
        customerId: ANNA,
        discount: percentOff(10),
        shipping: { amount: 490, taxRate: tax(19) },
        dates: { dueOn: '2026-12-01' },
      },
    };
    const shipping = { amount: 490, taxRate: tax(19) } as order.Shipping;
    const totals = totalsOf(lines, { orderDiscount: percentOff(10), shipping });
    await given(anna, openOrder(1, lines))
      .when(ReviseOrder, asked)
      .then(
        OrderRevised({
          revision: 1,
          before: agreement(lines),
          after: {
            customer: { customerId: ANNA, name: 'Anna Berg', company: 'Berg & Co' },
            ...{ lines, discount: percentOff(10), shipping, dueOn: '2026-12-01', totals },
          },
          reason: 'they called',
        }),
      );
  });

  it('counts on from what was cancelled', () => {
    const off = order.LineRemainderCancelled({
      ...{ lines: [{ lineId: lineId(1), quantity: pieces(1) }], reason: 'sold out' },
      totals: totalsOf([line(1, TEA, 2), jam]),
    });
    return given(openOrder(1, lines, off))
      .when(ReviseOrder, revise({ kind: 'change', lineId: lineId(1), quantity: pieces(2) }))
      .thenNothing();
  });

  it('says nothing when nothing changes', () =>
    given(openOrder(1, lines))
      .when(ReviseOrder, revise({ kind: 'change', lineId: lineId(1), quantity: pieces(3) }))
      .thenNothing());

  it('happens once', () =>
    given(openOrder(1, lines))
      .when(ReviseOrder, revise({ kind: 'change', lineId: lineId(1), quantity: pieces(5) }))
      .again()
      .thenRejected('revision-out-of-date', { baseRevision: 0, revision: 1 }));
});

describe('a revision is refused', () => {
  const more = { kind: 'change', lineId: lineId(1), quantity: pieces(9) };

  it('gives the id of a line that it takes out to no other', () =>
    given(...shop(), openOrder(1, lines))
      .when(ReviseOrder, {
        ...revise({ kind: 'remove', lineId: lineId(1) }),
        changes: {
          lines: [
            { kind: 'remove', lineId: lineId(1) },
            { kind: 'add', lineId: lineId(1), productId: TEA, quantity: pieces(1) },
          ],
        },
      })
      .thenRejected('line-exists', { lineId: lineId(1) }));

  it.each([
    ['unknown-order', [], more],
    ['not-open', [draft(1, lines)], more],
    ['not-open', [openOrder(1, lines, order.OrderCancelled({ reason: 'x' }))], more],
    ['unknown-line', [openOrder(1, lines)], { kind: 'remove', lineId: lineId(9) }],
    [
      'line-exists',
      [...shop(), openOrder(1, lines)],
      { kind: 'add', lineId: lineId(1), productId: TEA, quantity: pieces(1) },
    ],
    [
      'unknown-product',
      [openOrder(1, lines)],
      { kind: 'add', lineId: lineId(3), productId: TEA, quantity: pieces(1) },
    ],
    ['below-prepared', [openOrder(1, lines, prepared)], { ...more, quantity: pieces(1) }],
    ['below-prepared', [openOrder(1, lines, prepared)], { kind: 'remove', lineId: lineId(1) }],
    ['no-lines', [openOrder(1, [tea])], { kind: 'remove', lineId: lineId(1) }],
    ['line-discount-exceeds-line', [openOrder(1, lines)], { ...more, discount: amountOff(99) }],
  ])('%s', (code, facts, change) =>
    given(...facts)
      .when(ReviseOrder, revise(change))
      .thenRejected(code),
  );

  it('without a reason', () =>
    given(openOrder(1, lines))
      .when(ReviseOrder, { ...revise(more), reason: ' ' })
      .thenMalformed('reason'));
});

const stateOf = (...facts: readonly Decided[]) =>
  recorded(...facts).reduce((state, event) => orders.evolve(state, event), orders.initial);

it('revised and reverted comes to the identical totals', () => {
  const quantity = fc.integer({ min: 1, max: 9_999 });
  const unitPrice = fc.integer({ min: 0, max: 999_999 });
  const rate = fc.constantFrom(0, 7000, 19_000, 8875);
  const some = fc.array(fc.record({ quantity, unitPrice, rate }), { minLength: 2, maxLength: 5 });
  const changes = fc.array(fc.record({ at: fc.nat(4), quantity, unitPrice }), { minLength: 1, maxLength: 4 });
  const discount = fc.constantFrom(undefined, percentOff(15), percentOff(3.333));
  const mode = fc.constantFrom('inclusive' as const, 'exclusive' as const);
  const rounding = fc.constantFrom('perLine' as const, 'perRate' as const);
  fc.assert(
    fc.property(some, changes, discount, mode, rounding, (drawn, edits, off, taxMode, by) => {
      const first = drawn.map((one, n) => ({
        ...line(n + 1, TEA, 1),
        ...{ quantity: one.quantity, unitPrice: one.unitPrice, taxRate: TaxRate.parse(one.rate) },
      })) as order.OrderLine[];
      const terms = { taxMode, rounding: by, ...(off && { discount: off }) };
      const priced = priceOrder({ ...agreed(1, lines), ...terms, orderDiscount: off, lines: first });
      if (!priced.ok) throw new Error(priced.error.code);
      const before = stateOf(
        on(orders, orderId(1), order.OrderSubmitted({ ...agreed(1, first), ...terms, totals: priced.value })),
      );
      const world = { catalogue: new Map(), shippingRate: tax(0) };
      const revisedBy = (state: order.OrderState, lineChanges: readonly LineChange[]) => {
        const preview = order.previewRevision(orderId(1), state, { lines: [...lineChanges] }, world);
        if (!preview.ok) throw new Error(preview.error.code);
        return preview.value;
      };
      const there = edits.map(({ at, ...to }) => ({ line: first[at % first.length], to }));
      const forth = revisedBy(
        before,
        there.flatMap(({ line: one, to }) =>
          one ? [{ kind: 'change', lineId: one.lineId, ...to } as LineChange] : [],
        ),
      );
      const after = { ...before, lines: forth.after.lines, discount: forth.after.discount };
      const back = revisedBy(
        after,
        first.map(({ lineId: id, quantity: q, unitPrice: u }) => ({
          ...{ kind: 'change', lineId: id, quantity: q, unitPrice: u },
        })),
      );
      expect(back.after.totals).toEqual(priced.value);
      expect(back.after.lines).toEqual(first);
      expect(forth.total.delta).toBe(forth.after.totals.total - priced.value.total);
    }),
    { numRuns: 500 },
  );
});
