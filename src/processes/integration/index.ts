import type { Integration } from '../../kernel/index.ts';
import { OrderSubmitted, type OrderCustomer } from '../../domain/order/index.ts';
import { messages } from './messages.ts';
import { integrationProcess } from './process.ts';

/** What the world outside is told of this trade. */
export const integration: Integration = {
  process: integrationProcess,
  messages,
  person: ({ type, data }) => {
    if (type !== OrderSubmitted.type) return undefined;
    const { customer, shipTo } = data as { customer?: OrderCustomer; shipTo?: object };
    if (!customer && !shipTo) return undefined;
    const { customerId: _, ...person } = customer ?? {};
    return { ...person, ...(shipTo && { shipTo }) };
  },
  permission: 'book.settings',
};
