import type { Cells } from '../../cells.ts';

/** Only what is there: the log knows no empty text. */
export const present = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));

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
