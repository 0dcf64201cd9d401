import { changesOf, defineProjection } from '../../kernel/index.ts';
import { followOrders } from '../order-outline/follow.ts';
import type { OutlineRow } from '../order-outline/row.ts';
import type { CustomerOrdersTables, Sum } from './row.ts';

const { orders, customers } = changesOf<CustomerOrdersTables>()('orders', 'customers');

const shareOf = ({ lifecycle, currency, total, balance }: OutlineRow): Sum =>
  lifecycle === 'open'
    ? { currency, orders: 1, total, balance }
    : { currency, orders: 0, total: 0, balance: balance - total };

const add = (sums: readonly Sum[], share: Sum, sign: 1 | -1): readonly Sum[] => {
  const { currency } = share;
  const now = sums.find((sum) => sum.currency === currency) ?? { orders: 0, total: 0, balance: 0 };
  const sum: Sum = {
    currency,
    orders: now.orders + sign * share.orders,
    total: now.total + sign * share.total,
    balance: now.balance + sign * share.balance,
  };
  const others = sums.filter((other) => other.currency !== currency);
  const empty = sum.orders === 0 && sum.total === 0 && sum.balance === 0;
  return empty ? others : [...others, sum].sort((a, b) => (a.currency < b.currency ? -1 : 1));
};

const summed = (row: OutlineRow | undefined, sign: 1 | -1) => {
  const customerId = row?.customerId;
  if (!row || customerId === undefined) return [];
  return [
    customers(customerId, (known) => {
      const sums = add(known?.sums ?? [], shareOf(row), sign);
      return sums.length === 0 ? undefined : { customerId, sums };
    }),
  ];
};

/** What did this customer order, and what is owed? */
export const customerOrders = followOrders(
  defineProjection<CustomerOrdersTables>({
    name: 'customer-orders',
    version: 9,
    tables: {
      orders: { key: 'id', indexes: [['customerId', 'sort']] },
      customers: { key: 'customerId' },
    },
    derive: { orders: (before, after) => [...summed(before, -1), ...summed(after, 1)] },
  }),
  orders,
);
