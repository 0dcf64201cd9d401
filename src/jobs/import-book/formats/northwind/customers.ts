import type { Cells } from '../../cells.ts';
import type { Entry, Format } from '../format.ts';
import { present } from '../present.ts';
import { addressOf } from './address.ts';
import { singles } from '../singles.ts';
import { commandIdOf, idOf } from './source.ts';

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
    ...addressOf(cells, ''),
    reference: key,
  };
  return {
    kind: 'customers',
    key,
    id: idOf('customer', key),
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
