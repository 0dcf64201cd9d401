import type { OrderNote } from '../../../views/order-details/row.ts';
import { asRead } from '../../words/as-read.ts';

export type NoteReader = 'staff' | 'customer';

type Note = Pick<OrderNote, 'text' | 'forCustomer'>;

/** What a command is told of a note that somebody typed. */
export const noteFor = (reader: NoteReader, text: string) => ({
  text: text.trim(),
  ...(reader === 'customer' && { forCustomer: true as const }),
});

/** For whoever fetches, packs and ships: never on a paper that a customer gets. */
export const internalNotes = (notes: readonly Note[]): readonly string[] =>
  notes.flatMap(({ text, forCustomer }) => (forCustomer ? [] : [asRead(text)]));

/** For the customer's papers; `until` (ISO instant): a paper that left then says no more than it did. */
export const customerNotes = (
  notes: readonly (Note & Pick<OrderNote, 'at'>)[],
  until?: string,
): readonly string[] =>
  notes.flatMap(({ text, forCustomer, at }) =>
    forCustomer && (until === undefined || at <= until) ? [text] : [],
  );
