/** Wide enough for ten thousand million events. */
const DIGITS = 10;

/** A log position as text that sorts as the number does. */
export const positionKey = (position: number): string => String(position).padStart(DIGITS, '0');

/** `main` made unique and stable by its tie: the position of the event that made the row. */
export const sortKey = (main: string, tie: string): string => `${main} ${tie}`;

/** The part of a sort key that makes it unique. */
export const tieOf = (key: string): string => key.slice(-DIGITS);

/** What stands before the tie: the instant, or the folded name. */
export const mainOf = (key: string): string => key.slice(0, -DIGITS - 1);
