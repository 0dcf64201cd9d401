import * as z from 'zod/mini';

// Half of a surrogate pair, as a cut-off paste leaves it, has no place in the log's canonical JSON.
const tidy = z.overwrite<string>((value) => value.trim().toWellFormed());

/** Text somebody typed: no white space around it, from one character to `longest`. */
export const text = (longest: number) => z.string().check(tidy, z.minLength(1), z.maxLength(longest));

/** The same where nothing at all may stand: an empty field of a form means "none". */
export const textOrNone = (longest: number) => z.string().check(tidy, z.maxLength(longest));

/** Names of people, firms and things. */
export const Name = text(200);
/** Why somebody did what can't be undone by itself. */
export const Reason = text(500);
/** What somebody wants remembered. */
export const Remark = text(2000);

/** What an optional field of a form means: an empty text stands for none. */
export const orNone = (value: string | undefined): string | undefined => (value === '' ? undefined : value);
