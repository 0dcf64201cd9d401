import type { Range } from '../../kernel/index.ts';

/** What of a stretch is left after a place in it; all of it without one. */
export const beyond = (range: Range, start: string | undefined): Range => {
  if (start === undefined) return {};
  return range.reverse === true ? { to: start, toOpen: true } : { from: start, fromOpen: true };
};
