import { m } from '../../words/index.ts';

/** The book's own word for what is sold by the piece; people read and write theirs. */
const PIECES = 'pcs';

export const unitShown = (unit: string): string => (unit === PIECES ? m.products_pieces() : unit);

export const unitBooked = (typed: string): string => {
  const unit = typed.trim();
  return unit.toLowerCase() === m.products_pieces().toLowerCase() ? PIECES : unit;
};

/** What stands after a figure in that unit; nothing after pieces. */
export const unitAfter = (typed: string): string | undefined =>
  unitBooked(typed) === PIECES ? undefined : typed.trim();
