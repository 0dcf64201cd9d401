/** A number with its hyphen, as orders, invoices and goods bear them: "A-1002", "RE-2026-17"; or a figure with its unit. */
const NUMBERED = /([^\s(),;]*-\p{Nd}[^\s(),;]*|[\u2066\p{Nd}.,]*[\p{Nd}\u2069]\u00a0(?:×\u00a0)?[^\s(),;]+)/u;
/** Longer ones would not fit a narrow column. */
const MOST = 20;

/** A piece of text; one that is `whole` is never broken at its hyphen, nor before its unit. */
export interface Piece {
  readonly text: string;
  readonly whole: boolean;
}

/** The text in pieces, its numbers apart. */
export const unbroken = (text: string): readonly Piece[] =>
  text
    .split(NUMBERED)
    .map((piece, n) => ({ text: piece, whole: n % 2 === 1 && piece.length <= MOST }))
    .filter((piece) => piece.text !== '');
