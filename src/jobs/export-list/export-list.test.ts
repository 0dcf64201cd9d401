import { fc } from '../../../test/spec/fc.ts';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { CustomerList } from '../../views/customers/index.ts';
import { OrderDetails } from '../../views/order-details/index.ts';
import { OrderList } from '../../views/order-list/index.ts';
import { StockList } from '../../views/stock/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { answerOf, runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from '../import-book/index.ts';
import { FillSampleBook } from '../sample-book/index.ts';
import { csvLine } from '../../views/listing/csv.ts';
import { ExportList } from './index.ts';

const emptyBook = () => new MemoryBook({ commands, permits });
const exported = async (book: MemoryBook, list: string, format = 'csv') =>
  (await runJob(ExportList, { list, format }, book)).written;
const bring = (text: string, book: MemoryBook) =>
  runJob(ImportBook, { files: [{ fileId: 'f', name: 'f.csv' }], mode: 'import' }, book, {
    files: { f: text.replace(/^\uFEFF/, '') },
  });

describe('a cell of an exported table', () => {
  it.each([
    ['=1+1', `'=1+1`],
    ['+49 30', `'+49 30`],
    ['-x', `'-x`],
    ['@cmd', `'@cmd`],
    ['＝1+1', `'＝1+1`],
    ['\n=1', `"'\n=1"`],
    [`'=1`, `''=1`],
    ['plain', 'plain'],
    ['a,"b"', '"a,""b"""'],
    [{ number: '-5.00' }, '-5.00'],
  ])('%j is written as %j', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });
});

describe('exporting', () => {
  it('writes every list, and JSON that is JSON', async () => {
    const book = emptyBook();
    await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
    const lines = async (list: string) => (await exported(book, list)).trim().split('\r\n').length - 1;
    expect(await lines('customers')).toBe(18);
    expect(await lines('products')).toBe(24);
    expect(await lines('stock')).toBe(24);
    expect(await lines('orders')).toBe(104);
    const objects = JSON.parse(await exported(book, 'orders', 'json')) as Record<
      'Order' | 'Total' | 'Draft total',
      unknown
    >[];
    expect(objects).toHaveLength(104);
    const [drafts, placed] = [true, false].map((is) => objects.filter(({ Order }) => (Order === '') === is));
    expect(placed?.every(({ Total }) => typeof Total === 'number')).toBe(true);
    expect(drafts?.every((draft) => typeof draft['Draft total'] === 'number')).toBe(true);
    expect(new Set(drafts?.map(({ Total }) => Total))).toEqual(new Set([null]));
    const payments = JSON.parse(await exported(book, 'payments', 'json')) as { Amount: number }[];
    const amounts = (type: 'PaymentRecorded' | 'RefundPaid') =>
      book.ofType(type).map(({ data }) => (data as { amount: number }).amount);
    const taken = [...amounts('PaymentRecorded'), ...amounts('RefundPaid').map((amount) => -amount)];
    expect(payments).toHaveLength(taken.length);
    expect(Math.round(payments.reduce((sum, { Amount }) => sum + Amount, 0) * 100)).toBe(
      taken.reduce((sum, amount) => sum + amount, 0),
    );
  });

  it('says of an empty list that it is one', async () => {
    expect(JSON.parse(await exported(emptyBook(), 'customers', 'json'))).toEqual([]);
    expect((await exported(emptyBook(), 'customers')).startsWith('\uFEFFCustomer ID,Name,')).toBe(true);
  });
});

describe('what was exported comes in again', () => {
  it('as the same orders, to the cent', async () => {
    const book = emptyBook();
    await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
    const totals = async (one: MemoryBook, by: 'number' | 'reference') => {
      const { rows } = await answerOf(one, OrderList, { limit: 500 });
      const placed = rows.filter(({ number, lifecycle }) => number !== undefined && lifecycle === 'open');
      return new Map(
        placed.map((row) => [row[by], [row.total, row.customerName, row.placedAt.slice(0, 16)]]),
      );
    };
    const shelves = async (one: MemoryBook) =>
      (await answerOf(one, StockList, { limit: 200 })).rows.map(
        ({ productId, name, variant, policy, reorderLevel }) => ({
          productId,
          name,
          variant,
          policy,
          reorderLevel,
        }),
      );
    const other = emptyBook();
    await other.dispatch([
      {
        commandId: 'open',
        type: 'OpenBook',
        payload: {
          ...{ name: 'Copy', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
          ...{ defaultTaxRate: 0, numberPrefix: 'C-' },
        },
      },
    ]);
    const [first] = await shelves(book);
    await book.dispatch([
      {
        ...{ commandId: 'uncounted', type: 'SetStockPolicy' },
        payload: { productId: first?.productId, policy: 'uncounted' },
      },
    ]);
    const before = await totals(book, 'number');
    const shelvesBefore = await shelves(book);
    for (const list of ['products', 'customers', 'order-lines']) {
      const { report } = await bring(await exported(book, list), other);
      if (list === 'products') expect(await shelves(other)).toEqual(shelvesBefore);
      expect(report.problems.listed.filter(({ code }) => code !== 'total-differs')).toEqual([]);
      expect(report.counts.refused).toBe(0);
    }
    expect(before.size).toBeGreaterThan(50);
    expect(shelvesBefore.filter(({ reorderLevel }) => reorderLevel !== undefined)).not.toEqual([]);
    expect(await totals(other, 'reference')).toEqual(before);
  });

  it('and adds nothing to the book that wrote it; what was changed in the file is told', async () => {
    const book = emptyBook();
    await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
    const before = book.events.length;
    for (const list of ['order-lines', 'customers', 'products']) {
      const { report } = await bring(await exported(book, list), book);
      const { orders, customers, products, alreadyThere, refused } = report.counts;
      expect({ orders, customers, products, refused }, list).toEqual({
        ...{ orders: 0, customers: 0, products: 0, refused: 0 },
      });
      expect(alreadyThere, list).toBeGreaterThan(5);
    }
    expect(book.events).toHaveLength(before);

    expect(await exported(book, 'customers')).toMatch(/Restaurant Steinbach,.*,DE 000 214 735,14\r\n/);
    const renamed = (await exported(book, 'customers')).replace(/(\r\n[^,]*,)[^,"]+,/, '$1Somebody else,');
    const { report } = await bring(renamed, book);
    expect(report.problems.listed.map(({ code }) => code)).toEqual(['already-imported-differently']);
    expect(book.events).toHaveLength(before);
  });

  it('is inert and identical, whatever was written in it', async () => {
    const hostile = fc.oneof(
      fc.constantFrom(
        ...[
          '=HYPERLINK("http://x")',
          '+1',
          '-1',
          '@SUM(A1)',
          "'=1",
          '＋1',
          '__proto__',
          'constructor',
          'toString',
        ],
        ...[
          '9007199254740992',
          '1e999',
          'שלום עולם',
          '👩‍👩‍👧 family',
          'a\nb',
          'x"y,z;w',
          '<script>x</script>',
          'NULL',
        ],
        ...['\u202Egnp.exe', 'DROP TABLE', "O'Neil", '\\', '%00', '{{7*7}}'],
      ),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    );
    // What the book would not take as it is, or what is no text of any file, is not what this is about.
    const text = hostile.filter(
      (value) =>
        value.trim() === value && value !== '' && value.isWellFormed() && !/[\0\uFFFD\uFEFF\r]/.test(value),
    );
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.record({ name: text, note: text, city: text })), async (people) => {
        const book = emptyBook();
        await book.dispatch(
          people.map(({ name, note, city }, n) => ({
            commandId: `c-${String(n)}`,
            type: 'CreateCustomer',
            payload: {
              customerId: `0193500b-0000-7000-8000-${String(n).padStart(12, '0')}`,
              ...{ name, note, address: { city } },
            },
          })),
        );
        const file = await exported(book, 'customers');
        const cells = Papa.parse<string[]>(file.slice(1)).data.flat();
        expect(cells.filter((cell) => /^[=+\-@＝＋－＠\t\r\n]/.test(cell))).toEqual([]);
        const other = emptyBook();
        const { report } = await bring(file, other);
        expect(report.problems.listed).toEqual([]);
        const known = async (one: MemoryBook) =>
          (await answerOf(one, CustomerList, { limit: 500 })).rows
            .map(({ customerId, name, note, address }) => ({ customerId, name, note, address }))
            .toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
        expect(await known(other)).toEqual(await known(book));
        expect(await exported(other, 'customers')).toHaveLength(file.length);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});

it('shows an exported order as it was', async () => {
  const book = emptyBook();
  await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
  const text = await exported(book, 'order-lines');
  const other = emptyBook();
  await bring(text, other);
  const [row] = (await answerOf(other, OrderList, { limit: 1 })).rows;
  const page = await answerOf(other, OrderDetails, { orderId: row?.id ?? '' });
  expect(page?.lines.length).toBeGreaterThan(0);
  expect(page?.source).toMatchObject({ system: 'CSV' });
});

it('writes what happened, newest first, and narrowed as on the screen', async () => {
  const book = emptyBook();
  await runJob(FillSampleBook, {}, book, { startedAt: '2026-11-20T10:42:00.000Z' });
  const activity = async (filter: object) => {
    const { written } = await runJob(ExportList, { list: 'activity', format: 'json', filter }, book);
    return JSON.parse(written) as Record<string, string | number>[];
  };
  const money = await activity({ kind: 'money' });
  const taken = book.ofType('PaymentRecorded').map(({ data }) => (data as { amount: number }).amount);
  const paid = money.filter(({ What }) => What === 'Payment recorded');
  expect(paid).toHaveLength(taken.length);
  expect(Math.round(paid.reduce((sum, { Amount }) => sum + Number(Amount), 0) * 100)).toBe(
    taken.reduce((sum, amount) => sum + amount, 0),
  );
  expect(paid.every(({ Order, Currency }) => /^A-\d+$/.test(String(Order)) && Currency === 'EUR')).toBe(true);
  expect(money.map(({ Happened }) => Happened)).toEqual(
    money.map(({ Happened }) => Happened).toSorted((a, b) => (String(a) < String(b) ? 1 : -1)),
  );
  const received = (await activity({ kind: 'stock' })).find(({ What }) => What === 'Stock received');
  expect(received).toMatchObject({ Product: expect.stringMatching(/\w/) as string, Order: '' });
  expect(received?.['Quantity']).toBeGreaterThan(0);
});
