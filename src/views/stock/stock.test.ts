import { beforeEach, describe, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { draftFor, HONEY, id, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { StockCounts } from './counts.ts';
import { StockLedger, type LedgerEntry } from './ledger.ts';
import { stockView } from './projection.ts';
import { StockLevels, StockList } from './query.ts';

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

describe('the level of a product', () => {
  it('is nothing on hand under the usual policy at first', async () => {
    await expect(level(HONEY)).resolves.toMatchObject({
      name: 'Honey',
      sku: 'H-1',
      unit: 'jar',
      policy: 'warn',
      onHand: 0,
      reserved: 0,
      backOrdered: 0,
      available: 0,
      supply: 'sold-out',
    });
  });

  it('stands in the list by its name as people count it, and its variants by theirs', async () => {
    await stall.tell('ChangeProduct', { productId: SOAP, name: 'Tea 2' });
    await stall.tell('ChangeProduct', { productId: HONEY, name: 'Tea 10' });
    for (const [n, value] of ['12 cm', '8 cm'].entries())
      await stall.tell('AddVariant', {
        ...{ productId: HONEY, variantId: id(61 + n), options: [{ name: 'Size', value }] },
      });
    const { rows } = await ask(StockList, tables(), {});
    expect(rows.map(({ name, variant = '' }) => [name, variant])).toEqual([
      ['Tea 2', ''],
      ['Tea 10', '8 cm'],
      ['Tea 10', '12 cm'],
    ]);
  });

  it('is each variant’s own, by the names that product and variant have now', async () => {
    const small = { productId: HONEY, variantId: id(61) };
    const options = [{ name: 'Jar', value: 'Small' }];
    await stall.tell('AddVariant', { ...small, options, sku: 'H-S', stockPolicy: 'block' });
    await stall.tell('ReceiveStock', { productId: id(61), quantity: 4000 });
    await stall.tell('ChangeProduct', { productId: HONEY, name: 'Forest honey' });
    await expect(level(id(61))).resolves.toMatchObject({
      ...{ ofProduct: HONEY, name: 'Forest honey', variant: 'Small', sku: 'H-S', unit: 'jar' },
      ...{ policy: 'block', onHand: 4000 },
    });
    const listed = async () => (await ask(StockList, tables(), {})).rows.map(({ productId }) => productId);
    await expect(listed()).resolves.toEqual([id(61), SOAP]);
    const asked = { ...small, lineId: id(71), quantity: 3000 };
    await stall.tell('CreateDraft', { orderId: ORDER, lines: [asked] });
    await stall.tell('SubmitOrder', { orderId: ORDER });
    await expect(level(id(61))).resolves.toMatchObject({ reserved: 3000, available: 1000 });
    await expect(level(HONEY)).resolves.toMatchObject({ reserved: 0, backOrdered: 0 });
    await stall.tell('ArchiveVariant', small);
    await expect(listed()).resolves.toEqual([HONEY, SOAP]);
  });

  it('counts what is reserved and what is waited for, until it leaves', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1500 });
    await take();
    await expect(level(HONEY)).resolves.toMatchObject({
      onHand: 1500,
      reserved: 1500,
      backOrdered: 500,
      available: 0,
      supply: 'oversold',
    });
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await expect(level(HONEY)).resolves.toMatchObject({
      onHand: -500,
      reserved: 0,
      backOrdered: 0,
      supply: 'oversold',
    });
    await stall.tell('CountStock', { productId: HONEY, counted: 0 });
    await expect(level(HONEY)).resolves.toMatchObject({ onHand: 0, available: 0, supply: 'sold-out' });
  });

  it('says nothing while nobody counts it; open orders have their share again once somebody does', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1500 });
    await take();
    await stall.tell('SetStockPolicy', { productId: HONEY, policy: 'uncounted' });
    const uncounted = await level(HONEY);
    expect(uncounted).toMatchObject({ supply: 'uncounted', reserved: 0, backOrdered: 0, onHand: 1500 });
    expect(uncounted).not.toHaveProperty('missing');
    await expect(ask(StockCounts, tables(), {})).resolves.toMatchObject({ oversold: 1 });
    await stall.tell('CountStock', { productId: HONEY, counted: 1000 });
    await expect(level(HONEY)).resolves.toMatchObject({
      ...{ policy: 'warn', onHand: 1000, reserved: 1000, backOrdered: 1000, supply: 'oversold' },
    });
  });

  it('stays as it was when goods leave that nobody counts, and its ledger is silent', async () => {
    await stall.tell('SetStockPolicy', { productId: HONEY, policy: 'uncounted' });
    await take();
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await expect(level(HONEY)).resolves.toMatchObject({ onHand: 0, supply: 'uncounted' });
    await expect(ask(StockLedger, tables(), { productId: HONEY })).resolves.toEqual({ entries: [] });
  });

  it('follows its product and policy', async () => {
    await stall.tell('ChangeProduct', { productId: HONEY, name: 'Heather honey', sku: '' });
    await stall.tell('SetStockPolicy', { productId: HONEY, policy: 'block' });
    const honey = await level(HONEY);
    expect(honey).toMatchObject({ name: 'Heather honey', policy: 'block' });
    expect(honey).not.toHaveProperty('sku');
  });

  it('is given for the products asked for, in that order, unknown ones left out', async () => {
    const levels = await ask(StockLevels, tables(), { productIds: [SOAP, id(99), HONEY] });
    expect(levels.map(({ name }) => name)).toEqual(['Soap', 'Honey']);
  });
});

describe('the list of stock', () => {
  const names = async (params: object) =>
    (await ask(StockList, tables(), params)).rows.map(({ name }) => name);

  it('pages by name through what is in use', async () => {
    await expect(ask(StockList, tables(), { limit: 1 })).resolves.toMatchObject({
      rows: [{ name: 'Honey' }],
    });
    const { next } = await ask(StockList, tables(), { limit: 1 });
    await expect(names({ limit: 1, after: next })).resolves.toEqual(['Soap']);
    await stall.tell('ArchiveProduct', { productId: HONEY });
    await expect(names({})).resolves.toEqual(['Soap']);
  });

  it('shows what is sold out before anybody waits for it, and only what is in use', async () => {
    const soldOut = () => names({ filter: 'sold-out' });
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 2000 });
    await expect(soldOut()).resolves.toEqual(['Soap']);
    await stall.tell('ReceiveStock', { productId: SOAP, quantity: 9000 });
    await take();
    await expect(soldOut()).resolves.toEqual(['Honey']);
    await stall.tell('SetBuffer', { productId: SOAP, quantity: 8000, reason: 'For the window' });
    await expect(soldOut()).resolves.toEqual(['Honey', 'Soap']);
    await stall.tell('ArchiveProduct', { productId: HONEY });
    await expect(soldOut()).resolves.toEqual(['Soap']);
    await stall.tell('RestoreProduct', { productId: HONEY });
    await expect(soldOut()).resolves.toEqual(['Honey', 'Soap']);
  });

  it('shows what is to be ordered, and of that what runs low before it is sold out', async () => {
    const low = () => names({ filter: 'low' });
    const due = () => names({ filter: 'reorder' });
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 6000 });
    await stall.tell('SetReorderLevel', { productId: HONEY, level: 4000 });
    await stall.tell('SetReorderLevel', { productId: SOAP, level: 1000 });
    await expect(due()).resolves.toEqual(['Soap']);
    await expect(low()).resolves.toEqual([]);
    await take();
    await expect(due()).resolves.toEqual(['Honey', 'Soap']);
    await expect(low()).resolves.toEqual(['Honey']);
    await stall.tell('ArchiveProduct', { productId: HONEY });
    await expect(due()).resolves.toEqual(['Soap']);
    await stall.tell('RestoreProduct', { productId: HONEY });
    await stall.tell('SetReorderLevel', { productId: SOAP, level: 'none' });
    await expect(due()).resolves.toEqual(['Honey']);
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1000 });
    await expect(due()).resolves.toEqual([]);
  });

  it('does not miss the product itself when it is sold in variants', async () => {
    await stall.tell('AddVariant', {
      ...{ productId: SOAP, variantId: id(62) },
      options: [{ name: 'Smell', value: 'Rose' }],
    });
    const { rows } = await ask(StockList, tables(), { filter: 'sold-out' });
    expect(rows.map(({ productId }) => productId)).toEqual([HONEY, id(62)]);
  });
});

describe('the ledger', () => {
  beforeEach(async () => {
    await stall.tell(
      'ReceiveStock',
      { productId: HONEY, quantity: 1500, note: 'Spring harvest' },
      '2026-11-01T09:00:00.000Z',
    );
    await take();
    await stall.tell('AdjustStock', { productId: HONEY, delta: -200, reason: 'Broke' });
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 4000 });
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await stall.tell('CountStock', { productId: HONEY, counted: 3000 });
  });

  const walk = async (limit: number) => {
    const found: LedgerEntry[] = [];
    const held = tables();
    for (let after: string | undefined; ;) {
      const page = await ask(StockLedger, held, { productId: HONEY, limit, ...(after && { after }) });
      found.push(...page.entries);
      if (page.next === undefined) return found;
      after = page.next;
    }
  };

  it.each([1, 2, 3, 50])('explains each balance, newest first, %i at a time', async (limit) => {
    const entries = await walk(limit);
    expect(
      entries.map(({ type, balance: { onHand, reserved, backOrdered } }) => [
        type,
        onHand,
        reserved,
        backOrdered,
      ]),
    ).toEqual([
      ['StockCounted', 3000, 0, 0],
      ['StockIssued', 3300, 0, 0],
      ['StockReserved', 5300, 2000, 0],
      ['StockReceived', 5300, 1500, 500],
      ['StockAdjusted', 1300, 1500, 500],
      ['StockReserved', 1500, 1500, 500],
      ['StockReceived', 1500, 0, 0],
    ]);
  });

  it('names the order, the reason, and when it happened', async () => {
    const entries = await walk(50);
    expect(entries.at(-1)).toMatchObject({
      reason: 'Spring harvest',
      at: '2026-11-01T09:00:00.000Z',
      by: { onHand: 1500 },
    });
    expect(entries[0]).toMatchObject({ counted: 3000, by: { onHand: -300 } });
    expect(entries[1]?.order).toEqual({ orderId: ORDER, number: 'A-1001' });
    expect(entries[4]).toMatchObject({ reason: 'Broke', actor: 'job', balance: { available: -200 } });
  });

  it('is empty for a product that never moved', async () => {
    await expect(ask(StockLedger, tables(), { productId: id(99) })).resolves.toEqual({ entries: [] });
  });
});
