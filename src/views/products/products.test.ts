import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { HONEY, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { productView } from './projection.ts';
import { ProductDetails, ProductList } from './query.ts';

let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});
const tables = () => project(productView).after(stall.events).tables;
const names = async (params: object) =>
  (await ask(ProductList, tables(), params)).rows.map(({ name }) => name);

it('lists what is sold by name, and finds it by SKU and barcode', async () => {
  await stall.tell('ChangeProduct', { productId: SOAP, name: 'Aleppo soap', barcode: '4006381333931' });
  await expect(names({})).resolves.toEqual(['Aleppo soap', 'Honey']);
  await expect(names({ text: 'h-1' })).resolves.toEqual(['Honey']);
  await expect(names({ text: '400638' })).resolves.toEqual(['Aleppo soap']);
});

it('describes a product as it stands', async () => {
  await stall.tell('ChangeProduct', { productId: HONEY, sku: '', unitPrice: 99_500 });
  const honey = await ask(ProductDetails, tables(), { productId: HONEY });
  expect(honey).toMatchObject({ name: 'Honey', unit: 'jar', unitPrice: 99_500, taxRate: 10_000 });
  expect(honey).not.toHaveProperty('sku');
});

it('keeps what is not sold any more apart', async () => {
  await stall.tell('ArchiveProduct', { productId: HONEY });
  await expect(names({})).resolves.toEqual(['Soap']);
  await expect(names({ archived: true })).resolves.toEqual(['Honey']);
});
