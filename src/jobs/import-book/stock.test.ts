import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { StockLevels } from '../../views/stock/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { answerOf, runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from './index.ts';

const newBook = () => new MemoryBook({ commands, permits });

const mapping = (header: string, fields: Readonly<Record<string, string>>, kind = 'products') => ({
  ...{ header: header.split(','), kind, fields },
});

const bring = async (text: string, { map, book = newBook() }: { map?: object; book?: MemoryBook } = {}) => {
  const payload = { files: [{ fileId: 'f', name: 'f.csv' }], mode: 'import', mappings: map ? [map] : [] };
  const { report } = await runJob(ImportBook, payload, book, { files: { f: text } });
  const products = book
    .ofType('ProductCreated')
    .map(({ data }) => data as { productId: string; name: string });
  const shelves = await Promise.all(
    products.map(async ({ productId, name }) => {
      const levels = await answerOf(book, StockLevels, { productIds: [productId] });
      return [name, ...levels.map(({ policy, onHand }) => `${policy} ${onHand}`)];
    }),
  );
  const listed = report.problems.listed.map(({ row, code, values }) => [row, code, values['found']]);
  return { report, book, shelves, listed };
};

const FIELDS = { name: 'Item', price: 'Price', stock: 'Stock', option1Value: 'Size' };
const TABLE = mapping('Item,Size,Price,Stock', FIELDS);
const table = (...rows: readonly string[]) =>
  bring(['Item,Size,Price,Stock', ...rows].join('\n'), { map: TABLE });

describe('stock of an imported table', () => {
  it('is not counted where the table has no column for it, so that nothing is sold out', async () => {
    const { report, shelves, listed } = await bring('Item,Price\nJam,4\nLoaf,5', {
      map: mapping('Item,Price', { name: 'Item', price: 'Price' }),
    });
    expect(shelves).toEqual([
      ['Jam', 'uncounted 0'],
      ['Loaf', 'uncounted 0'],
    ]);
    expect(report.counts).toMatchObject({ products: 2, uncounted: 2 });
    expect(listed).toEqual([]);
  });

  it('is counted where a figure stands, none included, and not where the cell is blank', async () => {
    const { report, shelves } = await table('Jam,,4,12', 'Loaf,,5,0', 'Engraving,,6,');
    expect(shelves).toEqual([
      ['Jam', 'warn 12000'],
      ['Loaf', 'warn 0'],
      ['Engraving', 'uncounted 0'],
    ]);
    expect(report.counts.uncounted).toBe(1);
  });

  it.each([
    [',3', ['uncounted', 'warn']],
    [',0', ['uncounted', 'warn']],
    ['3,', ['warn', 'uncounted']],
    [',', ['uncounted', 'uncounted']],
  ])('of variants is that of each: %s', async (figures, policies) => {
    const [small = '', large = ''] = figures.split(',');
    const { book, report } = await table(`Shirt,S,9,${small}`, `Shirt,L,9,${large}`);
    const ids = book.ofType('VariantAdded').map(({ data }) => (data as { variantId: string }).variantId);
    const levels = await answerOf(book, StockLevels, { productIds: ids });
    expect(ids.map((id) => levels.find(({ productId }) => productId === id)?.policy)).toEqual(policies);
    expect(report.counts.uncounted ?? 0).toBe(figures === ',' ? 1 : 0);
  });

  it('below zero begins with none, which is told by row', async () => {
    const { report, shelves, listed } = await table('Jam,,4,-2', 'Shirt,S,9,-1.5', 'Shirt,L,9,4');
    expect(shelves[0]).toEqual(['Jam', 'warn 0']);
    expect(listed).toEqual([
      [2, 'stock-below-zero', '-2'],
      [3, 'stock-below-zero', '-1.5'],
    ]);
    expect(report.counts).toMatchObject({ products: 2, refused: 0 });
  });

  it('says no more of what is left out, or there already', async () => {
    expect((await table('Jam,,dear,-2')).listed).toEqual([[2, 'bad-number', 'dear']]);
    const text = 'Item,Size,Price,Stock\nJam,,4,-2';
    const { book } = await bring(text, { map: TABLE });
    const again = await bring(text, { map: TABLE, book });
    expect(again.listed).toEqual([]);
    expect(again.report.counts).toMatchObject({ products: 0, alreadyThere: 1 });
  });

  it('is not counted of goods of which an order alone speaks', async () => {
    const { report, shelves, book } = await bring('Nr,Day,Item,Qty,Price\n1,2026-01-02,Jam,2,4', {
      map: mapping(
        'Nr,Day,Item,Qty,Price',
        { number: 'Nr', placedAt: 'Day', product: 'Item', quantity: 'Qty', price: 'Price' },
        'orders',
      ),
    });
    expect(shelves).toEqual([['Jam', 'uncounted 0']]);
    expect(report.counts).toMatchObject({ orders: 1, products: 1, uncounted: 1 });
    expect(book.ofType('StockReserved')).toEqual([]);
  });

  it('that a book of before has counted from zero on stays as it is, and is no other', async () => {
    const { book: fresh } = await bring('Item,Price\nJam,4', {
      map: mapping('Item,Price', { name: 'Item', price: 'Price' }),
    });
    const created = fresh.ofType('ProductCreated')[0];
    const { productId, ...data } = created?.data as Readonly<Record<string, unknown>> & { productId: string };
    const book = newBook();
    await book.dispatch([
      { commandId: `import/product/${productId}`, type: 'CreateProduct', payload: { productId, ...data } },
    ]);
    const before = book.events.length;
    const bringAgain = (price: number) =>
      bring(`Item,Price\nJam,${price}`, {
        map: mapping('Item,Price', { name: 'Item', price: 'Price' }),
        book,
      });
    expect((await bringAgain(4)).report.counts).toMatchObject({ alreadyThere: 1, refused: 0 });
    expect((await bringAgain(5)).listed).toEqual([[2, 'already-imported-differently', undefined]]);
    expect(book.events).toHaveLength(before);
  });
});

describe('stock of a shop’s products', () => {
  const shopify = (columns: string, ...rows: readonly string[]) =>
    bring([`Handle,Title,Option1 Value,Variant SKU,Variant Price${columns}`, ...rows].join('\n'));

  it('of Shopify with several places, which exports no figures, is not counted', async () => {
    const { shelves } = await shopify(',Variant Inventory Tracker', 'mug,Mug,Default Title,M,9,shopify');
    expect(shelves).toEqual([['Mug', 'uncounted 0']]);
  });

  it('of Shopify below zero begins with none, once for each row', async () => {
    const { shelves, listed } = await shopify(
      ',Variant Inventory Tracker,Variant Inventory Qty',
      'mug,Mug,Default Title,M,9,shopify,-2',
      'cup,Cup,Default Title,C,9,shopify,0',
      'gift,Gift card,Default Title,G,9,,',
    );
    expect(shelves).toEqual([
      ['Mug', 'block 0'],
      ['Cup', 'block 0'],
      ['Gift card', 'uncounted 0'],
    ]);
    expect(listed).toEqual([[2, 'stock-below-zero', '-2']]);
  });

  it('of WooCommerce that is one for all variations is taken for none of them, which is told', async () => {
    const { book, listed } = await bring(
      [
        'ID,Type,SKU,Name,Tax status,In stock?,Stock,Regular price,Parent,Attribute 1 name,Attribute 1 value(s)',
        '1,variable,T,Tee,taxable,1,7,,,Size,"S, L"',
        '2,variation,TS,Tee S,taxable,1,parent,9,T,Size,S',
        '3,variation,TL,Tee L,taxable,1,-1,9,T,Size,L',
      ].join('\n'),
    );
    expect(listed).toEqual([
      [2, 'shared-stock', 'Tee'],
      [4, 'stock-below-zero', '-1'],
    ]);
    const ids = book.ofType('VariantAdded').map(({ data }) => (data as { variantId: string }).variantId);
    const levels = await answerOf(book, StockLevels, { productIds: ids });
    expect(levels.map(({ policy }) => policy).toSorted()).toEqual(['uncounted', 'warn']);
  });
});
