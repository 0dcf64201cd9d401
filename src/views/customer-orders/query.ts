import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { page, paging } from '../listing/index.ts';
import { answered } from '../order-outline/answered.ts';
import type { CustomerOrdersTables, Sum } from './row.ts';

const view = 'customer-orders';
const permission = 'customer.see';

/** A customer's orders and drafts, the newest first; discarded drafts are not among them. */
export const CustomerOrders = defineQuery<CustomerOrdersTables>()({
  name: 'CustomerOrders',
  view,
  permission,
  params: z.object({ customerId: z.uuid(), ...paging }),
  run: async ({ orders }, { customerId, after, limit }) =>
    answered(
      await page({
        table: orders,
        range: { index: 'customerId+sort', prefix: [customerId], reverse: true },
        matches: (row) => row.shelf !== 'discarded',
        after,
        limit,
        at: (row) => row.sort,
      }),
    ),
});

/** What a customer's orders come to, in minor units; `currency` is absent while there are none. */
export interface CustomerSums extends Omit<Sum, 'currency'> {
  readonly currency?: Sum['currency'];
  /** Sums in further currencies: they can't be added to the first. */
  readonly others: readonly Sum[];
}

export const CustomerSummary = defineQuery<CustomerOrdersTables>()({
  name: 'CustomerSummary',
  view,
  permission,
  params: z.object({ customerId: z.uuid() }),
  run: async ({ customers }, { customerId }): Promise<CustomerSums> => {
    const row = await customers.get(customerId);
    const [main, ...others] = (row?.sums ?? []).toSorted((a, b) => b.orders - a.orders);
    return { ...(main ?? { orders: 0, total: 0, balance: 0 }), others };
  },
});

/** What is owed, and by whom, in one currency. */
export type CustomerBalance = Pick<Sum, 'currency' | 'balance'>;

/** Those of these customers of whom something is owed, or to whom, in each currency. */
export const CustomerBalances = defineQuery<CustomerOrdersTables>()({
  name: 'CustomerBalances',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(5_000)) }),
  run: async ({ customers }, { ids }) =>
    (await customers.getMany(ids)).flatMap((row) => {
      const open = row?.sums.filter(({ balance }) => balance !== 0) ?? [];
      return row && open.length > 0
        ? [
            {
              customerId: row.customerId,
              balances: open.map(({ currency, balance }): CustomerBalance => ({ currency, balance })),
            },
          ]
        : [];
    }),
});
