import {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerForgotten,
  CustomerRestored,
  FORGOTTEN,
  type CustomerDescription,
} from '../../domain/customer/index.ts';
import { changesOf, defineProjection } from '../../kernel/index.ts';
import { dialled, inOneGo, positionKey, shelfIndexes, shelved, tieOf, type Shelf } from '../listing/index.ts';
import type { CustomerRow, CustomerTables } from './row.ts';

const { customers } = changesOf<CustomerTables>()('customers');

const rowOf = (customer: CustomerDescription, shelf: Shelf, tie: string): CustomerRow => {
  const { name, company, email, phone, reference, taxNumber, address } = customer;
  const numbers = [phone, ...dialled(phone), reference, taxNumber, ...inOneGo(taxNumber)];
  const words = [company, email, ...numbers, address?.city];
  return { ...customer, ...shelved(shelf, tie, name, ...words) };
};

const movedTo = (shelf: Shelf) => (row: CustomerRow | undefined) => row && { ...row, shelf };

/** Who are our customers? */
export const customerView = defineProjection<CustomerTables>({
  name: 'customers',
  version: 4,
  tables: { customers: { key: 'customerId', indexes: shelfIndexes } },
})
  .on(CustomerCreated, ({ data, position }) => [
    customers(data.customerId, () => rowOf(data, 'active', positionKey(position))),
  ])
  .on(CustomerChanged, ({ data: { changed: _, ...data } }) => [
    customers(data.customerId, (row) => row && rowOf(data, row.shelf, tieOf(row.sort))),
  ])
  .on(CustomerArchived, ({ data }) => [customers(data.customerId, movedTo('archived'))])
  .on(CustomerRestored, ({ data }) => [customers(data.customerId, movedTo('active'))])
  .on(CustomerForgotten, ({ data: { customerId } }) => [
    customers(
      customerId,
      (row) =>
        row && { ...rowOf({ customerId, name: FORGOTTEN }, 'archived', tieOf(row.sort)), forgotten: true },
    ),
  ]);
