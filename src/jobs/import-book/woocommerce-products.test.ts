import { expect, describe, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from './index.ts';

const WOO_PRODUCTS = `ID,Type,SKU,Name,Published,Short description,Description,Tax status,In stock?,Stock,Backorders allowed?,Sale price,Regular price,Categories,Tags,Images,Parent,Attribute 1 name,Attribute 1 value(s)
10,variable,HOOD,Hoodie,1,,<p>Warm &amp; soft</p>,taxable,1,,0,,,Tops,"warm, blue",https://example.com/a.jpg,,Colour,"Blue, Red"
11,variation,HB,Hoodie - Blue,1,,,taxable,1,4,0,18.00,20.00,,,,HOOD,Colour,Blue
12,variation,HR,Hoodie - Red,1,,,taxable,1,2,0,,20.00,,,,id:10,Colour,Red
13,simple,B,Belt,1,,,none,1,7,1,,3.50,,,,,,
14,grouped,G,A set,1,,,taxable,1,,0,,,,,,,,
15,simple,E,Engraving,1,,,taxable,1,,0,,5.00,,,,,,
16,simple,S,Sold-out soap,1,,,taxable,0,,0,,5.00,,,,,,
17,variation,X,Lost,1,,,taxable,1,1,0,,1.00,,,,NOPE,Size,M`;

describe('products of a WooCommerce shop', () => {
  it('come in with their variations, sale prices and stock; what is not sold by itself is told', async () => {
    const book = new MemoryBook({ commands, permits });
    const payload = { files: [{ fileId: 'p', name: 'p.csv' }], mode: 'import' };
    const { report } = await runJob(ImportBook, payload, book, { files: { p: WOO_PRODUCTS } });
    const listed = report.problems.listed.map(({ row, code }) => [row, code]);
    expect(listed).toEqual([
      [6, 'not-sold-by-itself'],
      [9, 'unknown-parent'],
    ]);
    expect(report.counts).toMatchObject({ products: 4, refused: 2 });
    expect(book.ofType('ProductCreated').map(({ data }) => data)).toMatchObject([
      { name: 'Hoodie', description: 'Warm & soft', tags: ['warm', 'blue'], unitPrice: 180_000 },
      { name: 'Belt', unitPrice: 35_000, taxRate: 0 },
      { name: 'Engraving' },
      { name: 'Sold-out soap' },
    ]);
    expect(book.ofType('VariantAdded').map(({ data }) => data)).toMatchObject([
      { sku: 'HB', options: [{ name: 'Colour', value: 'Blue' }] },
      { sku: 'HR', unitPrice: 200_000 },
    ]);
    expect(book.ofType('StockReceived').map(({ data }) => (data as { quantity: number }).quantity)).toEqual([
      4000, 2000, 7000,
    ]);
    // Of the hoodie as such and of the engraving the shop counts nothing. Variations come last.
    expect(book.ofType('StockPolicySet').map(({ data }) => (data as { policy: string }).policy)).toEqual([
      ...['uncounted', 'warn', 'uncounted', 'block'],
      ...['block', 'block'],
    ]);
  });
});
