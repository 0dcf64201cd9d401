import { beforeEach, expect, it } from 'vitest';
import { ask, project } from '../../../test/spec/projection.ts';
import { HONEY, id, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import type { Page } from '../listing/index.ts';
import { productView } from './projection.ts';
import { ProductDetails, ProductList, ProductsByCode } from './query.ts';
import type { ProductRow } from './row.ts';

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

it('counts in names: Tea 2 comes before Tea 10, whatever their case', async () => {
  for (const [n, name] of ['Tea 10', 'tea 2', 'Tea', 'Tea 2 loose', 'Tea 100'].entries())
    await stall.tell('CreateProduct', {
      ...{ productId: id(200 + n), name, unit: 'jar', unitPrice: 1, taxRate: 0 },
    });
  const sorted = ['Honey', 'Soap', 'Tea', 'tea 2', 'Tea 2 loose', 'Tea 10', 'Tea 100'];
  await expect(names({})).resolves.toEqual(sorted);
  const { rows, next } = await ask(ProductList, tables(), { limit: 4 });
  const rest = await ask(ProductList, tables(), { limit: 4, after: next });
  expect([...rows, ...rest.rows].map(({ name }) => name)).toEqual(sorted);
});

it('finds goods by a part of a word, after what begins so, page by page and each once', async () => {
  const create = (n: number, name: string) =>
    stall.tell('CreateProduct', { productId: id(n), name, unit: 'jar', unitPrice: 1, taxRate: 0 });
  for (const [n, name] of ['Waldhonig', 'Akazienhonig', 'Honigkerze', 'Senf 1234'].entries())
    await create(200 + n, name);
  const wanted = ['Honigkerze', 'Akazienhonig', 'Waldhonig'];
  await expect(names({ text: 'Honig' })).resolves.toEqual(wanted);
  const read: string[] = [];
  let after: string | undefined;
  do {
    const answer: Page<ProductRow> = await ask(ProductList, tables(), {
      ...{ text: 'honig', limit: 1 },
      ...(after !== undefined && { after }),
    });
    read.push(...answer.rows.map(({ name }) => name));
    after = answer.next;
  } while (after !== undefined);
  expect(read).toEqual(wanted);
  await expect(names({ text: 'honig wald' })).resolves.toEqual(['Waldhonig']);
  // Two letters stand in half of all words, and a part of a number is another number.
  for (const text of ['on', '234']) await expect(names({ text }), text).resolves.toEqual([]);
});

it('describes a product as it stands', async () => {
  await stall.tell('ChangeProduct', { productId: HONEY, sku: '', unitPrice: 99_500 });
  const honey = await ask(ProductDetails, tables(), { productId: HONEY });
  expect(honey).toMatchObject({ name: 'Honey', unit: 'jar', unitPrice: 99_500, taxRate: 10_000 });
  expect(honey?.sku).toBeUndefined();
});

it('keeps what is not sold any more apart', async () => {
  await stall.tell('ArchiveProduct', { productId: HONEY });
  await expect(names({})).resolves.toEqual(['Soap']);
  await expect(names({ archived: true })).resolves.toEqual(['Honey']);
});

const SMALL = { productId: HONEY, variantId: id(61) };
const small = { ...SMALL, options: [{ name: 'Jar', value: 'Small' }], sku: 'H-S', barcode: '42' };

it('describes a product with its variants, and finds it by theirs', async () => {
  await stall.tell('AddVariant', small);
  await stall.tell('ChangeVariant', { ...SMALL, unitPrice: 50_000 });
  await stall.tell('ChangeProduct', { productId: HONEY, name: 'Forest honey', vendor: 'Berg' });
  await stall.tell('ArchiveVariant', SMALL);
  const { productId: _, ...variant } = { ...small, unitPrice: 50_000, title: 'Small', archived: true };
  await expect(ask(ProductDetails, tables(), { productId: HONEY })).resolves.toMatchObject({
    name: 'Forest honey',
    variants: [variant],
  });
  for (const text of ['small', 'h-s', '42', 'berg'])
    await expect(names({ text }), text).resolves.toEqual(['Forest honey']);
  await stall.tell('RestoreVariant', SMALL);
  await expect(ask(ProductDetails, tables(), { productId: HONEY })).resolves.toMatchObject({
    variants: [{ archived: false }],
  });
});

it('tells what bears a code, whatever its case, so that it can be warned of', async () => {
  await stall.tell('AddVariant', small);
  await stall.tell('ChangeProduct', { productId: SOAP, sku: 'h-s' });
  const bearers = (code: string) => ask(ProductsByCode, tables(), { code });
  await expect(bearers('H-1')).resolves.toEqual([{ productId: HONEY, name: 'Honey', archived: false }]);
  const both = await bearers('H-s');
  expect(both).toHaveLength(2);
  expect(both).toContainEqual({ ...SMALL, name: 'Honey', variant: 'Small', archived: false });
  expect(both).toContainEqual({ productId: SOAP, name: 'Soap', archived: false });
  await expect(bearers('H')).resolves.toEqual([]);
});
