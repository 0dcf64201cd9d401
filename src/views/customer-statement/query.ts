import * as z from 'zod/mini';
import { Day } from '../../domain/day.ts';
import { defineQuery } from '../../kernel/index.ts';
import { currencyAccount, type CurrencyAccount } from './statement.ts';
import type { AccountRow, CustomerStatementTables } from './row.ts';

/** An order with something left to be paid, or to be paid back. */
export type OpenOrder = Pick<
  AccountRow,
  'id' | 'number' | 'currency' | 'placedAt' | 'dueOn' | 'total' | 'balance'
>;

export interface Statement {
  readonly currencies: readonly CurrencyAccount[];
  /** As they stand now, the oldest first. */
  readonly openOrders: readonly OpenOrder[];
}

const openOrder = ({
  customerId: _,
  agreed: __,
  off: ___,
  sums: ____,
  entries: _____,
  owing: ______,
  ...open
}: AccountRow): OpenOrder => open;

/** What a customer owed on the day before `from`, what changed until `to` (days in UTC, both included), and what came of it. */
export const CustomerStatement = defineQuery<CustomerStatementTables>()({
  name: 'CustomerStatement',
  view: 'customer-statement',
  permission: 'customer.see',
  params: z.object({ customerId: z.uuid(), from: z.optional(Day), to: z.optional(Day) }),
  run: async ({ accounts }, { customerId, from, to }): Promise<Statement> => {
    const rows = await accounts.range({ index: 'customerId+placedAt', prefix: [customerId] });
    const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
    return {
      currencies: currencies.map((currency) =>
        currencyAccount(
          currency,
          rows.filter((row) => row.currency === currency),
          { from, to },
        ),
      ),
      openOrders: rows.filter(({ balance }) => balance !== 0).map(openOrder),
    };
  },
});

/** All that is owed, either way, since the longest first: above zero by customers, below by us. At most 5,000 orders. */
export const Receivables = defineQuery<CustomerStatementTables>()({
  name: 'Receivables',
  view: 'customer-statement',
  permission: 'report.see',
  params: z.object({}),
  run: async ({
    accounts,
  }): Promise<readonly (OpenOrder & { readonly customerId?: string; readonly owing: string })[]> => {
    const rows = await accounts.range({ index: 'owing', limit: 5_000 });
    return rows.map(({ customerId, owing = '', ...row }) => ({
      ...openOrder({ ...row }),
      ...(customerId && { customerId }),
      owing,
    }));
  },
});
