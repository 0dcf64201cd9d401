import type { Client } from '../../../client/index.ts';
import { buyerName } from '../../../domain/naming/buyer-name.ts';
import { CustomerList } from '../../../views/customers/query.ts';
import type { CustomerRow } from '../../../views/customers/row.ts';
import type { PickerOption } from '../../parts/combobox.svelte.ts';

/** As many as are looked through before another letter is typed. */
const MOST = 8;

export type CustomerOption = PickerOption & { readonly customer: CustomerRow };

/** Customers that a text finds, as pickers offer them. */
export const customerOptions = async (client: Client, text: string): Promise<CustomerOption[]> => {
  const { answer } = await client.query(CustomerList, { text, limit: MOST });
  return answer.rows.map((customer) => ({
    id: customer.customerId,
    label: buyerName(customer),
    detail: [customer.address?.city, customer.phone].filter(Boolean).join(' · '),
    customer,
  }));
};
