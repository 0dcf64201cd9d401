import * as z from 'zod/mini';
import { Instant } from '../../domain/day.ts';
import { creditOn } from '../../domain/order/customer-credit.ts';
import { minorUnits } from '../../domain/pricing/index.ts';
import { defineQuery } from '../../kernel/index.ts';
import { balanceBefore, currencyAccount, type CurrencyAccount } from './statement.ts';
import type { AccountRow, CustomerStatementTables } from './row.ts';

/** An order with something left to be paid, or to be paid back. */
export type OpenOrder = Pick<AccountRow, 'id' | 'number' | 'currency' | 'placedAt' | 'dueOn' | 'balance'> & {
  /** Absent where it is asked how things stood: what the order came to then is not kept. */
  readonly total?: number;
};

export interface Statement {
  readonly currencies: readonly CurrencyAccount[];
  /** As they stood before `until`, the oldest first. */
  readonly openOrders: readonly OpenOrder[];
}

const openOrder = ({ id, number, currency, placedAt, dueOn, total, balance }: AccountRow): OpenOrder => ({
  ...{ id, currency, placedAt, balance, total },
  ...(number !== undefined && { number }),
  ...(dueOn !== undefined && { dueOn }),
});

/** The order as its balance was before an instant; nothing for one of which nothing was owed. */
export const openBefore = (row: AccountRow, until: string | undefined): OpenOrder[] => {
  const balance = until === undefined ? row.balance : balanceBefore(row, until);
  if (balance === 0) return [];
  const { total, ...order } = openOrder(row);
  return [{ ...order, balance, ...(until === undefined && { total }) }];
};

/** What a customer owed before `from`, what changed before `until` (instants), and what came of it. */
export const CustomerStatement = defineQuery<CustomerStatementTables>()({
  name: 'CustomerStatement',
  view: 'customer-statement',
  permission: 'customer.see',
  params: z.object({ customerId: z.uuid(), from: z.optional(Instant), until: z.optional(Instant) }),
  run: async ({ accounts }, { customerId, from, until }): Promise<Statement> => {
    const rows = await accounts.range({ index: 'customerId+placedAt', prefix: [customerId] });
    const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
    return {
      currencies: currencies.map((currency) =>
        currencyAccount(
          currency,
          rows.filter((row) => row.currency === currency),
          { from, until },
        ),
      ),
      openOrders: rows.flatMap((row) => openBefore(row, until)),
    };
  },
});

/** What an order owes its customer, who may spend it on another one. */
export interface OrderCredit extends Pick<OpenOrder, 'id' | 'number' | 'currency'> {
  /** Minor units. */
  readonly credit: number;
}

/** What a customer has to spend, order by order, the oldest first. */
export const CustomerCredit = defineQuery<CustomerStatementTables>()({
  name: 'CustomerCredit',
  view: 'customer-statement',
  permission: 'customer.see',
  params: z.object({ customerId: z.uuid() }),
  run: async ({ accounts }, { customerId }): Promise<readonly OrderCredit[]> => {
    const rows = await accounts.range({ index: 'customerId+placedAt', prefix: [customerId] });
    return rows.flatMap(({ id, number, currency, balance, sums }) => {
      const net = minorUnits(sums.payments - sums.refunds);
      const credit = creditOn({ balance: minorUnits(balance), net, agreed: number !== undefined });
      return credit > 0 ? [{ id, currency, credit, ...(number !== undefined && { number }) }] : [];
    });
  },
});
