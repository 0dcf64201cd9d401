import { describe, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { lineId, orderId, pieces, returnId, shop, TEA } from '../../../test/spec/shop.ts';
import { quantity } from '../quantity.ts';
import * as stock from './index.ts';

const of = (n: number) => ({ productId: TEA, orderId: orderId(n), lineId: lineId(n) });
const count = (whole: number) => quantity(whole * 1000);
const shelf = (...events: Parameters<typeof on>[2][]) => on(stock.stock, TEA, ...events);
const waits = (n: number, whole: number) =>
  stock.StockReserved({
    ...of(n),
    ...{ quantity: count(0), waited: count(0), backOrdered: count(whole), short: count(whole) },
  });
const served = (n: number, now: number, waited: number) =>
  stock.StockReserved({
    ...of(n),
    ...{
      quantity: count(now),
      waited: count(waited),
      backOrdered: count(waited - now),
      short: count(waited - now),
    },
  });

describe('a buffer', () => {
  const set = (whole: number) => ({ productId: TEA, quantity: count(whole), reason: 'for the window' });
  const buffer = (whole: number, before = 0) => stock.BufferSet({ ...set(whole), before: count(before) });

  it('is kept back from promising, set once', async () => {
    const setting = given(...shop(5)).when(stock.SetBuffer, set(2));
    await setting.then(buffer(2));
    await setting.again().thenNothing();
    await given(...shop(5), shelf(buffer(4)))
      .when(stock.ReserveStock, { ...of(1), quantity: pieces(3) })
      .then(
        stock.StockReserved({
          ...of(1),
          ...{ quantity: count(1), waited: count(0), backOrdered: count(2), short: count(2) },
        }),
      );
  });

  it('serves who waits with what it gives up', () =>
    given(...shop(5), shelf(buffer(5), waits(1, 2)))
      .when(stock.SetBuffer, set(4))
      .then(buffer(4, 5), served(1, 1, 2)));

  it('needs a product and a reason', async () => {
    await given().when(stock.SetBuffer, set(2)).thenRejected('unknown-product');
    await given(...shop())
      .when(stock.SetBuffer, { ...set(2), reason: '' })
      .thenMalformed('reason');
  });
});

describe('a reorder level', () => {
  const at = (whole: number) => ({ productId: TEA, level: pieces(whole) });
  const level = (whole: number) => stock.ReorderLevelSet(at(whole));

  it('is set once, changed, and taken away', async () => {
    const setting = given(...shop(5)).when(stock.SetReorderLevel, at(2));
    await setting.then(level(2));
    await setting.again().thenNothing();
    const none = { productId: TEA, level: 'none' as const };
    await given(...shop(5), shelf(level(2)))
      .when(stock.SetReorderLevel, none)
      .then(stock.ReorderLevelSet({ productId: TEA }));
    await given(...shop(5))
      .when(stock.SetReorderLevel, none)
      .thenNothing();
  });

  it('needs a product, and is more than nothing', async () => {
    await given().when(stock.SetReorderLevel, at(2)).thenRejected('unknown-product');
    await given(...shop())
      .when(stock.SetReorderLevel, { productId: TEA, level: 0 })
      .thenMalformed('level');
  });
});

describe('what can’t be sold', () => {
  const adjust = (delta: number, unavailable: number) => ({
    ...{ productId: TEA, delta: delta * 1000, unavailable: unavailable * 1000, reason: 'broke' },
  });

  it('is set aside, and thrown away', async () => {
    await given(...shop(5))
      .when(stock.AdjustStock, adjust(0, 2))
      .then(stock.StockAdjusted(adjust(0, 2)));
    await given(...shop(5), shelf(stock.StockAdjusted(adjust(0, 2))))
      .when(stock.AdjustStock, adjust(-2, -2))
      .then(stock.StockAdjusted(adjust(-2, -2)));
  });

  it('serves who waits once it is mended', () =>
    given(...shop(1), shelf(stock.StockAdjusted(adjust(0, 1)), waits(1, 1)))
      .when(stock.AdjustStock, adjust(0, -1))
      .then(stock.StockAdjusted(adjust(0, -1)), served(1, 1, 1)));

  it('is never less than nothing', () =>
    given(...shop(5))
      .when(stock.AdjustStock, adjust(0, -1))
      .thenRejected('more-than-unavailable', { unavailable: 0, wanted: 1000 }));
});

describe('goods that come back', () => {
  const back = (disposition: 'restock' | 'damaged' | 'discard', whole: number) => ({
    ...of(1),
    ...{ returnId: returnId(1), disposition, quantity: pieces(whole) },
  });

  it.each(['restock', 'damaged', 'discard'] as const)('are told as %s, once', async (disposition) => {
    const returning = given(...shop(1)).when(stock.ReturnStock, back(disposition, 2));
    await returning.then(stock.StockReturned(back(disposition, 2)));
    await returning.again().thenNothing();
  });

  it('serve who waits only when they can be sold', async () => {
    await given(...shop(), shelf(waits(2, 1)))
      .when(stock.ReturnStock, back('restock', 2))
      .then(stock.StockReturned(back('restock', 2)), served(2, 1, 1));
    await given(...shop(), shelf(waits(2, 1)))
      .when(stock.ReturnStock, back('damaged', 2))
      .then(stock.StockReturned(back('damaged', 2)));
  });

  it('count together when they come in parts', () =>
    given(...shop(), shelf(stock.StockReturned(back('restock', 1))))
      .when(stock.ReturnStock, back('restock', 3))
      .then(stock.StockReturned(back('restock', 2))));
});

describe('a numbered asking', () => {
  const ask = (n: number, whole: number) => ({ ...of(1), quantity: pieces(whole), ask: n });
  const got = (n: number, whole: number) =>
    stock.StockReserved({
      ...of(1),
      ...{ quantity: count(whole), waited: count(0), backOrdered: count(0), short: count(0), ask: n },
    });

  it('is always answered, and once', async () => {
    const asking = given(...shop(5), shelf(got(1, 3))).when(stock.ReserveStock, ask(2, 3));
    await asking.then(got(2, 0));
    await asking.again().thenNothing();
  });

  it('gives up what is no longer wanted, and serves who waits with it', () =>
    given(...shop(3), shelf(got(1, 3), waits(2, 1)))
      .when(stock.ReserveStock, ask(2, 1))
      .then(
        stock.StockReleased({ ...of(1), quantity: count(2), backOrderDropped: count(0), ask: 2 }),
        served(2, 1, 1),
      ));
});
