import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { fulfilmentId, lineId, orderId, pieces, returnId, shop, TEA } from '../../../test/spec/shop.ts';
import { ChangeProduct } from '../product/index.ts';
import { quantity } from '../quantity.ts';
import {
  AdjustStock,
  CountStock,
  IssueStock,
  ReceiveStock,
  ReleaseStock,
  ReserveStock,
  ReturnStock,
  SetStockPolicy,
  stock,
  StockAdjusted,
  StockCounted,
  StockIssued,
  StockPolicySet,
  type StockPolicy,
  StockReceived,
  StockReleased,
  StockReserved,
  StockReturned,
} from './index.ts';

const of = (n: number) => ({ productId: TEA, orderId: orderId(n), lineId: lineId(n) });
const count = (whole: number) => quantity(whole * 1000);
const shelf = (...events: Parameters<typeof on>[2][]) => on(stock, TEA, ...events);

/** The n-th order is answered: so many are kept, so many wait, so many go without. */
const answered = (n: number, reserved: number, backOrdered = 0, uncounted = 0) =>
  StockReserved({
    ...{ ...of(n), quantity: count(reserved), waited: count(0) },
    ...{ backOrdered: count(backOrdered), short: count(backOrdered) },
    ...(uncounted > 0 && { uncounted: pieces(uncounted) }),
  });
const without = (n: number, uncounted: number) => answered(n, 0, 0, uncounted);
const released = (n: number, freed: number, dropped: number, uncounted = 0) =>
  StockReleased({
    ...{ ...of(n), quantity: count(freed), backOrderDropped: count(dropped) },
    ...(uncounted > 0 && { uncounted: pieces(uncounted) }),
  });
const policy = (set: StockPolicy) => StockPolicySet({ productId: TEA, policy: set });
const issued = (n: number, whole: number) =>
  StockIssued({
    ...{ ...of(n), fulfilmentId: fulfilmentId(n), quantity: pieces(whole) },
    ...{ fromReserved: count(0), backOrderDropped: count(0), uncounted: true },
  });

describe('goods that nobody counts', () => {
  const uncounted = shop(0, 'uncounted');

  it('are promised at once, and nothing of them is kept or short', () =>
    given(...uncounted)
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .then(without(1, 3)));

  it('answer once, and each asking of an order’s own once', async () => {
    await given(...uncounted)
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .again()
      .thenNothing();
    const asking = given(...uncounted, shelf(without(1, 3))).when(ReserveStock, {
      ...{ ...of(1), quantity: pieces(3), ask: 1 },
    });
    await asking.then(StockReserved({ ...without(1, 3).data, ask: 1 }));
    await asking.again().thenNothing();
  });

  it('are wanted less of when an order is revised, or shipped in part', () =>
    given(...uncounted, shelf(without(1, 5), issued(1, 1)))
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .then(without(1, 2)));

  it('are wanted by nobody once the order gives them up', async () => {
    const giving = given(...uncounted, shelf(without(1, 3))).when(ReleaseStock, of(1));
    await giving.then(released(1, 0, 0));
    await giving.again().thenNothing();
    await given(...uncounted, shelf(without(1, 3)))
      .when(ReleaseStock, { ...of(1), quantity: pieces(2) })
      .then(released(1, 0, 0, 1));
  });

  it('leave and come back, and the shelf stays as it is', async () => {
    const leaving = given(...uncounted, shelf(without(1, 3))).when(IssueStock, {
      ...{ ...of(1), fulfilmentId: fulfilmentId(1), quantity: pieces(3) },
    });
    await leaving.then(issued(1, 3));
    await leaving.again().thenNothing();
    const back = { ...of(1), returnId: returnId(1), disposition: 'restock' as const, quantity: pieces(1) };
    await given(...uncounted, shelf(without(1, 3), issued(1, 3)))
      .when(ReturnStock, back)
      .then(StockReturned({ ...back, uncounted: true }));
    // Had they moved the shelf, two would be expected there.
    await given(...uncounted, shelf(without(1, 3), issued(1, 3), StockReturned({ ...back, uncounted: true })))
      .when(CountStock, { productId: TEA, counted: pieces(4) })
      .then(
        policy('warn'),
        StockCounted({ productId: TEA, counted: count(4), expected: 0, delta: pieces(4) }),
      );
  });

  it('are not counted because somebody corrects what is on hand', () =>
    given(...uncounted)
      .when(AdjustStock, { productId: TEA, delta: -1000, reason: 'broken' })
      .then(StockAdjusted({ productId: TEA, delta: -1000, reason: 'broken' })));
});

describe('the first delivery or count', () => {
  it('begins the counting', async () => {
    await given(...shop(0, 'uncounted'))
      .when(ReceiveStock, { productId: TEA, quantity: pieces(5) })
      .then(policy('warn'), StockReceived({ productId: TEA, quantity: pieces(5) }));
    await given(...shop(0, 'uncounted'))
      .when(CountStock, { productId: TEA, counted: quantity(0) })
      .then(policy('warn'), StockCounted({ productId: TEA, counted: count(0), expected: 0, delta: 0 }));
  });

  it('serves the open orders that went without, the oldest first, and lets the rest wait', () =>
    given(...shop(0, 'uncounted'), shelf(without(2, 2), without(1, 4), without(3, 1)))
      .when(ReceiveStock, { productId: TEA, quantity: pieces(5) })
      .then(
        policy('warn'),
        StockReceived({ productId: TEA, quantity: pieces(5) }),
        answered(2, 2),
        answered(1, 3, 1),
        answered(3, 0, 1),
      ));
});

describe('a person who decides', () => {
  it('not to count any more lets go of what is kept, and nobody waits', () =>
    given(...shop(5), shelf(answered(1, 4), answered(2, 1, 2)))
      .when(SetStockPolicy, { productId: TEA, policy: 'uncounted' })
      .then(policy('uncounted'), released(1, 4, 0, 4), released(2, 1, 2, 3)));

  it('to count again keeps for open orders what is on hand; whatever the policy, the rest waits', () =>
    given(...shop(5), shelf(answered(1, 4), policy('uncounted'), released(1, 4, 0, 4), without(2, 3)))
      .when(SetStockPolicy, { productId: TEA, policy: 'block' })
      .then(policy('block'), answered(1, 4), answered(2, 1, 2)));

  it('does so with the product’s other particulars too', () =>
    given(...shop(5), shelf(answered(1, 4)))
      .when(ChangeProduct, { productId: TEA, stockPolicy: 'uncounted' })
      .then(policy('uncounted'), released(1, 4, 0, 4)));
});
