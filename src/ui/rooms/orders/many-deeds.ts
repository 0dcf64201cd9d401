import type { Client } from '../../../client/index.ts';
import type { OpenedSettings } from '../../../views/book/index.ts';
import { OrderDetails } from '../../../views/order-details/query.ts';
import { m } from '../../words/index.ts';
import { payable } from '../order/coins.ts';
import type { Method } from '../order/methods.ts';
import type { ManyDeed } from './many.svelte.ts';

/** How long the lists may take to come up to what was written just before. */
const LATE_MS = 10_000;

type QueryOptions = NonNullable<Parameters<Client['query']>[2]>;

export const tagging = (tag: string): ManyDeed => ({
  give: (orderId) => ({ type: 'Tag', payload: { orderId, tag } }),
  done: ({ count }) => m.orders_many_tagged({ count, tag }),
});

/** Asks for what knows of everything that is in the book by now. @throws NoAnswerError */
export const upToDate = async (client: Pick<Client, 'health'>): Promise<QueryOptions> => ({
  atLeast: (await client.health()).head.position,
  timeoutMs: LATE_MS,
});

/**
 * What each of them owes now, paid by one method, at `occurredAt` or now; in cash what the book's coins can pay of it. What was paid a moment ago
 * is owed no more: an order that is not known that well is left out.
 */
export const paying = (
  client: Pick<Client, 'health' | 'query' | 'newId'>,
  { method, occurredAt }: { readonly method: Method; readonly occurredAt?: string | undefined },
  coins: OpenedSettings | undefined,
): ManyDeed => {
  let asked: ReturnType<typeof upToDate> | undefined;
  return {
    give: async (orderId) => {
      asked ??= upToDate(client);
      const { answer: order, stale } = await client.query(OrderDetails, { orderId }, await asked);
      if (stale) return m.orders_many_late();
      if (!order) return m.order_missing();
      const owed = order.balance.balance;
      if (order.lifecycle === 'draft' || owed <= 0) return m.orders_many_nothing_owed();
      const amount = payable(owed, { method, currency: order.currency, coins });
      const payload = { orderId, paymentId: client.newId(), method, amount };
      return { type: 'RecordPayment', payload, ...(occurredAt && { occurredAt }) };
    },
    done: m.orders_many_paid,
  };
};
