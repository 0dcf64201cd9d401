import type { BookSettings } from './events.ts';

/** What stands before the numbers of orders, invoices and credit notes. */
export const prefixesOf = ({ numberPrefix, invoicePrefix, creditNotePrefix }: BookSettings) => ({
  order: numberPrefix,
  invoice: invoicePrefix ?? 'INV-',
  creditNote: creditNotePrefix ?? 'CN-',
});
