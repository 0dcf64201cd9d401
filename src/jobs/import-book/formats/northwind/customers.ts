import type { Cells } from '../../cells.ts';
import type { Entry, Format } from '../format.ts';
import { singles } from './singles.ts';
import { commandIdOf, idOf } from './source.ts';

/** Only what is there: the log knows no empty text. */
const present = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

export const addressOf = (cells: Cells, columns: Readonly<Record<string, string>>) => {
  const address = present(
    Object.fromEntries(Object.entries(columns).map(([part, column]) => [part, cells.text(column)])),
  );
  return Object.keys(address).length === 0 ? {} : { address };
};

const customer = (key: string, cells: Cells): Entry => {
  const company = cells.required('CompanyName');
  const fax = cells.text('Fax');
  const payload = {
    name: cells.text('ContactName') || company,
    ...present({
      company,
      phone: cells.text('Phone'),
      note: [cells.text('ContactTitle'), fax && `Fax ${fax}`].filter(Boolean).join('\n'),
    }),
    ...addressOf(cells, {
      street: 'Address',
      city: 'City',
      region: 'Region',
      postcode: 'PostalCode',
      country: 'Country',
    }),
    reference: key,
  };
  return {
    kind: 'customers',
    key,
    row: cells.line,
    lines: 0,
    commands: () => [
      {
        commandId: commandIdOf('customer', key),
        type: 'CreateCustomer',
        payload: { customerId: idOf('customer', key), ...payload },
      },
    ],
    blame: () => [],
    worth: () => undefined,
  };
};

export const customers: Format = {
  name: 'northwind-customers',
  kind: 'customers',
  columns: ['CustomerID', 'CompanyName', 'ContactName'],
  open: () => singles('CustomerID', customer),
};
