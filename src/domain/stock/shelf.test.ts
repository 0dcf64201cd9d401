import { describe, it } from 'vitest';
import { on, type Decided } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { lineId, orderId, pieces, shop, TEA } from '../../../test/spec/shop.ts';
import { quantity } from '../quantity.ts';
import {
  AdjustStock,
  CountStock,
  ReceiveStock,
  SetStockPolicy,
  stock,
  StockAdjusted,
  StockCounted,
  StockPolicySet,
  StockReceived,
  StockReserved,
} from './index.ts';

const none = quantity(0);

/** The n-th order waits for so many tins of tea. */
const waits = (n: number, count: number): Decided =>
  on(
    stock,
    TEA,
    StockReserved({
      ...{ productId: TEA, orderId: orderId(n), lineId: lineId(n), quantity: none, waited: none },
      backOrdered: pieces(count),
      short: pieces(count),
    }),
  );

/** The n-th order gets so many of those it waited for. */
const served = (n: number, count: number, waited: number) =>
  StockReserved({
    ...{
      productId: TEA,
      orderId: orderId(n),
      lineId: lineId(n),
      quantity: pieces(count),
      waited: pieces(waited),
    },
    backOrdered: quantity(pieces(waited) - pieces(count)),
    short: quantity(pieces(waited) - pieces(count)),
  });

describe('receiving stock', () => {
  it('books what came', () =>
    given(...shop())
      .when(ReceiveStock, { productId: TEA, quantity: pieces(5), note: ' from Kandy ' })
      .then(StockReceived({ productId: TEA, quantity: pieces(5), note: 'from Kandy' })));

  it('serves those who wait, the oldest first, as far as it goes', () =>
    given(...shop(), waits(2, 2), waits(1, 4), waits(3, 1))
      .when(ReceiveStock, { productId: TEA, quantity: pieces(5) })
      .then(StockReceived({ productId: TEA, quantity: pieces(5) }), served(2, 2, 2), served(1, 3, 4)));

  it('goes on with who is first, not with who has waited less', () =>
    given(...shop(), waits(1, 4), waits(2, 2))
      .when(ReceiveStock, { productId: TEA, quantity: pieces(1) })
      .again()
      .then(StockReceived({ productId: TEA, quantity: pieces(1) }), served(1, 1, 3)));

  it('fills a hole below zero before it serves anybody', () =>
    given(
      ...shop(),
      on(stock, TEA, StockAdjusted({ productId: TEA, delta: -3000, reason: 'broken' })),
      waits(1, 4),
    )
      .when(ReceiveStock, { productId: TEA, quantity: pieces(3) })
      .then(StockReceived({ productId: TEA, quantity: pieces(3) })));

  it('is no delivery without a quantity', () =>
    given(...shop())
      .when(ReceiveStock, { productId: TEA, quantity: 0 })
      .thenMalformed('quantity'));
});

describe('adjusting stock', () => {
  it('may take more than there is: the book is shown to be wrong, not bent', () =>
    given(...shop(2))
      .when(AdjustStock, { productId: TEA, delta: -5000, reason: 'water damage' })
      .then(StockAdjusted({ productId: TEA, delta: -5000, reason: 'water damage' })));

  it('serves those who wait with what was found', () =>
    given(...shop(), waits(1, 2))
      .when(AdjustStock, { productId: TEA, delta: 1000, reason: 'found behind the shelf' })
      .then(
        StockAdjusted({ productId: TEA, delta: 1000, reason: 'found behind the shelf' }),
        served(1, 1, 2),
      ));

  it('needs a reason', () =>
    given(...shop())
      .when(AdjustStock, { productId: TEA, delta: 1 })
      .thenMalformed('reason'));
  it('by nothing is none', () =>
    given(...shop())
      .when(AdjustStock, { productId: TEA, delta: 0, reason: 'x' })
      .thenMalformed('delta'));
});

describe('counting stock', () => {
  const counted = (count: number, expected: number) =>
    StockCounted({
      productId: TEA,
      counted: quantity(count * 1000),
      expected: expected * 1000,
      delta: (count - expected) * 1000,
    });

  it('books the difference to what was expected', () =>
    given(...shop(5))
      .when(CountStock, { productId: TEA, counted: 3000 })
      .then(counted(3, 5)));

  it('keeps that somebody looked, when counted again', () =>
    given(...shop(5))
      .when(CountStock, { productId: TEA, counted: 3000 })
      .again()
      .then(counted(3, 3)));

  it('serves those who wait with what there is more', () =>
    given(...shop(), waits(1, 2))
      .when(CountStock, { productId: TEA, counted: 3000 })
      .then(counted(3, 0), served(1, 2, 2)));
});

describe('the stock policy', () => {
  it('is set once', async () => {
    const setting = given(...shop()).when(SetStockPolicy, { productId: TEA, policy: 'block' });
    await setting.then(StockPolicySet({ productId: TEA, policy: 'block' }));
    await setting.again().thenNothing();
  });
});

describe('stock of a product that does not exist', () => {
  it.each([
    [ReceiveStock, { quantity: 1000 }],
    [AdjustStock, { delta: 1000, reason: 'found' }],
    [CountStock, { counted: 1000 }],
    [SetStockPolicy, { policy: 'allow' }],
  ])('refuses $0.type', (command, rest) =>
    given()
      .when(command, { productId: TEA, ...rest })
      .thenRejected('unknown-product', { productId: TEA }),
  );
});
