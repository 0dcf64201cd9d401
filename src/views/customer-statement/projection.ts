import { orderIdOf, orders } from '../../domain/order/index.ts';
import { changesOf, defineProjection, type ProjectionBuilder } from '../../kernel/index.ts';
import { followed } from './account.ts';
import type { CustomerStatementTables } from './row.ts';

const { accounts } = changesOf<CustomerStatementTables>()('accounts');

/** What does a customer owe, and how did it come to that? */
export const customerStatement = orders.events.reduce<ProjectionBuilder<CustomerStatementTables>>(
  (view, eventType) =>
    view.on(eventType, (event) => {
      const id = orderIdOf(event);
      return [accounts(id, (row) => followed(id, event, row))];
    }),
  defineProjection<CustomerStatementTables>({
    name: 'customer-statement',
    version: 7,
    tables: { accounts: { key: 'id', indexes: [['customerId', 'placedAt'], 'owing', 'changed'] } },
  }),
);
