import { expect, it } from 'vitest';
import type { OwedOrder } from '../../../views/customer-statement/index.ts';
import type { SalesReport } from '../../../views/sales/index.ts';
import type { ShelfWorth } from '../../../views/stock/index.ts';
import { productList } from './lists.ts';
import { overTimeCsv } from './over-time.ts';
import { owedList } from './owed-lists.ts';
import { typedSpan, type Span, type Unit } from './periods.ts';
import { reportCsv, type ReportColumn } from './report-file.ts';
import { stockList } from './stock-list.ts';
import { taxList } from './tax-list.ts';

type List = Parameters<typeof reportCsv>;

const linesOf = (csv: string): readonly string[] => csv.replace('\uFEFF', '').trimEnd().split('\r\n');
const saved = (list: {
  readonly columns: readonly ReportColumn[];
  readonly rows: List[1];
  readonly currency: string;
}): readonly string[] => linesOf(reportCsv(list.columns, list.rows, list.currency));

const span = typedSpan('2025-11-01', '2025-11-30') as Span;
const thenSpan = typedSpan('2025-10-01', '2025-10-31') as Span;
const behind = () => '';
const names = { of: (id: string) => id };

const trade = (more: object): SalesReport => ({ currency: 'EUR', ...more }) as never;

it('has quantities without needless zeros, and says which days and which currency', () => {
  const products = [
    { productId: 'Mug', quantity: 3_000, returned: 500, gross: 2_380 },
    { productId: 'Tea', quantity: 1_250, returned: 0, gross: 500 },
  ];
  const then = trade({ products: [{ productId: 'Tea', quantity: 1_000, gross: 400 }] });
  const list = productList({ now: trade({ products }), then, span, thenSpan, behind }, names);
  expect(list.file).toBe('By product 2025-11-01 – 2025-11-30');
  expect(saved(list)).toEqual([
    'Product,Sold,Returned,Sales,Then 2025-10-01 – 2025-10-31,Currency',
    'Mug,3,0.5,23.80,0.00,EUR',
    'Tea,1.25,0,5.00,4.00,EUR',
  ]);
});

it('has a rate of tax as a number', () => {
  const now = trade({ rates: [{ rate: 8_875, net: 1_000, tax: 89 }] });
  expect(saved(taxList({ now, span, behind }))).toEqual([
    'Rate %,Without tax,Tax,With tax,Currency',
    '8.875,10.00,0.89,10.89,EUR',
  ]);
});

it('has whole days, none where none is due, and tells in its name as of when it is', () => {
  const placedAt = new Date(2025, 0, 5, 12).toISOString();
  const rows = [
    { id: '1', number: 'A-1', placedAt, balance: 1_000 },
    { id: '2', number: 'A-2', customerId: 'Ada', placedAt, dueOn: '2025-02-05', balance: 250 },
  ] as unknown as readonly OwedOrder[];
  const list = owedList(
    {
      ...{ owed: { classes: [], rows }, currency: 'EUR', on: '2025-11-30', isToday: true },
      ask: () => Promise.resolve([]),
    },
    names,
  );
  expect(list.file).toBe('Orders to be paid on 2025-11-30');
  expect(saved(list).slice(1)).toEqual([
    'A-1,Counter sale,2025-01-05,,10.00,EUR',
    'A-2,Ada,2025-01-05,2025-02-05,2.50,EUR',
  ]);
});

it('has the unit of what lies on the shelf beside it', () => {
  const stock = {
    worth: 1_375,
    products: 1,
    rows: [
      {
        ...{ productId: 'p', name: 'Cheese', unit: 'kg', onHand: 2_500, reserved: 500, available: 2_000 },
        ...{ unitPrice: 55_000, worth: 1_375 },
      },
    ],
  } as unknown as ShelfWorth;
  const list = stockList({
    ...{ stock, currency: 'EUR', on: '2025-11-30', keeping: String },
    explain: () => Promise.reject(new Error('nobody asks')),
  });
  expect(list.file).toBe('Stock 2025-11-30');
  expect(saved(list)).toEqual([
    'Product,SKU,Unit,On the shelf,Reserved,Available,Price,Value,Currency',
    'Cheese,,kg,2.5,0.5,2,5.50,13.75,EUR',
  ]);
});

const part = (sales: number) => ({ orders: 2, net: sales, tax: 0, credited: 0, writtenOff: 0, taken: 0 });
const periods = trade({ periods: [part(100), part(200)], sums: part(300) });
const parts = [new Date(2025, 10, 1), new Date(2025, 10, 2)];

it('has a head over every column of what is over time', () => {
  const then = trade({ periods: [part(50), part(0)], sums: part(50) });
  expect(
    linesOf(overTimeCsv('sales', 'Sales', { now: periods, then, span, thenSpan, parts, unit: 'day' })),
  ).toEqual([
    'Day,Sales 2025-11-01 – 2025-11-30,Sales 2025-10-01 – 2025-10-31,Currency',
    '2025-11-01,1.00,0.50,EUR',
    '2025-11-02,2.00,0.00,EUR',
  ]);
});

it.each<[Unit, string, string]>([
  ['hour', 'Hour', '2025-11-01 00:00'],
  ['week', 'Week from', '2025-11-01'],
  ['month', 'Month', '2025-11'],
])('calls a part that is an %s %s', (unit, head, first) => {
  const lines = linesOf(overTimeCsv('orders', 'Orders', { now: periods, span, parts, unit }));
  expect(lines.slice(0, 2)).toEqual([`${head},Orders 2025-11-01 – 2025-11-30`, `${first},2`]);
});
