import type { FileReader, Format, FormatSettings, Kind } from '../format.ts';
import { OrderReader } from '../order-rows.ts';
import { customerReader } from './customers.ts';
import { fieldTitles, neededFields } from './fields.ts';
import { mappedColumns, ownColumns, type ColumnOf, type Mapping } from './mapping.ts';
import { orderRows } from './orders.ts';
import { productReader } from './products.ts';

export { Mapping, sameHeader, under } from './mapping.ts';

const readerOf = (
  kind: Kind,
  columnOf: <Of extends Kind>(kind: Of) => ColumnOf<Of>,
  settings: FormatSettings,
): FileReader => {
  switch (kind) {
    case 'customers':
      return customerReader(columnOf('customers'));
    case 'products':
      return productReader(columnOf('products'), settings);
    case 'orders':
      return new OrderReader(orderRows(columnOf('orders')), settings);
  }
};

/** A table as a person mapped it. */
export const mappedFormat = (mapping: Mapping): Format => ({
  name: `mapped-${mapping.kind}`,
  kind: mapping.kind,
  columns: neededFields[mapping.kind].map((field) => mapping.fields[field] ?? '\u0000'),
  cells: 'raw',
  open: (settings) => readerOf(mapping.kind, () => mappedColumns(mapping), settings),
});

const own = (kind: Kind, columns: readonly string[]): Format => ({
  name: `counterfoil-${kind}`,
  kind,
  columns,
  cells: 'raw',
  open: (settings) => readerOf(kind, ownColumns, settings),
});

/** Tables under the book's own titles, as its exports write them; known by columns that no shop's export has together. */
export const plain: readonly Format[] = [
  own('customers', [fieldTitles.customers.id, fieldTitles.customers.name, fieldTitles.customers.email]),
  own('products', [fieldTitles.products.id, fieldTitles.products.name, fieldTitles.products.price]),
  own('orders', [
    ...[fieldTitles.orders.number, fieldTitles.orders.placedAt, fieldTitles.orders.product],
    ...[fieldTitles.orders.quantity, fieldTitles.orders.price],
  ]),
];
