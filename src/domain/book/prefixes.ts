import { NUMBERED, seriesName, type Numbered } from '../series/index.ts';
import type { BookSettings } from './events.ts';

/** What stands before the numbers of orders, invoices and credit notes. */
export const prefixesOf = ({ numberPrefix, invoicePrefix, creditNotePrefix }: BookSettings) => ({
  order: numberPrefix,
  invoice: invoicePrefix ?? 'INV-',
  creditNote: creditNotePrefix ?? 'CN-',
});

/** The series that number now. */
export const seriesOf = (settings: BookSettings): Readonly<Record<Numbered, string>> => {
  const prefixes = prefixesOf(settings);
  const name = (of: Numbered): string => seriesName(of, prefixes[of]);
  return { order: name('order'), invoice: name('invoice'), creditNote: name('creditNote') };
};

/** Every series that these settings number in, or did before: `known`. */
export const withSeries = (known: readonly string[], settings: BookSettings): readonly string[] => {
  const names = seriesOf(settings);
  const fresh = NUMBERED.map((of) => names[of]).filter((name) => !known.includes(name));
  return fresh.length === 0 ? known : [...known, ...fresh];
};
