import type { Cells } from '../../cells.ts';
import { present } from '../present.ts';

/** The address in the columns `Address`, `City` …, or with `Ship` before each. */
export const addressOf = (
  cells: Cells,
  before: '' | 'Ship',
): { readonly address?: Readonly<Record<string, string>> } => {
  const address = present({
    street: cells.text(`${before}Address`),
    city: cells.text(`${before}City`),
    region: cells.text(`${before}Region`),
    postcode: cells.text(`${before}PostalCode`),
    country: cells.text(`${before}Country`),
  });
  return Object.keys(address).length === 0 ? {} : { address };
};
