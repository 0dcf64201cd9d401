import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { HONEY, id, openStall, type Stall } from '../../../test/spec/stall.ts';
import { priceHistory } from './projection.ts';
import { PriceHistory } from './query.ts';

const SMALL = id(61);
const on = (day: number) => `2026-11-0${String(day)}T09:00:00.000Z`;
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const prices = async (params: object = {}) => {
  const { tables } = project(priceHistory).after(stall.events);
  const told = await ask(PriceHistory, tables, { productId: HONEY, ...params });
  return told.map(({ unitPrice, at }) => [unitPrice, at.slice(8, 10)]);
};
const change = (what: object, day: number) =>
  stall.tell('ChangeProduct', { productId: HONEY, ...what }, on(day));

it('tells each price of a product and since when it stood', async () => {
  await change({ unitPrice: 99_000 }, 2);
  await change({ name: 'Forest honey' }, 3);
  await change({ unitPrice: 95_000, taxRate: 7000 }, 4);
  await expect(prices()).resolves.toEqual([
    [98_000, '20'],
    [99_000, '02'],
    [95_000, '04'],
  ]);
});

it('tells of a variant its own price while it has one, else the product’s', async () => {
  const variant = { productId: HONEY, variantId: SMALL };
  const options = [{ name: 'Jar', value: 'Small' }];
  await stall.tell('AddVariant', { ...variant, options }, on(1));
  await change({ unitPrice: 99_000 }, 2);
  await stall.tell('ChangeVariant', { ...variant, unitPrice: 50_000 }, on(3));
  await change({ unitPrice: 100_000 }, 4);
  await stall.tell('ChangeVariant', { ...variant, sku: 'H-S' }, on(5));
  await stall.tell('ChangeVariant', { ...variant, unitPrice: 'none' }, on(6));
  await expect(prices({ variantId: SMALL })).resolves.toEqual([
    [98_000, '01'],
    [99_000, '02'],
    [50_000, '03'],
    [100_000, '06'],
  ]);
});

it('knows no prices of what nobody sells', async () => {
  await expect(prices({ productId: id(99) })).resolves.toEqual([]);
  await expect(prices({ variantId: id(99) })).resolves.toEqual([]);
});
