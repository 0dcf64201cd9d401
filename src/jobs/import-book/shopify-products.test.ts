import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { sharedData } from '../../../test/shared-data.ts';
import { ImportBook } from './index.ts';

const NAMES = ['apparel', 'home-and-garden', 'jewelery'];
const read = (name: string): string =>
  sharedData === undefined ? '' : readFileSync(join(sharedData, 'shopify-products', `${name}.csv`), 'utf8');

const bring = async (names: readonly string[], book = new MemoryBook({ commands, permits })) => {
  const files = Object.fromEntries(names.map((name) => [name, read(name)]));
  const given = names.map((name) => ({ fileId: name, name: `${name}.csv` }));
  const { report } = await runJob(ImportBook, { files: given, mode: 'import' }, book, { files });
  return { report, book };
};

type Data = Readonly<Partial<Record<'name' | 'productId' | 'description', string>>> & {
  readonly quantity?: number;
  readonly options?: readonly unknown[];
  readonly images?: readonly { readonly alt?: string }[];
};
const dataOf = (book: MemoryBook, type: string) => book.ofType(type).map(({ data }) => data as Data);
const received = (book: MemoryBook): number =>
  dataOf(book, 'StockReceived').reduce((sum, { quantity = 0 }) => sum + quantity, 0);

// Counted by hand: products are distinct handles; variants are rows with a price of handles with options.
describe.skipIf(sharedData === undefined)(
  'importing Shopify products (needs shopify-products/*.csv beside the project)',
  () => {
    it.each([
      ['apparel', { rows: 22, products: 20, variants: 3, shelves: 22, pieces: 22, images: 20, alts: 0 }],
      [
        'home-and-garden',
        { rows: 21, products: 20, variants: 2, shelves: 19, pieces: 65, images: 21, alts: 0 },
      ],
      ['jewelery', { rows: 41, products: 20, variants: 6, shelves: 20, pieces: 20, images: 41, alts: 0 }],
    ])('brings all of %s', async (name, expected) => {
      const { report, book } = await bring([name]);
      expect(report.problems.listed).toEqual([]);
      expect(report.files).toMatchObject([{ name: `${name}.csv`, kind: 'products', rows: expected.rows }]);
      expect(report.counts).toMatchObject({ products: expected.products, refused: 0 });
      const created = dataOf(book, 'ProductCreated');
      const images = created.flatMap((product) => product.images ?? []);
      expect({
        variants: book.ofType('VariantAdded').length,
        shelves: book.ofType('StockReceived').length,
        pieces: received(book) / 1000,
        images: images.length,
        alts: images.filter(({ alt }) => alt !== undefined).length,
      }).toEqual({
        variants: expected.variants,
        shelves: expected.shelves,
        pieces: expected.pieces,
        images: expected.images,
        alts: expected.alts,
      });
      expect(created.filter(({ description = '' }) => /<\w/.test(description))).toEqual([]);
    });

    it('brings all three together, and nothing the second time', async () => {
      const { report, book } = await bring(NAMES);
      expect(report.counts).toMatchObject({ products: 60, alreadyThere: 0, refused: 0 });
      expect([book.ofType('VariantAdded').length, received(book)]).toEqual([11, 107_000]);
      const before = book.events.length;
      const again = await bring(NAMES, book);
      expect(again.report.counts).toMatchObject({ products: 0, alreadyThere: 60, refused: 0 });
      expect(book.events).toHaveLength(before);
    });

    it('knows variants by their options, and reads descriptions as text', async () => {
      const { book } = await bring(NAMES);
      const top = dataOf(book, 'ProductCreated').find(({ name }) => name === 'Classic Varsity Top');
      expect(top).toMatchObject({ unitPrice: 600_000, vendor: 'partners-demo', tags: ['women'] });
      const sizes = dataOf(book, 'VariantAdded').filter(({ productId }) => productId === top?.productId);
      expect(sizes.map(({ options }) => options)).toEqual([
        [{ name: 'Size', value: 'Small' }],
        [{ name: 'Size', value: 'Medium' }],
        [{ name: 'Size', value: 'Large' }],
      ]);
      const choker = dataOf(book, 'ProductCreated').find(({ name }) => name === 'Choker with Gold Pendant');
      expect(choker?.description).toContain('\n– 14k yellow gold\n– Leather\n– Length, 12"');
    });
  },
);
