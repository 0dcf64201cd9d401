import { fc } from './fc.ts';
import { ADA, HONEY, id, line, SOAP } from './stall.ts';

// What somebody does at the stall is put together of these.

/** One thing that somebody does at the stall; many are refused, as in life. */
export interface Deed {
  readonly type: string;
  readonly payload: object;
  readonly occurredAt: string;
}

export const BOB = id(12);
export const product = fc.constantFrom(HONEY, SOAP);
export const variantId = fc.constantFrom(id(61), id(62), id(63));
export const option = fc.constantFrom('S', 'M', 'L');
export const customer = fc.constantFrom(ADA, BOB);
export const ORDERS: readonly string[] = [id(21), id(22), id(23)];
export const order = fc.constantFrom(...ORDERS);
export const quantity = fc.integer({ min: 1, max: 4 }).map((n) => n * 500);
export const amount = fc.constantFrom(100, 350, 355, 1000, 2310);
export const method = fc.constantFrom('cash', 'card');
export const reason = fc.constant('Because');
export const fresh = fc.integer({ min: 1000, max: 9_999_999 }).map(id);
export const few = fc.integer({ min: 100, max: 104 }).map(id);
export const nth = fc.constantFrom(1, 2, 3);
export const discount = fc.constantFrom(
  { kind: 'percent' as const, rate: 10_000 },
  { kind: 'amount' as const, amount: 50 },
);
export const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
export const day = fc.constantFrom('2026-11-01', '2026-11-02');
export const ofOrder = order.map((orderId) => ({ orderId }));

export const deeds = (type: string, weight: number, payload: fc.Arbitrary<object>) => ({
  weight,
  arbitrary: fc.record({
    type: fc.constant(type),
    payload,
    occurredAt: fc.constantFrom('2026-11-01T09:00:00.000Z', '2026-11-02T09:00:00.000Z'),
  }),
});

export const onLine = (more: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .record({ orderId: order, n: nth, ...more })
    .map(({ n, ...rest }) => ({ ...rest, lineId: line(rest.orderId, n) }));

/** What one order owes, spent on another; few payment ids, so that some are made void later. */
export const spendCredit = fc
  .record({ orderId: order, source: order, paymentId: few, refundId: fresh, amount })
  .map(({ orderId, source, ...spent }) => ({ orderId, from: [{ orderId: source, ...spent }] }));

export const someReturn = fc.constantFrom(id(51), id(52));

/** Part of one line, and what else is asked. */
export const onlyPart = (
  more: Record<string, fc.Arbitrary<unknown>>,
  ofLine: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  fc
    .tuple(fc.record({ orderId: order, n: nth, quantity }), fc.record(more), fc.record(ofLine))
    .map(([{ orderId, n, quantity: part }, rest, one]) => ({
      ...{ orderId, ...rest },
      lines: [{ lineId: line(orderId, n), quantity: part, ...one }],
    }));
