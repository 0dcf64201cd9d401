import * as z from 'zod/mini';
import { Day, Instant } from '../../domain/day.ts';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { defineQuery } from '../../kernel/index.ts';
import { eachRow } from '../listing/index.ts';
import { openBefore, type OpenOrder } from './query.ts';
import type { AccountRow, CustomerStatementTables } from './row.ts';

/** An order on which a customer owes something. */
export interface OwedOrder extends OpenOrder {
  readonly customerId?: string;
}

/** What is owed in one class of age: orders, and minor units. */
export interface OwedClass {
  readonly orders: number;
  readonly owed: number;
}

export interface Owed {
  /** Without a due day, not due yet, then due before the first of the days asked for, before the second …, each once. */
  readonly classes: readonly OwedClass[];
  /** Those owing the longest first. */
  readonly rows: readonly OwedOrder[];
}

const since = ({ dueOn, placedAt }: OpenOrder): string => dueOn ?? placedAt;

/**
 * What customers owe in one currency, and since when. With `until` (an instant) as it was owed before that, and due as the
 * orders say now. `ages` are the days before which something was due to be of a class, the latest first. An order without a
 * due day is owed and never overdue, as in the list of overdue orders. Of the orders at most `limit` are answered, with
 * `age` only those of one class; the classes count all of them.
 */
export const Receivables = defineQuery<CustomerStatementTables>()({
  name: 'Receivables',
  view: 'customer-statement',
  permission: 'report.see',
  params: z.object({
    currency: CurrencyCode,
    until: z.optional(Instant),
    ages: z.array(Day).check(z.minLength(1), z.maxLength(10)),
    age: z.optional(z.int().check(z.nonnegative())),
    limit: z._default(z.int().check(z.minimum(0)), 500),
  }),
  run: async ({ accounts }, { currency, until, ages, age, limit }): Promise<Owed> => {
    const classes = ['no due day', 'not due', ...ages].map(() => ({ orders: 0, owed: 0 }));
    const rows: OwedOrder[] = [];
    const seen = new Set<string>();
    const take = (row: AccountRow): void => {
      if (row.currency !== currency || seen.has(row.id)) return;
      seen.add(row.id);
      for (const open of openBefore(row, until)) {
        if (open.balance <= 0) continue;
        const { dueOn, balance } = open;
        const of = dueOn === undefined ? 0 : 1 + ages.filter((day) => dueOn < day).length;
        const sum = classes[of];
        if (sum) classes[of] = { orders: sum.orders + 1, owed: sum.owed + balance };
        if (age === undefined || age === of)
          rows.push({ ...open, ...(row.customerId && { customerId: row.customerId }) });
      }
    };
    await eachRow(accounts, { index: 'owing' }, ({ owing }) => owing, take);
    if (until !== undefined)
      await eachRow(accounts, { index: 'changed', from: until }, ({ changed }) => changed, take);
    rows.sort((one, other) => (since(one) < since(other) ? -1 : 1));
    return { classes, rows: rows.slice(0, limit) };
  },
});
