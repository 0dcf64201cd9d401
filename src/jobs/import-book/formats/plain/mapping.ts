import * as z from 'zod/mini';
import type { Cells } from '../../cells.ts';
import type { Kind } from '../format.ts';
import { fieldTitles, type Field } from './fields.ts';

const title = z.string().check(z.maxLength(500));

/** What a person said of a table that nobody recognized: what it holds, and which column is which field. */
export const Mapping = z.strictObject({
  /** The titles of the table, by which it is known again. */
  header: z.array(title).check(z.maxLength(500)),
  kind: z.enum(['customers', 'products', 'orders']),
  /** Field name → title of its column. */
  fields: z.record(z.string().check(z.maxLength(40)), title),
});
export type Mapping = z.infer<typeof Mapping>;

/** No header has it. */
const NOWHERE = '\u0000';

/** The column of each field: as a person mapped it, or under the book's own title. */
export type ColumnOf<Of extends Kind> = (field: Field<Of>) => string;

export const ownColumns =
  <Of extends Kind>(kind: Of): ColumnOf<Of> =>
  (field) =>
    fieldTitles[kind][field] as unknown as string;

export const mappedColumns = <Of extends Kind>(mapping: Mapping): ColumnOf<Of> => {
  const columns = new Map(Object.entries(mapping.fields).filter(([, column]) => column !== ''));
  return (field) => columns.get(field) ?? NOWHERE;
};

/** The same header in whatever spelling, so that next month's file is known by it. */
export const sameHeader = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((name, n) => name.trim().toLowerCase() === other[n]?.trim().toLowerCase());

/** A mapping in the spelling of a file's own titles. */
export const under = ({ header, kind, fields }: Mapping, titles: readonly string[]): Mapping => ({
  ...{ header: [...titles], kind },
  fields: Object.fromEntries(
    Object.entries(fields).map(([field, column]) => [field, titles[header.indexOf(column)] ?? column]),
  ),
});

export const addressIn = (cells: Cells, column: ColumnOf<'customers'> | ColumnOf<'orders'>) => ({
  street: cells.text(column('street')),
  city: cells.text(column('city')),
  region: cells.text(column('region')),
  postcode: cells.text(column('postcode')),
  country: cells.text(column('country')),
});
