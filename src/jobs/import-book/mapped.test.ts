import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from './index.ts';

const bring = async (text: string, mapping?: object) => {
  const book = new MemoryBook({ commands, permits });
  const mappings = mapping === undefined ? [] : [mapping];
  const payload = { files: [{ fileId: 'f', name: 'f.csv' }], mode: 'import', mappings };
  const { report } = await runJob(ImportBook, payload, book, { files: { f: text } });
  return { report, book, listed: report.problems.listed.map(({ row, code }) => [row, code]) };
};

const PRICES = 'Artikel;Nr;VK;Bestand;MwSt\nApfel;A1;1.234,50;3,5;7\nBirne;A2;2,90;;19';
const prices = {
  header: ['Artikel', 'Nr', 'VK', 'Bestand', 'MwSt'],
  kind: 'products',
  fields: { name: 'Artikel', sku: 'Nr', price: 'VK', stock: 'Bestand', taxRate: 'MwSt' },
};

describe('a table that nobody recognizes', () => {
  it('tells its columns, so that a person can say what they are', async () => {
    const { report, listed } = await bring(PRICES);
    expect(listed).toEqual([[1, 'unknown-format']]);
    expect(report.files).toEqual([{ name: 'f.csv', kind: 'unknown', rows: 0, columns: prices.header }]);
  });

  it('comes in as it was mapped, with decimal commas', async () => {
    const { report, book, listed } = await bring(PRICES, prices);
    expect(listed).toEqual([]);
    expect(report.counts).toMatchObject({ products: 2, refused: 0 });
    expect(book.ofType('ProductCreated').map(({ data }) => data)).toMatchObject([
      { name: 'Apfel', sku: 'A1', unitPrice: 12_345_000, taxRate: 7000 },
      { name: 'Birne', unitPrice: 29_000, taxRate: 19_000 },
    ]);
    expect(book.ofType('StockReceived').map(({ data }) => data)).toMatchObject([{ quantity: 3500 }]);
  });

  it('tells how it was read, in the spelling of its own titles, so that a person can say otherwise', async () => {
    const { report } = await bring(PRICES.replace('Artikel;Nr', 'ARTIKEL;nr'), prices);
    expect(report.files).toEqual([
      {
        ...{ name: 'f.csv', kind: 'products', rows: 2 },
        mapping: {
          ...{ header: ['ARTIKEL', 'nr', 'VK', 'Bestand', 'MwSt'], kind: 'products' },
          fields: { ...prices.fields, name: 'ARTIKEL', sku: 'nr' },
        },
      },
    ]);
  });

  it('reads a rate with its sign, and names a price that is missing', async () => {
    const { book, listed } = await bring(
      PRICES.replace(';7\n', ';7%\n').replace('2,90;;19', '2,90;;5,5 %') + '\nKirsche;A3;;;7',
      prices,
    );
    expect(listed).toEqual([[4, 'missing-value']]);
    expect(book.ofType('ProductCreated').map(({ data }) => data)).toMatchObject([
      { taxRate: 7000 },
      { taxRate: 5500 },
    ]);
  });

  it('says what is not counted, and from when on it is time to order more', async () => {
    const { book, listed } = await bring(
      'Artikel,VK,Bestand,Knapp,Melden,Farbe\nTee,4.50,9,block,2.5,\nGravur,5.00,,uncounted,,\nHut,20,4,,3,Rot\nHut,20,4,,,Blau\nX,1,,soon,-2,',
      {
        header: ['Artikel', 'VK', 'Bestand', 'Knapp', 'Melden', 'Farbe'],
        kind: 'products',
        fields: {
          ...{ name: 'Artikel', price: 'VK', stock: 'Bestand', policy: 'Knapp', reorderLevel: 'Melden' },
          option1Value: 'Farbe',
        },
      },
    );
    expect(listed).toEqual([
      [6, 'bad-choice'],
      [6, 'bad-number'],
    ]);
    const policies = book.ofType('StockPolicySet').map(({ data }) => (data as { policy: string }).policy);
    expect(policies).toEqual(['block', 'uncounted', 'warn', 'warn', 'warn']);
    const red = (book.ofType('VariantAdded')[0]?.data as { variantId: string }).variantId;
    const tea = (book.ofType('ProductCreated')[0]?.data as { productId: string }).productId;
    expect(book.ofType('ReorderLevelSet').map(({ data }) => data)).toEqual([
      { productId: tea, level: 2500 },
      { productId: red, level: 3000 },
    ]);
  });

  it('of customers brings tax numbers and days to pay, and names those that are none', async () => {
    const { book, listed } = await bring(
      'Kunde;USt;Ziel\nAda;DE 123;30\nBob;;0\nCleo;;\nDora;<b>;14\nEve;FR 1;net 30\nFay;;400',
      {
        header: ['Kunde', 'USt', 'Ziel'],
        kind: 'customers',
        fields: { name: 'Kunde', taxNumber: 'USt', paymentDays: 'Ziel' },
      },
    );
    expect(listed).toEqual([
      [5, 'bad-tax-number'],
      [6, 'bad-number'],
      [7, 'bad-number'],
    ]);
    const [ada, bob, cleo] = book.ofType('CustomerCreated').map(({ data }) => data);
    expect(ada).toMatchObject({ name: 'Ada', taxNumber: 'DE 123', paymentDays: 30 });
    expect(bob).toMatchObject({ name: 'Bob', paymentDays: 0 });
    expect(cleo).toEqual({ customerId: expect.any(String) as string, name: 'Cleo' });
  });

  it('is known again by its header, whatever its case', async () => {
    const { report } = await bring(PRICES.replace('Artikel;Nr', 'ARTIKEL;nr'), prices);
    expect(report.counts.products).toBe(2);
  });

  it('lists what is wrong with its rows', async () => {
    const { listed } = await bring(`${PRICES}\n;A3;1,00;;7\nKirsche;A4;viel;;7\nApfel;A1;1,00;;7`, prices);
    expect(listed).toEqual([
      [4, 'missing-value'],
      [5, 'bad-number'],
      [6, 'duplicate-row'],
    ]);
  });

  it('of orders groups its rows by number', async () => {
    const text =
      'Beleg\tDatum\tKunde\tArtikel\tMenge\tPreis\n7\t03.11.2025\tAda\tTee\t2\t4,50\n7\t\t\tMarmelade\t1\t3,20';
    const { report, book, listed } = await bring(text, {
      header: ['Beleg', 'Datum', 'Kunde', 'Artikel', 'Menge', 'Preis'],
      kind: 'orders',
      fields: {
        ...{ number: 'Beleg', placedAt: 'Datum', customer: 'Kunde' },
        ...{ product: 'Artikel', quantity: 'Menge', price: 'Preis' },
      },
    });
    expect(listed).toEqual([]);
    expect(report.counts).toMatchObject({ orders: 1, lines: 2, customers: 1, products: 2 });
    expect(book.ofType('OrderSubmitted')[0]).toMatchObject({
      meta: { occurredAt: '2025-11-03T10:30:00.000Z' },
      data: { totals: { total: 1220 }, source: { reference: '7' } },
    });
  });

  const US = {
    header: ['Ref', 'When', 'Item', 'Qty', 'Unit $'],
    kind: 'orders',
    fields: { number: 'Ref', placedAt: 'When', product: 'Item', quantity: 'Qty', price: 'Unit $' },
  };
  const us = (...rows: string[]) => bring(['\uFEFFRef,When,Item,Qty,Unit $', ...rows].join('\r\n'), US);

  it('is read with American dates and thousands', async () => {
    const { book, listed } = await us(
      'W-1,11/22/2026,Tea,3,"$1,234.50"',
      'W-2,1/2/2026 9:05,Tea,1,"1,234,567"',
    );
    expect(listed).toEqual([]);
    expect(book.ofType('OrderSubmitted')).toMatchObject([
      { meta: { occurredAt: '2026-11-22T10:30:00.000Z' }, data: { totals: { total: 370_350 } } },
      { meta: { occurredAt: '2026-01-02T09:05:00.000Z' }, data: { totals: { total: 123_456_700 } } },
    ]);
  });

  it('is read with the day first where one of its days says so', async () => {
    const { book, listed } = await us('W-1,22/11/2026,Tea,1,4', 'W-2,02/01/2026,Tea,1,4');
    expect(listed).toEqual([]);
    expect(book.ofType('OrderSubmitted').map(({ meta }) => meta.occurredAt.slice(0, 10))).toEqual([
      '2026-11-22',
      '2026-01-02',
    ]);
  });

  it('is read with German dates', async () => {
    const { book, listed } = await us('W-1,22.11.2026,Tea,1,4', 'W-2,2.1.2026 9:05,Tea,1,4');
    expect(listed).toEqual([]);
    expect(book.ofType('OrderSubmitted').map(({ meta }) => meta.occurredAt.slice(0, 16))).toEqual([
      '2026-11-22T10:30',
      '2026-01-02T09:05',
    ]);
  });

  it('is asked to say it plainer where its dates can be read in two ways', async () => {
    expect((await us('W-1,02/01/2026,Tea,1,4', 'W-2,02/02/2026,Tea,1,4')).listed).toEqual([
      [2, 'unclear-date'],
    ]);
    const both = await us('W-1,11/22/2026,Tea,1,4', 'W-2,22/11/2026,Tea,1,4', 'W-3,1/2/2026,Tea,1,"1,234"');
    expect(both.listed).toEqual([
      [2, 'bad-date'],
      [3, 'bad-date'],
      [4, 'unclear-date'],
      [4, 'bad-number'],
    ]);
  });
});
