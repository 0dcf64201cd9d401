import { expect, it } from 'vitest';
import type { OwedOrder } from '../../../views/customer-statement/index.ts';
import { day } from '../../words/format.ts';
import { ageList, explainedOwed, owedList } from './owed-lists.ts';

const order = (id: string, more: object = {}) =>
  ({ id, number: id, placedAt: '2026-11-22T12:00:00.000Z', balance: 1_000, ...more }) as OwedOrder;
const rows = [order('A-1'), order('A-2', { dueOn: '2026-12-06' })];

it('names no due day for an order that has none, neither in the list nor behind a figure', async () => {
  const owed = { classes: [{ orders: 2, owed: 2_000 }], rows };
  const ask = () => Promise.resolve(rows);
  const list = owedList({ owed, currency: 'EUR', on: '2026-11-22', isToday: true, ask }, { of: () => 'Ada' });
  expect(list.rows.map(({ cells }) => cells.due.text)).toEqual(['No due day', day('2026-12-06')]);
  const { lines } = await explainedOwed({ currency: 'EUR', ask }, 2_000);
  expect(lines.map(({ detail }) => detail)).toEqual([
    `No due day, placed on ${day('2026-11-22')}`,
    `Due on ${day('2026-12-06')}`,
  ]);
});

it('keeps a day on one line', () => {
  const owed = { classes: [], rows: [] };
  const ask = () => Promise.resolve([]);
  const { columns } = owedList(
    { owed, currency: 'EUR', on: '2026-11-22', isToday: true, ask },
    { of: () => '' },
  );
  expect(columns.find(({ id }) => id === 'due')).toHaveProperty('figures', true);
});

it('stands apart by age: without a due day it is owed, and of no age', () => {
  const classes = [3, 2, 1, 0, 0, 4].map((orders) => ({ orders, owed: 100 * orders }));
  const ask = () => Promise.resolve([]);
  const seen = { owed: { classes, rows: [] }, currency: 'EUR', on: '2026-11-22', isToday: true, ask };
  const { rows } = ageList(seen);
  expect(rows.map(({ cells, tone }) => [cells.what, cells.orders.text, tone])).toEqual([
    ['No due day', '3', 'accent'],
    ['Not due yet', '2', 'accent'],
    ['1 to 30 days', '1', 'waiting'],
    ['More than 90 days', '4', 'wrong'],
  ]);
});
