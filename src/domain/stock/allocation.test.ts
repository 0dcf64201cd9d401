import { describe, expect, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { given } from '../../../test/spec/decision.ts';
import { fulfilmentId, lineId, orderId, pieces, shop, TEA } from '../../../test/spec/shop.ts';
import { quantity } from '../quantity.ts';
import {
  available,
  IssueStock,
  ReceiveStock,
  ReleaseStock,
  ReserveStock,
  stock,
  StockAdjusted,
  StockIssued,
  StockReceived,
  StockReleased,
  StockReserved,
} from './index.ts';

const of = (n: number) => ({ productId: TEA, orderId: orderId(n), lineId: lineId(n) });
const count = (whole: number) => quantity(whole * 1000);

const reserved = (
  n: number,
  now: number,
  waits: { waited?: number; backOrdered?: number; short?: number } = {},
) =>
  StockReserved({
    ...of(n),
    quantity: count(now),
    waited: count(waits.waited ?? 0),
    backOrdered: count(waits.backOrdered ?? 0),
    short: count(waits.short ?? waits.backOrdered ?? 0),
  });

const released = (n: number, freed: number, dropped = 0) =>
  StockReleased({ ...of(n), quantity: count(freed), backOrderDropped: count(dropped) });

const issued = (n: number, whole: number, fromReserved: number, dropped = 0) =>
  StockIssued({
    ...of(n),
    fulfilmentId: fulfilmentId(n),
    quantity: pieces(whole),
    fromReserved: count(fromReserved),
    backOrderDropped: count(dropped),
  });

const shelf = (...events: Parameters<typeof on>[2][]) => on(stock, TEA, ...events);

describe('reserving', () => {
  it('keeps what is there', () =>
    given(...shop(5))
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .then(reserved(1, 3)));

  it('keeps it once, however often it is asked', () =>
    given(...shop(5))
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .again()
      .thenNothing());

  it('adds only what is asked for beyond', () =>
    given(...shop(5), shelf(reserved(1, 3)))
      .when(ReserveStock, { ...of(1), quantity: pieces(4) })
      .then(reserved(1, 1)));

  it('lets wait what is short, and asks for it once', async () => {
    const asking = given(...shop(2)).when(ReserveStock, { ...of(1), quantity: pieces(3) });
    await asking.then(reserved(1, 2, { backOrdered: 1 }));
    await asking.again().thenNothing();
  });

  it('never promises what another order has', () =>
    given(...shop(2), shelf(reserved(2, 2)))
      .when(ReserveStock, { ...of(1), quantity: pieces(1) })
      .then(reserved(1, 0, { backOrdered: 1 })));

  it('lets nothing wait for a product that blocks, and says it once', async () => {
    const asking = given(...shop(2, 'block')).when(ReserveStock, { ...of(1), quantity: pieces(3) });
    await asking.then(reserved(1, 2, { short: 1 }));
    await asking.again().thenNothing();
  });

  it('lets it wait all the same when a person insists', () =>
    given(...shop(2, 'block'))
      .when(ReserveStock, { ...of(1), quantity: pieces(3), backOrder: 'always' })
      .then(reserved(1, 2, { backOrdered: 1 })));

  it('does not keep again what has left the shelf', () =>
    given(...shop(5), shelf(reserved(1, 3), issued(1, 3, 3)))
      .when(ReserveStock, { ...of(1), quantity: pieces(3) })
      .thenNothing());

  it('promises nothing out of a hole below zero', () =>
    given(...shop(), shelf(StockAdjusted({ productId: TEA, delta: -2000, reason: 'broken' })))
      .when(ReserveStock, { ...of(1), quantity: pieces(1) })
      .then(reserved(1, 0, { backOrdered: 1 })));
});

describe('releasing', () => {
  it('frees all of the line, and what it waited for', () =>
    given(...shop(2), shelf(reserved(1, 2, { backOrdered: 1 })))
      .when(ReleaseStock, of(1))
      .then(released(1, 2, 1)));

  it('frees it once', () =>
    given(...shop(2), shelf(reserved(1, 2)))
      .when(ReleaseStock, of(1))
      .again()
      .thenNothing());

  it('gives up first what only waits', () =>
    given(...shop(2), shelf(reserved(1, 2, { backOrdered: 1 })))
      .when(ReleaseStock, { ...of(1), quantity: pieces(2) })
      .then(released(1, 1, 1)));

  it('serves another who waits with what was freed', () =>
    given(...shop(2), shelf(reserved(1, 2), reserved(2, 0, { backOrdered: 3 })))
      .when(ReleaseStock, of(1))
      .then(released(1, 2), reserved(2, 2, { waited: 3, backOrdered: 1 })));

  it('does nothing for a line that has nothing', () =>
    given(...shop(2))
      .when(ReleaseStock, of(1))
      .thenNothing());

  it('lets a line of a product that blocks be asked for again', () =>
    given(...shop(2, 'block'), shelf(reserved(1, 2, { short: 1 }), released(1, 2)))
      .when(ReserveStock, { ...of(1), quantity: pieces(3), backOrder: 'always' })
      .then(reserved(1, 2, { backOrdered: 1 })));
});

describe('issuing', () => {
  const leaves = (n: number, whole: number) => ({
    ...of(n),
    fulfilmentId: fulfilmentId(n),
    quantity: pieces(whole),
  });

  it('takes what was reserved', () =>
    given(...shop(5), shelf(reserved(1, 3)))
      .when(IssueStock, leaves(1, 3))
      .then(issued(1, 3, 3)));

  it('takes it once per fulfilment', () =>
    given(...shop(5), shelf(reserved(1, 3)))
      .when(IssueStock, leaves(1, 3))
      .again()
      .thenNothing());

  it('takes what is gone even from an empty shelf, and stops waiting for it', () =>
    given(...shop(1), shelf(reserved(1, 1, { backOrdered: 2 })))
      .when(IssueStock, leaves(1, 3))
      .then(issued(1, 3, 1, 2)));

  it('leaves only the rest to wait for', () =>
    given(...shop(1), shelf(reserved(1, 1, { backOrdered: 3 }), issued(1, 3, 1, 2)))
      .when(ReceiveStock, { productId: TEA, quantity: pieces(4) })
      .then(StockReceived({ productId: TEA, quantity: pieces(4) }), reserved(1, 1, { waited: 1 })));

  it('takes what was never reserved', () =>
    given(...shop())
      .when(IssueStock, leaves(1, 1))
      .then(issued(1, 1, 0)));
});

describe('a shelf', () => {
  it('has available what is on hand and not reserved, also when that is less than nothing', () => {
    const kept = { unavailable: 0, buffer: 0 };
    expect(available({ onHand: 5000, reserved: 2000, ...kept })).toBe(3000);
    expect(available({ onHand: 1000, reserved: 2000, ...kept })).toBe(-1000);
    expect(available({ onHand: 9000, reserved: 2000, unavailable: 1000, buffer: 3000 })).toBe(3000);
  });
});
