import { expect, it } from 'vitest';
import type { FileReport, Problem } from '../../../jobs/import-book/index.ts';
import { firstRows, understoodText } from './first-rows.ts';

it.each([
  ['Ada', 'Ada'],
  [{ number: 14_000, decimals: 0 }, '14,000'],
  [{ number: 490, decimals: 2 }, '4.90'],
  [{ number: 1_500, decimals: 3 }, '1.5'],
  [{ number: 12_345_000, decimals: 4 }, '1,234.50'],
  [{ number: 7_500, decimals: 5 }, '7.5%'],
])('writes %j as %s', (value, text) => {
  expect(understoodText(value, 'EUR')).toBe(text);
});

const problem = (row: number, code: string, values: Problem['values'] = {}, file = 'f.csv') => ({
  ...{ file, row, code, values, message: code },
});

const file: FileReport = {
  ...{ name: 'f.csv', kind: 'orders', rows: 3 },
  mapping: { header: ['Nr', 'Menge'], kind: 'orders', fields: { number: 'Nr', quantity: 'Menge' } },
  firstRows: {
    columns: ['Nr', 'Menge'],
    rows: [
      { row: 2, cells: ['1', { number: 1_000, decimals: 3 }], problems: [] },
      { row: 3, cells: ['1', 'two'], problems: [problem(3, 'bad-number', { column: 'Menge' })] },
      { row: 4, cells: ['2', { number: 0, decimals: 3 }], problems: [] },
    ],
  },
};

it('calls columns by what they are read as, and says where and why a row is left out', () => {
  const listed = [
    problem(3, 'bad-number', { column: 'Menge' }),
    problem(2, 'order-left-out', { order: '1' }),
    problem(4, 'total-differs'),
    problem(4, 'bad-date', { column: 'Nr' }, 'another.csv'),
  ];
  const { columns, rows } = firstRows(file, listed, 'EUR');
  expect(columns).toEqual([
    { id: '0', label: 'Order number', figures: false },
    { id: '1', label: 'Quantity', figures: true },
  ]);
  const [first, second, third] = rows;
  expect(first).toMatchObject({ isLeftOut: true, faults: [{ tone: 'wrong' }] });
  expect(second).toMatchObject({
    ...{ isLeftOut: true, faults: [] },
    cells: { 0: { text: '1' }, 1: { text: 'two', fault: { title: 'Not a number', tone: 'wrong' } } },
  });
  expect(third).toMatchObject({ isLeftOut: false, faults: [{ tone: 'attention' }] });
});
