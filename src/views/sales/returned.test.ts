import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, HONEY, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { SalesBehind } from './behind.ts';
import { salesView } from './projection.ts';
import { Sales } from './query.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});

const ORDER = id(21);
const SOLD = line(ORDER, 1);
const on = (day: number) => `2026-11-0${String(day)}T09:00:00.000Z`;
const midnight = (day: number) => `2026-11-0${String(day)}T00:00:00.000Z`;
const report = (from: number, end: number) =>
  ask(Sales, project(salesView).after(stall.events).tables, {
    ...{ currency: 'EUR', from: midnight(from), ends: [midnight(end)] },
  });
const products = async (from: number, end: number) => (await report(from, end)).products;
/** Jars of honey come back; `returnId` by the day. */
const back = async (quantity: number, day: number) => {
  const some = { lineId: SOLD, quantity };
  const which = { orderId: ORDER, returnId: id(50 + day) };
  await stall.tell('RequestReturn', { ...which, lines: [some], reason: 'Broken' }, on(day));
  await stall.tell('ReceiveReturn', { ...which, lines: [{ ...some, disposition: 'discard' }] }, on(day));
};

describe('best sellers', () => {
  /** Ten jars at 9.80 and a soap, gone on the first day. */
  beforeEach(async () => {
    const [, soap] = draftFor(ORDER).lines;
    const lines = [{ lineId: SOLD, productId: HONEY, quantity: 10_000 }, soap];
    await stall.tell('CreateDraft', { orderId: ORDER, lines }, on(1));
    await stall.tell('SubmitOrder', { orderId: ORDER }, on(1));
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) }, on(1));
  });

  it('are not what came back, from the day on which it came', async () => {
    await back(9_000, 3);
    expect(await products(1, 2)).toMatchObject([
      { productId: HONEY, quantity: 10_000, returned: 0, gross: 9_800 },
      { productId: SOAP, quantity: 1_000, returned: 0, gross: 350 },
    ]);
    expect(await products(2, 4)).toEqual([
      { productId: HONEY, quantity: 0, returned: 9_000, net: -8_018, gross: -8_820 },
    ]);
    expect(await products(1, 4)).toMatchObject([
      { productId: HONEY, quantity: 10_000, returned: 9_000, gross: 980 },
      { productId: SOAP, quantity: 1_000, returned: 0, gross: 350 },
    ]);
  });

  it('tell of each order how much of a product it sold, and how much came back, though no money is left', async () => {
    await back(10_000, 2);
    const tables = project(salesView).after(stall.events).tables;
    const asked = { currency: 'EUR', from: midnight(1), until: midnight(3), of: 'product', id: HONEY };
    expect(await ask(SalesBehind, tables, asked)).toMatchObject({
      ...{ sum: 0, orders: 1, goods: { quantity: 10_000, returned: 10_000 } },
      rows: [{ orderId: ORDER, amount: 0, goods: { quantity: 10_000, returned: 10_000 } }],
    });
  });

  it('take off what came back at what it is sold for once that is revised, on the day of it', async () => {
    await back(5_000, 2);
    const changes = { lines: [{ kind: 'change', lineId: SOLD, unitPrice: 50_000 }] };
    await stall.tell('ReviseOrder', { orderId: ORDER, baseRevision: 0, changes, reason: 'Dents' }, on(3));
    expect(await products(2, 3)).toMatchObject([{ quantity: 0, returned: 5_000, gross: -4_900 }]);
    // 10 × 4.80 less, of which half had been taken off already.
    expect(await products(3, 4)).toMatchObject([{ quantity: 0, returned: 0, gross: -2_400 }]);
  });

  it('leave what is due to credits: the sales of the day stay', async () => {
    const { sums } = await report(1, 3);
    await back(9_000, 2);
    expect((await report(1, 3)).sums).toEqual(sums);
  });
  it('count an archived order and what came back of it', async () => {
    await back(10_000, 2);
    const before = await products(1, 4);
    await stall.tell('CloseReturn', { orderId: ORDER, returnId: id(52) }, on(3));
    await stall.tell('WriteOff', { orderId: ORDER, creditId: id(41), reason: 'Gone' }, on(3));
    await stall.tell('ArchiveOrder', { orderId: ORDER }, on(3));
    expect(await products(1, 4)).toEqual(before);
  });
});
