import type { Explanation } from '../../../views/stock/index.ts';
import { quantity } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { measure } from './measure.ts';

type Claim = Explanation['orders'][number];

/** One figure of the sum: "− 2 reserved for", and the orders to name behind it. */
interface Term {
  readonly id: string;
  readonly text: string;
  readonly orders: readonly Claim[];
}

/**
 * "Available 3 = 10 received − 5 shipped − 2 reserved for A-104, A-107", in parts so that the orders can be links; what
 * is waited for stands apart, for it is not in the shop yet.
 */
export const explained = (why: Explanation): { available: string; terms: Term[]; waiting?: Term } => {
  const unit = measure(why.unit);
  const holders = why.orders.filter(({ reserved }) => reserved > 0);
  const waiters = why.orders.filter(({ backOrdered }) => backOrdered > 0);
  const reserved = holders.length > 0 ? m.products_explain_reserved_for : m.products_explain_reserved;
  const figures = [
    { id: 'received', by: why.received, words: m.products_explain_received },
    { id: 'returned', by: why.returned, words: m.products_explain_returned },
    { id: 'adjusted', by: why.adjusted, words: m.products_explain_adjusted },
    { id: 'counted', by: why.counted, words: m.products_explain_counted },
    { id: 'shipped', by: -why.shipped, words: m.products_explain_shipped },
    { id: 'unavailable', by: -why.unavailable, words: m.products_explain_unavailable },
    { id: 'buffer', by: -why.buffer, words: m.products_explain_buffer },
    { id: 'reserved', by: -why.reserved, words: reserved },
  ].filter(({ by }) => by !== 0);
  const terms = figures.map(({ id, by, words }, index) => ({
    id,
    text: `${index === 0 ? (by < 0 ? '−' : '') : by < 0 ? '− ' : '+ '}${words({ quantity: quantity(Math.abs(by), unit) })}`,
    orders: id === 'reserved' ? holders : [],
  }));
  const waiting = {
    id: 'waiting',
    text: m.products_explain_waiting({ quantity: quantity(why.backOrdered, unit) }),
    orders: waiters,
  };
  return { available: quantity(why.available, unit), terms, ...(waiters.length > 0 && { waiting }) };
};
