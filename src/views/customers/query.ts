import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import { shelfPage, shelfParams } from '../listing/index.ts';
import type { CustomerTables } from './row.ts';

const view = 'customers';
const permission = 'customer.see';

/** Customers by name, or those that a text finds: name, company, email, phone, city, reference, tax number. */
export const CustomerList = defineQuery<CustomerTables>()({
  name: 'CustomerList',
  view,
  permission,
  params: shelfParams,
  run: ({ customers }, params) => shelfPage(customers, params),
});

/** One customer; undefined when there is none of that id. */
export const CustomerDetails = defineQuery<CustomerTables>()({
  name: 'CustomerDetails',
  view,
  permission,
  params: z.object({ customerId: z.uuid() }),
  run: ({ customers }, { customerId }) => customers.get(customerId),
});

/** What these customers are called; those that are not there are left out. */
export const CustomerNames = defineQuery<CustomerTables>()({
  name: 'CustomerNames',
  view,
  permission,
  params: z.object({ ids: z.array(z.uuid()).check(z.maxLength(5_000)) }),
  run: async ({ customers }, { ids }) =>
    (await customers.getMany(ids)).flatMap((row) =>
      row ? [{ id: row.customerId, name: row.name, company: row.company }] : [],
    ),
});
