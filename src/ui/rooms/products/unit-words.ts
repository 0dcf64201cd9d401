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

const MEASURES =
  /^(?:[km]?g|[mcd]?l|[mck]?m|m[²2³3]|oz|lbs?|ft|in|yd|gal|pt|qt|h|hrs?|std|min|kwh|كجم|كغ|كلغ|غ|ل)\.?$/iu;

/** Whether it is weighed or measured, and not counted: parts of one are as usual as one more. */
export const isMeasured = (unit: string): boolean => MEASURES.test(unit);
