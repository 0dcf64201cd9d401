import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, HONEY, id, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { Oversold, StockExplanation } from './explanation.ts';
import { StockLedger } from './ledger.ts';
import { stockView } from './projection.ts';
import { StockLevels } from './query.ts';

const ORDER = id(21);
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const tables = () => project(stockView).after(stall.events).tables;
const level = async (productId: string) => (await ask(StockLevels, tables(), { productIds: [productId] }))[0];
const take = async () => {
  await stall.tell('CreateDraft', draftFor(ORDER));
  await stall.tell('SubmitOrder', { orderId: ORDER });
};

describe('why so much is available', () => {
  const explained = (productId = HONEY) => ask(StockExplanation, tables(), { productId });

  it('is told by what came and went, and by the orders for which it is kept', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 10_000 });
    await take();
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    for (const n of [22, 23]) {
      await stall.tell('CreateDraft', draftFor(id(n)));
      await stall.tell('SubmitOrder', { orderId: id(n) });
    }
    await stall.tell('AdjustStock', { productId: HONEY, delta: -500, reason: 'Broke' });
    await stall.tell('SetBuffer', { productId: HONEY, quantity: 1000, reason: 'For the window' });
    await expect(explained()).resolves.toMatchObject({
      available: 2500,
      ...{ onHand: 7500, received: 10_000, shipped: 2000, adjusted: -500, counted: 0, returned: 0 },
      ...{ reserved: 4000, unavailable: 0, buffer: 1000 },
      orders: [
        { number: 'A-1002', reserved: 2000, backOrdered: 0 },
        { number: 'A-1003', reserved: 2000, backOrdered: 0 },
      ],
    });
  });

  it('tells what came back, and what of it can’t be sold', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 2000 });
    await take();
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    const lineId = draftFor(ORDER).lines[0]?.lineId;
    const back = { orderId: ORDER, returnId: id(51) };
    await stall.tell('RequestReturn', { ...back, lines: [{ lineId, quantity: 2000 }], reason: 'Bent' });
    const one = { lineId, quantity: 1000 };
    await stall.tell('ReceiveReturn', {
      ...back,
      lines: [
        { ...one, disposition: 'restock' },
        { ...one, disposition: 'damaged' },
      ],
    });
    await expect(explained()).resolves.toMatchObject({
      ...{ onHand: 2000, returned: 2000, unavailable: 1000, available: 1000, orders: [] },
    });
    await stall.tell('AdjustStock', {
      productId: HONEY,
      delta: -1000,
      unavailable: -1000,
      reason: 'Thrown away',
    });
    await expect(level(HONEY)).resolves.toMatchObject({ onHand: 1000, unavailable: 0, available: 1000 });
    const { entries } = await ask(StockLedger, tables(), { productId: HONEY, limit: 2 });
    expect(entries).toMatchObject([
      { by: { onHand: -1000, unavailable: -1000 }, balance: { onHand: 1000, unavailable: 0 } },
      { by: { onHand: 1000, unavailable: 1000 }, disposition: 'damaged', order: { number: 'A-1001' } },
    ]);
  });

  it('is not told of a product that nobody knows', async () => {
    await expect(explained(id(99) as never)).resolves.toBeUndefined();
  });
});

it('lists what is oversold, with the orders that want it, until it comes', async () => {
  const oversold = () => ask(Oversold, tables(), {});
  await stall.tell('ReceiveStock', { productId: SOAP, quantity: 1000 });
  await take();
  await expect(oversold()).resolves.toMatchObject({
    rows: [{ name: 'Honey', missing: 2000, orders: [{ number: 'A-1001', backOrdered: 2000 }] }],
  });
  await stall.tell('ReceiveStock', { productId: HONEY, quantity: 2000 });
  await expect(oversold()).resolves.toEqual({ rows: [] });
});

it('lists what waits although it lies there, held back', async () => {
  await stall.tell('ReceiveStock', { productId: HONEY, quantity: 5000 });
  await stall.tell('ReceiveStock', { productId: SOAP, quantity: 1000 });
  await stall.tell('SetBuffer', { productId: HONEY, quantity: 4000, reason: 'For the window' });
  await take();
  await expect(ask(Oversold, tables(), {})).resolves.toMatchObject({
    rows: [{ name: 'Honey', missing: 1000, orders: [{ reserved: 1000, backOrdered: 1000 }] }],
  });
});
