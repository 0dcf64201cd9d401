import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { caps } from './caps.ts';
import { ImportBook } from './index.ts';

const CUSTOMERS = `CustomerID,CompanyName,ContactName,City
ALFKI,Alfreds Futterkiste,Maria Anders,Berlin
BERGS,Berglunds snabbköp,Christina Berglund,Luleå`;
const PRODUCTS = `ProductID,ProductName,QuantityPerUnit,UnitPrice,UnitsInStock
1,Chai,10 boxes x 20 bags,18,39
2,Chang,24 - 12 oz bottles,19.0000,0`;
const HEADER =
  'OrderID,CustomerID,OrderDate,RequiredDate,ShippedDate,Freight,OrderID,ProductID,UnitPrice,Quantity,Discount';
const ORDERS = `${HEADER}
10,ALFKI,1996-07-04,1996-08-01,1996-07-16,32.38,10,1,14,12,0
10,ALFKI,1996-07-04,1996-08-01,1996-07-16,32.38,10,2,9.8,10,0.15
11,BERGS,1996-07-05,,,0,11,1,14,1,0`;

type Given = string | { readonly code: string };

const importing = async (given: Record<string, Given>, book = new MemoryBook({ commands, permits })) => {
  const files = Object.keys(given).map((name) => ({ fileId: name, name }));
  const { report } = await runJob(ImportBook, { files, mode: 'import' }, book, { files: given });
  return { report, book, listed: report.problems.listed };
};

/** The three good files, one of them with some text replaced. */
const withOne = (file: 'customers' | 'products' | 'orders', from: string, to: string) => {
  const files = { customers: CUSTOMERS, products: PRODUCTS, orders: ORDERS };
  return importing({ ...files, [file]: files[file].replace(from, to) });
};

describe('a file that is none of ours', () => {
  it.each([
    ['an empty one', { code: 'empty-file' }, 'empty-file'],
    ['white space', ' \n\n ', 'empty-file'],
    ['a picture', { code: 'not-text' }, 'not-text'],
    ['text with NUL bytes', 'CustomerID\0', 'not-text'],
    ['another encoding', { code: 'not-utf8' }, 'not-utf8'],
    ['letters lost by another program', CUSTOMERS.replace('ö', '\uFFFD'), 'wrong-encoding'],
    ['another table', 'Colour,Size\nred,9', 'unknown-format'],
    ['a list of one column', 'hello\nworld', 'unknown-format'],
    ['a missing column', CUSTOMERS.replace('CompanyName', 'Firm'), 'missing-column'],
    ['a quotation mark that never closes', `${CUSTOMERS}\n"X,${'y'.repeat(2_000_000)}`, 'broken-quotes'],
    ['a quotation mark that closes too early', CUSTOMERS.replace('Maria', '"Maria" A.'), 'broken-quotes'],
  ])('%s is left out whole, and changes nothing else', async (_, bad: Given, code) => {
    const { report, listed, book } = await importing({ bad, products: PRODUCTS });
    expect(listed).toMatchObject([{ file: 'bad', code }]);
    expect(report.files.map(({ kind }) => kind)).toEqual(['unknown', 'products']);
    expect(report.counts).toMatchObject({ customers: 0, products: 2 });
    expect(book.ofType('CustomerCreated')).toEqual([]);
  });

  it('takes products without the column of their packaging, by the piece', async () => {
    const { book, listed } = await importing({
      products: 'ProductID,ProductName,UnitPrice,UnitsInStock\n1,Chai,18,39',
    });
    expect(listed).toEqual([]);
    expect(book.ofType('ProductCreated')).toMatchObject([{ data: { name: 'Chai', unit: 'pcs' } }]);
  });

  it('names the column that is missing, or those that were found', async () => {
    const { listed } = await importing({
      orders: ORDERS.replace('Quantity', 'Pieces'),
      other: 'Colour,Size\nred,9',
    });
    expect(listed.map(({ values }) => values)).toMatchObject([
      { format: 'northwind-orders', kind: 'orders', columns: ['Quantity'] },
      { columns: ['Colour', 'Size'] },
    ]);
  });

  it('that is too large or too long is refused by name', async () => {
    const large = await importing({ large: `${CUSTOMERS}\n${' '.repeat(caps.file)}` });
    expect(large.listed).toMatchObject([{ code: 'file-too-large' }]);
    const rows = Array.from({ length: caps.rows + 1 }, (_, n) => `${n},a,b,c`).join('\n');
    const long = await importing({ long: `CustomerID,CompanyName,ContactName,City\n${rows}` });
    expect(long.listed).toMatchObject([{ code: 'too-many-rows' }]);
    expect(long.book.events).toEqual([]);
  });
});

describe('a bad row', () => {
  it.each([
    ['products', ',18,39', ',free,39', 2, 'bad-number'],
    ['products', ',18,39', ',18,-1', 2, 'bad-number'],
    ['products', ',18,39', ',18.00001,39', 2, 'bad-number'],
    ['products', ',18,39', ',1e3,39', 2, 'bad-number'],
    ['products', 'Chai', '', 2, 'missing-value'],
    ['products', '2,Chang', '1,Chang', 3, 'duplicate-row'],
    ['products', ',18,39', ',18,39,7', 2, 'too-many-columns'],
    ['products', ',18,39', ',18', 2, 'too-few-columns'],
    ['products', 'Chai', 'x'.repeat(caps.cell + 1), 2, 'cell-too-long'],
    ['products', 'Chai', 'x'.repeat(201), 2, 'invalid-payload'],
    ['products', '2,Chang', `${'2'.repeat(101)},Chang`, 3, 'key-too-long'],
    ['customers', 'BERGS', 'ALFKI', 3, 'duplicate-row'],
    ['customers', 'BERGS', '', 3, 'missing-value'],
  ] as const)('of the %s (%j → %j) is left out and listed', async (file, from, to, row, code) => {
    const { listed, report } = await withOne(file, from, to);
    expect(listed[0]).toMatchObject({ file, row, code });
    expect(report.counts[file]).toBe(1);
    expect(report.counts.refused).toBeGreaterThanOrEqual(1);
  });

  it.each([
    ['10,1,14,', '10,1,x14,', 2, 'bad-number'],
    ['9.8,10,', '9.8,0,', 3, 'bad-number'],
    [',0.15', ',1.5', 3, 'bad-number'],
    ['9.8,10,0.15', '9.8,10,0.15,9', 3, 'too-many-columns'],
    ['10,2,9.8', '10,1,9.8', 3, 'duplicate-row'],
    ['10,2,9.8', '11,2,9.8', 3, 'inconsistent-order'],
    ['32.38,10,2', '32.39,10,2', 3, 'inconsistent-order'],
    ['10,2,9.8', '10,99,9.8', 3, 'unknown-product'],
  ])('of an order (%j → %j) leaves the whole order out, and says so', async (from, to, row, code) => {
    const { listed, report, book } = await withOne('orders', from, to);
    expect(listed).toHaveLength(2);
    expect(listed).toContainEqual(expect.objectContaining({ file: 'orders', row, code }));
    const good = row === 2 ? 3 : 2;
    expect(listed).toContainEqual(
      expect.objectContaining({ row: good, code: 'order-left-out', values: { order: '10' } }),
    );
    expect(report.counts).toMatchObject({ orders: 1, lines: 1, refused: 1 });
    expect(report.money).toEqual({ gross: 1400, net: 1400 });
    expect(book.ofType('OrderSubmitted')).toHaveLength(1);
  });

  it.each(['1996-02-30', '31.06.1996', '1996-13-01', 'soon'])(
    'with the date %s is a bad one',
    async (date) => {
      const { listed } = await withOne('orders', '11,BERGS,1996-07-05', `11,BERGS,${date}`);
      expect(listed).toMatchObject([
        { row: 4, code: 'bad-date', values: { column: 'OrderDate', found: date } },
      ]);
    },
  );

  it('names the customer whom neither the book nor the files know', async () => {
    const { listed, report } = await withOne('orders', '11,BERGS', '11,NOONE');
    expect(listed).toMatchObject([
      { row: 4, code: 'unknown-customer', values: { order: '11', customer: 'NOONE' } },
    ]);
    expect(report.counts).toMatchObject({ orders: 1, refused: 1 });
  });

  it('takes the orders with it that need what it would have brought', async () => {
    const { listed, report } = await withOne('products', ',18,39', ',free,39');
    expect(listed.map(({ file, row, code }) => [file, row, code])).toEqual([
      ['products', 2, 'bad-number'],
      ['orders', 2, 'unknown-product'],
      ['orders', 3, 'order-left-out'],
      ['orders', 4, 'unknown-product'],
    ]);
    expect(report.counts).toEqual({
      customers: 2,
      products: 1,
      orders: 0,
      lines: 0,
      alreadyThere: 0,
      refused: 3,
    });
  });

  it('is known by its line where cells hold line breaks', async () => {
    const { listed } = await importing({
      customers: CUSTOMERS.replace('Berlin', '"Berlin\nGermany"').replace('BERGS', ''),
    });
    expect(listed).toMatchObject([{ row: 4, code: 'missing-value' }]);
  });
});

describe('importing again', () => {
  it('with other contents changes nothing and says which rows', async () => {
    const { book } = await importing({ customers: CUSTOMERS, products: PRODUCTS, orders: ORDERS });
    const before = book.events.length;
    for (let times = 0; times < 3; times += 1) {
      const { report, listed } = await importing(
        {
          customers: CUSTOMERS.replace('Maria', 'Marie'),
          products: PRODUCTS.replace(',18,39', ',18,40').replace('19.0000', '21'),
          orders: ORDERS.replace('9.8', '9.9'),
        },
        book,
      );
      expect(book.events).toHaveLength(before);
      expect(listed.map(({ file, row, code }) => `${file} ${row} ${code}`)).toEqual([
        'customers 2 already-imported-differently',
        'products 3 already-imported-differently',
        'products 2 already-imported-differently',
        'orders 2 already-imported-differently',
      ]);
      expect(report.counts).toMatchObject({ orders: 0, alreadyThere: 3, refused: 3 });
    }
  });

  it('brings what was refused once its fault is mended', async () => {
    const { book } = await importing({ orders: ORDERS });
    expect(book.events).toEqual([]);
    const { report } = await importing({ orders: ORDERS, products: PRODUCTS, customers: CUSTOMERS }, book);
    expect(report.counts).toEqual({
      customers: 2,
      products: 2,
      orders: 2,
      lines: 3,
      alreadyThere: 0,
      refused: 0,
    });
  });

  it('takes the same file chosen twice only once', async () => {
    const { report, listed } = await importing({ one: CUSTOMERS, two: CUSTOMERS });
    expect(report.counts).toMatchObject({ customers: 2, refused: 2 });
    expect(listed).toMatchObject([
      { file: 'two', row: 2, code: 'duplicate-row', values: { key: 'ALFKI', file: 'one' } },
      { file: 'two', row: 3, code: 'duplicate-row' },
    ]);
  });
});

it('reads files of other programs: marks, line ends, a blank end, NULL, a time after the date', async () => {
  const { report, book } = await importing({
    customers: `\uFEFF${CUSTOMERS}`.replaceAll('\n', '\r\n'),
    products: PRODUCTS.replaceAll(',', ';'),
    orders: `${ORDERS.replace('1996-07-05,,,0', '1996-07-05 00:00:00.000,NULL,NULL,')}\n\n,,,,,,,,,,\n`,
  });
  expect(report.problems.listed).toEqual([]);
  expect(report.counts).toMatchObject({ customers: 2, products: 2, orders: 2, lines: 3 });
  expect(report.money).toEqual({ gross: 26_600 + 1400, net: 16_800 + 8330 + 1400 });
  expect(book.ofType('OrderSubmitted')[1]?.meta.occurredAt).toBe('1996-07-05T12:00:00.000Z');
});
