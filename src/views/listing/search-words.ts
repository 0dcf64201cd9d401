import type { ReadTable } from '../../kernel/index.ts';
import { page, type Page } from './page.ts';

const MAX_WORDS = 24;
/** No word goes on with this code unit, so it ends the stretch of all that begin alike. */
const LAST = '\uffff';

/** Text as it is compared: without case and accents. */
export const folded = (text: string): string =>
  text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** A number as text that sorts as the number does, up to this many digits. */
const COUNTED = 10;

/**
 * Text that sorts as people count: "Tea", "Tea 2", "Tea 10". Folded, runs of digits padded; with a 1 before them, since the
 * tie of a sort key begins with 0, and nothing stands between "Tea" and its tie.
 */
export const counted = (text: string): string =>
  folded(text).replaceAll(/\p{Nd}+/gu, (digits) => `1${digits.padStart(COUNTED, '0')}`);

/** The different words of some texts, folded; what is neither letter nor digit parts them. */
export const wordsIn = (...texts: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(
    texts.flatMap((text) => folded(text ?? '').split(/[^\p{L}\p{N}]+/u)).filter((word) => word !== ''),
  ),
];

/** Entries of a `*words` index. The tie makes each unique, so that pages of equal words end between two rows. */
export const wordEntries = (tie: string, ...texts: readonly (string | undefined)[]): readonly string[] =>
  wordsIn(...texts)
    .slice(0, MAX_WORDS)
    .map((word) => `${word} ${tie}`);

interface Found {
  readonly words: readonly string[];
}

/** Fewer letters stand in half of all words; and of a number only the beginning is a number's. */
const WITHIN = /^\p{L}{3,}$/u;

/** Whether words may be looked for within words: what is sold is often one word of two ("Akazienhonig"). */
export const isLookedForWithin = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => WITHIN.test(word));

/** Whether each of these words begins some word of the row. */
export const begins = ({ words }: Found, asked: readonly string[]): boolean =>
  asked.every((word) => words.some((entry) => entry.startsWith(word)));

/** Whether each of these words stands in some word of the row. */
export const holds = ({ words }: Found, asked: readonly string[]): boolean =>
  asked.every((word) => words.some((entry) => entry.slice(0, entry.indexOf(' ')).includes(word)));

const smallest = (entries: readonly string[]): string | undefined =>
  entries.reduce<string | undefined>(
    (least, entry) => (least !== undefined && least < entry ? least : entry),
    undefined,
  );

/**
 * One page of the rows in which each word of `text` begins some word, ordered by the word that the longest of them
 * found. A row that several of its words find comes once, at the first.
 */
export const searchPage = <Row extends Found>(search: {
  readonly table: ReadTable<Row>;
  readonly text: string;
  readonly after?: string | undefined;
  readonly limit: number;
  matches(row: Row): boolean;
}): Promise<Page<Row>> => {
  const words = wordsIn(search.text).toSorted((a, b) => b.length - a.length);
  const [lead = '', ...others] = words;
  const found = (row: Row): readonly string[] => row.words.filter((entry) => entry.startsWith(lead));
  return page({
    table: search.table,
    range: { index: 'words', from: lead, to: lead + LAST },
    after: search.after,
    limit: search.limit,
    at: (row, start) => smallest(found(row).filter((entry) => start === undefined || entry > start)) ?? '',
    matches: (row, start) =>
      (start === undefined || found(row).every((entry) => entry > start)) &&
      begins(row, others) &&
      search.matches(row),
  });
};
