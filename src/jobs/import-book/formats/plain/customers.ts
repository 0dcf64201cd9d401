import { isTaxNumber } from '../../../../domain/customer/tax-number.ts';
import type { Cells } from '../../cells.ts';
import type { Entries, FileReader } from '../format.ts';
import type { Entry } from '../format.ts';
import { customerEntry } from '../named.ts';
import { duplicateRow } from '../singles.ts';
import { quoted, type RowProblem } from '../../problem.ts';
import { addressIn, type ColumnOf } from './mapping.ts';

const taxNumberIn = (cells: Cells, column: string): string => {
  const found = cells.text(column);
  if (!isTaxNumber(found))
    cells.add('bad-tax-number', 'A tax number is made of letters, figures and signs such as . - /', {
      ...{ column, found: quoted(found) },
    });
  return found;
};

const daysIn = (cells: Cells, column: string): number | undefined =>
  cells.text(column) === '' ? undefined : cells.decimal(column, 0, 366);

const customerOf = (cells: Cells, column: ColumnOf<'customers'>): Entry => {
  const [company, email] = [cells.text(column('company')), cells.text(column('email'))];
  const given = cells.text(column('name'));
  const name = given || company || email || cells.required(column('name'));
  return customerEntry({
    ...{ row: cells.line, name, company, email, address: addressIn(cells, column) },
    id: cells.text(column('id')),
    phone: cells.text(column('phone')),
    note: cells.text(column('note')),
    reference: cells.text(column('reference')),
    taxNumber: taxNumberIn(cells, column('taxNumber')),
    paymentDays: daysIn(cells, column('paymentDays')),
  });
};

/** One customer to a row. */
export const customerReader = (column: ColumnOf<'customers'>): FileReader => {
  const entries = new Map<string, Entry>();
  const problems: RowProblem[] = [];
  let refused = 0;
  return {
    read: (cells) => {
      const entry = customerOf(cells, column);
      const first = entries.get(entry.id);
      if (first) cells.problems.push(duplicateRow(cells.line, entry.key, first.row));
      problems.push(...cells.problems);
      if (cells.problems.length > 0) refused += 1;
      else entries.set(entry.id, entry);
    },
    close: (): Entries => ({ entries: [...entries.values()], problems, refused }),
  };
};
