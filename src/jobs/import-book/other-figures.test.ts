import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { ExportList } from '../export-list/index.ts';
import { ImportBook } from './index.ts';

const TEA = '0193500b-0000-7000-8000-00000000000a';
const newBook = () => new MemoryBook({ commands, permits });

/** A book of somebody's own: tea, of which there are 48, and to be ordered from 10 on. */
const shop = async () => {
  const book = newBook();
  await book.dispatch([
    {
      commandId: 'tea',
      type: 'CreateProduct',
      payload: { productId: TEA, name: 'Tea', sku: 'T', unit: 'pcs', unitPrice: 40_000, taxRate: 0 },
    },
    { commandId: 'in', type: 'ReceiveStock', payload: { productId: TEA, quantity: 48_000 } },
    { commandId: 'at', type: 'SetReorderLevel', payload: { productId: TEA, level: 10_000 } },
  ]);
  return book;
};
const exported = async (book: MemoryBook) =>
  (await runJob(ExportList, { list: 'products', format: 'csv' }, book)).written.replace(/^\uFEFF/, '');

/** The table with another figure under a title. */
const edited = (table: string, title: string, value: string): string => {
  const [head = '', ...rows] = table.trim().split('\r\n');
  const place = head.split(',').indexOf(title);
  expect(place).toBeGreaterThan(0);
  return [head, ...rows.map((row) => row.split(',').with(place, value).join(','))].join('\r\n');
};

const bring = async (text: string, book: MemoryBook, mode: 'check' | 'import' = 'import') => {
  const payload = { files: [{ fileId: 'f', name: 'f.csv' }], mode };
  const { report } = await runJob(ImportBook, payload, book, { files: { f: text } });
  return { report, differs: report.problems.listed.map(({ code, values }) => [code, values['differs']]) };
};
const other = (field: string, file: string | number, book?: string | number) => [
  ['already-imported-differently', [{ field, file, ...(book !== undefined && { book }) }]],
];

const EDITS: readonly (readonly [string, string, ReturnType<typeof other>])[] = [
  ['On hand', '500', other('stock', 500_000, 48_000)],
  ['On hand', '0', other('stock', 0, 48_000)],
  ['Reorder level', '12', other('reorderLevel', 12_000, 10_000)],
  ['When short', 'block', other('policy', 'block', 'warn')],
  ['Price', '4.50', other('price', 45_000, 40_000)],
  ['Product', 'Green tea', other('name', 'Green tea', 'Tea')],
];

describe.each(['check', 'import'] as const)('a table that the book wrote, edited, in a %s', (mode) => {
  it.each(EDITS)('names another %s (%s), and changes nothing', async (title, value, expected) => {
    const book = await shop();
    const table = await exported(book);
    const { length } = book.events;
    const { differs } = await bring(edited(table, title, value), book, mode);
    expect(differs).toEqual(expected);
    expect(book.events).toHaveLength(length);
    expect((await bring(table, book, mode)).report).toMatchObject({
      counts: { alreadyThere: 1, refused: 0 },
      problems: { total: 0 },
    });
  });
});

describe('a table that was imported, edited, and imported again', () => {
  it.each(EDITS.filter(([title, value]) => title !== 'When short' && value !== '0'))(
    'names another %s (%s), and changes nothing',
    async (title, value, expected) => {
      const table = await exported(await shop());
      const book = newBook();
      await bring(table, book);
      const { length } = book.events;
      const { differs } = await bring(edited(table, title, value), book);
      expect(differs).toEqual(expected);
      expect(book.events).toHaveLength(length);
    },
  );

  it.each([
    ['On hand', '0', '500', other('stock', 500_000, 0)],
    ['Reorder level', '', '12', other('reorderLevel', 12_000)],
  ])('lays nothing on the shelf of which the first said nothing: %s', async (title, was, is, expected) => {
    const table = edited(await exported(await shop()), title, was);
    const book = newBook();
    await bring(table, book);
    const { length } = book.events;
    for (const mode of ['check', 'import'] as const) {
      const { differs } = await bring(edited(table, title, is), book, mode);
      expect(differs).toEqual(expected);
      expect(book.events.filter(({ type }) => !type.startsWith('Import'))).toHaveLength(length - 2);
    }
  });

  it('finds no fault with what has been changed in the book to the same since', async () => {
    const table = await exported(await shop());
    const book = newBook();
    await bring(table, book);
    const payload = {
      productId: TEA,
      name: 'Green tea',
      sku: 'T',
      unit: 'pcs',
      unitPrice: 40_000,
      taxRate: 0,
    };
    const [receipt] = await book.dispatch([{ commandId: 'renamed', type: 'ChangeProduct', payload }]);
    expect(receipt?.status).toBe('committed');
    const { report } = await bring(edited(table, 'Product', 'Green tea'), book);
    expect(report).toMatchObject({ counts: { alreadyThere: 1, refused: 0 }, problems: { total: 0 } });
  });
});

it('names the columns that are not read and in which something stands', async () => {
  const text =
    'ProductID,ProductName,UnitPrice,UnitsInStock,Shelf,Colour\n1,Chai,18,39,,\n2,Chang,19,17,,red';
  const { report } = await bring(text, newBook(), 'check');
  expect(report.files).toMatchObject([{ name: 'f.csv', kind: 'products', rows: 2, unread: ['Colour'] }]);
});
