import type { OrderRow } from '../../../views/order-outline/index.ts';
import type { Tone } from '../../parts/shapes.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';

/** What is to be done next with an order, in one mark. */
export const taskMark = ({ task, balance, currency }: OrderRow): { tone: Tone; text: string } => {
  switch (task) {
    case 'draft':
      return { tone: 'plain', text: m.customers_order_draft() };
    case 'ship':
      return { tone: 'waiting', text: m.customers_order_to_ship() };
    case 'pay':
      return {
        tone: 'attention',
        text:
          balance < 0
            ? m.customers_order_refund({ amount: money(Math.abs(balance), currency) })
            : m.customers_order_owes({ amount: money(balance, currency) }),
      };
    case 'done':
      return { tone: 'good', text: m.customers_order_done() };
    case 'cancelled':
      return { tone: 'plain', text: m.customers_order_cancelled() };
  }
};
