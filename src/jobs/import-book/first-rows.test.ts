import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { runJob } from '../../../test/spec/memory-job.ts';
import { SHOWN_ROWS } from './first-rows.ts';
import { ImportBook } from './index.ts';

const HEADER = 'Nr;Tag;Kunde;Was;Menge;Preis;Versand;Rabatt;MwSt;Leer';
const mapping = {
  ...{ header: HEADER.split(';'), kind: 'orders' },
  fields: {
    ...{ number: 'Nr', placedAt: 'Tag', customer: 'Kunde', product: 'Was', quantity: 'Menge' },
    ...{ price: 'Preis', shipping: 'Versand', lineDiscount: 'Rabatt', taxRate: 'MwSt', note: 'Leer' },
  },
};

const firstRowsOf = async (text: string, more: object = { mappings: [mapping] }, mode = 'check') => {
  const book = new MemoryBook({ commands, permits });
  const payload = { files: [{ fileId: 'f', name: 'f.csv' }], mode, ...more };
  const { report } = await runJob(ImportBook, payload, book, { files: { f: text } });
  return report.files[0]?.firstRows;
};

describe('the first rows of a checked file', () => {
  it('are kept as they were understood: numbers, days, rates; and nothing of what is empty', async () => {
    const rows = [
      '1;22.11.2026;Ada;Tee;1,5;1.234,50;4,90;;7 %;',
      '1;22.11.2026;Ada;Becher;2;9,80;;0,50;19;',
      '2;22.11.2026 08:30;Bo;Tee;1;9,80;;;;',
    ];
    expect(await firstRowsOf([HEADER, ...rows].join('\n'))).toEqual({
      columns: ['Nr', 'Tag', 'Kunde', 'Was', 'Menge', 'Preis', 'Versand', 'Rabatt', 'MwSt'],
      rows: [
        {
          ...{ row: 2, problems: [] },
          cells: [
            ...['1', { day: '2026-11-22' }, 'Ada', 'Tee', { number: 1_500, decimals: 3 }],
            ...[{ number: 12_345_000, decimals: 4 }, { number: 490, decimals: 2 }, ''],
            { number: 7_000, decimals: 5 },
          ],
        },
        {
          ...{ row: 3, problems: [] },
          // What is the order's own is read on its first row only, and means the same here.
          cells: [
            ...['1', { day: '2026-11-22' }, 'Ada', 'Becher', { number: 2_000, decimals: 3 }],
            ...[{ number: 98_000, decimals: 4 }, '', { number: 50, decimals: 2 }],
            { number: 19_000, decimals: 5 },
          ],
        },
        {
          ...{ row: 4, problems: [] },
          cells: [
            ...['2', { at: '2026-11-22T08:30:00.000Z' }, 'Bo', 'Tee', { number: 1_000, decimals: 3 }],
            ...[{ number: 98_000, decimals: 4 }, '', '', ''],
          ],
        },
      ],
    });
  });

  it('stand as they are written where they are refused, under the file’s own titles', async () => {
    const text = 'Product ID,Product,price,Unit\nA,Tea,dear,\nB,,2.50,';
    expect(await firstRowsOf(text, {})).toMatchObject({
      columns: ['Product ID', 'Product', 'price'],
      rows: [
        { cells: ['A', 'Tea', 'dear'], problems: [{ code: 'bad-number', values: { column: 'price' } }] },
        { cells: ['B', '', {}], problems: [{ code: 'missing-value', values: { column: 'Product' } }] },
      ],
    });
  });

  it('are few and short however long the file and its cells, and none when it is imported', async () => {
    const row = (n: number) => `${String(n)};22.11.2026;Ada;${'x'.repeat(150)};1;1,00;;;;`;
    const text = [HEADER, ...Array.from({ length: 500 }, (_, n) => row(n))].join('\n');
    const found = await firstRowsOf(text);
    expect(found?.rows).toHaveLength(SHOWN_ROWS);
    expect(found?.rows.every(({ cells }) => JSON.stringify(cells[3]).length <= 82)).toBe(true);
    expect(await firstRowsOf(text, undefined, 'import')).toBeUndefined();
  });
});
