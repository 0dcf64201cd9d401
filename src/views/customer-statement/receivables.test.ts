import { expect, it } from 'vitest';
import { ask } from '../../../test/spec/projection.ts';
import { id } from '../../../test/spec/stall.ts';
import type { Range, ReadTable } from '../../kernel/index.ts';
import { Receivables } from './receivables.ts';
import type { AccountRow } from './row.ts';

const ON = '2026-11-21';
const ages = ['2026-11-21', '2026-10-22', '2026-09-22', '2026-08-23'];

const account = (n: number, day: string, more: Partial<AccountRow> = {}): AccountRow =>
  ({
    ...{ id: id(n), number: `A-${String(n)}`, currency: 'EUR', placedAt: '2026-01-02T09:00:00.000Z' },
    ...{ dueOn: day, balance: 100, total: 100, entries: [], owing: `${day} ${id(n)}` },
    ...more,
  }) as unknown as AccountRow;

/** Rows in the order of their index, as IndexedDB has them. */
const tableOf = (rows: readonly AccountRow[]): { accounts: ReadTable<AccountRow>; largest: () => number } => {
  let largest = 0;
  const range = ({ index = 'id', from = '', fromOpen = false, limit = Infinity }: Range) => {
    const at = (row: AccountRow) => row[index as 'owing'];
    const found = rows
      .filter((row) => {
        const value = at(row);
        return value !== undefined && (fromOpen ? value > String(from) : value >= String(from));
      })
      .sort((one, other) => (String(at(one)) < String(at(other)) ? -1 : 1))
      .slice(0, limit);
    largest = Math.max(largest, found.length);
    return Promise.resolve(found);
  };
  const accounts = { range } as unknown as ReadTable<AccountRow>;
  return { accounts, largest: () => largest };
};

const question = { currency: 'EUR', ages };

it('adds up any number of open orders by their age, read in pieces', async () => {
  const days = ['2026-11-30', ON, '2026-11-20', '2026-10-22', '2026-10-21', '2026-09-01', '2026-08-01'];
  const rows = Array.from({ length: 7_000 }, (_, n) => account(n, days[n % days.length] ?? ON));
  const { largest, ...tables } = tableOf(rows);
  const { classes, rows: first } = await ask(Receivables, tables, { ...question, limit: 3 });
  expect(classes).toEqual(
    [0, 2_000, 2_000, 1_000, 1_000, 1_000].map((orders) => ({ orders, owed: 100 * orders })),
  );
  expect(first.map(({ dueOn }) => dueOn)).toEqual(['2026-08-01', '2026-08-01', '2026-08-01']);
  expect(largest()).toBeLessThanOrEqual(1_000);
  const oldest = await ask(Receivables, tables, { ...question, age: 5, limit: 10_000 });
  expect(oldest.rows).toHaveLength(1_000);
});

it('leaves out what we owe and other currencies, and never counts as overdue what has no due day', async () => {
  const { dueOn: _, ...undated } = account(4, ON);
  const tables = tableOf([
    account(1, '2026-11-01'),
    account(2, '2026-11-01', { balance: -500 }),
    account(3, '2026-11-01', { currency: 'USD' as AccountRow['currency'] }),
    { ...undated, owing: `2026-01-02 ${id(4)}` },
    account(5, ON),
  ]);
  const { classes } = await ask(Receivables, tables, { currency: 'EUR', ages: [ON] });
  expect(classes).toEqual([1, 1, 1].map((orders) => ({ orders, owed: 100 })));
  const { rows } = await ask(Receivables, tables, { currency: 'EUR', ages: [ON], age: 0 });
  expect(rows.map((order) => order.id)).toEqual([id(4)]);
});
