import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { HONEY, id, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { StockCounts } from './counts.ts';
import { stockView } from './projection.ts';
import { StockWorth } from './worth.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const tables = () => project(stockView).after(stall.events).tables;
const worth = async () => {
  const { rows, ...sums } = await ask(StockWorth, tables(), { currency: 'EUR' });
  return { ...sums, rows: rows.map(({ name, variant, worth: of }) => [variant ?? name, of]) };
};

it('what the shelves are worth is what lies there at the price of the day, each rounded to the cent', async () => {
  await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 12_345 });
  await stall.tell('ChangeProduct', { productId: SOAP, unitPrice: 40_000 });
  await expect(worth()).resolves.toEqual({ worth: 0, products: 0, rows: [] });
  await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1_500 });
  await stall.tell('ReceiveStock', { productId: SOAP, quantity: 1_000 });
  // 1.5 × 1.2345 = 1.85175; 1 × 4.00
  await expect(worth()).resolves.toEqual({
    ...{ worth: 585, products: 2 },
    rows: [
      ['Soap', 400],
      ['Honey', 185],
    ],
  });
  await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 100_000 });
  await stall.tell('ArchiveProduct', { productId: SOAP });
  await expect(worth()).resolves.toMatchObject({
    worth: 1_900,
    rows: [
      ['Honey', 1_500],
      ['Soap', 400],
    ],
  });
});

it('what nobody counts is worth nothing that is known, and is neither oversold, sold out nor low', async () => {
  await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1_500 });
  await stall.tell('SetReorderLevel', { productId: HONEY, level: 2_000 });
  for (const productId of [HONEY, SOAP])
    await stall.tell('SetStockPolicy', { productId, policy: 'uncounted' });
  await expect(worth()).resolves.toEqual({ worth: 0, products: 0, rows: [] });
  await expect(ask(StockCounts, tables(), {})).resolves.toEqual({ oversold: 0, 'sold-out': 0, low: 0 });
});

it('variants are worth their own price, or their product’s; less than nothing counts below zero', async () => {
  await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 20_000 });
  const options = (value: string) => [{ name: 'Jar', value }];
  await stall.tell('AddVariant', { productId: HONEY, variantId: id(61), options: options('Small') });
  await stall.tell('AddVariant', {
    productId: HONEY,
    variantId: id(62),
    options: options('Large'),
    unitPrice: 50_000,
  });
  await stall.tell('ReceiveStock', { productId: id(61), quantity: 2_000 });
  await stall.tell('AdjustStock', { productId: id(62), delta: -1_000, reason: 'Gone' });
  await expect(worth()).resolves.toEqual({
    ...{ worth: -100, products: 2 },
    rows: [
      ['Small', 400],
      ['Large', -500],
    ],
  });
  await stall.tell('ChangeProduct', { productId: HONEY, unitPrice: 30_000 });
  await expect(worth()).resolves.toMatchObject({ worth: 100 });
  await expect(ask(StockCounts, tables(), {})).resolves.toEqual({ oversold: 1, 'sold-out': 1, low: 0 });
});
