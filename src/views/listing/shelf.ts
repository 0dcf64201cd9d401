import * as z from 'zod/mini';
import type { ReadTable } from '../../kernel/index.ts';
import { page, paging, type Page } from './page.ts';
import {
  begins,
  counted,
  holds,
  isLookedForWithin,
  searchPage,
  wordEntries,
  wordsIn,
} from './search-words.ts';
import { sortKey } from './sort-key.ts';

/** Where things with names are kept: in use, or put away and still known. */
export type Shelf = 'active' | 'archived';

/** What the listing of named things needs of a row. Indexed by `[shelf, sort]` and `*words`. */
export interface Shelved {
  readonly shelf: Shelf;
  /** The name as it is counted, and tie: unique. */
  readonly sort: string;
  /** What a search finds it by. */
  readonly words: readonly string[];
}

export const shelfIndexes = [['shelf', 'sort'], '*words'] as const;

/** A row's place: by its name, found by the words of `texts`. */
export const shelved = (
  shelf: Shelf,
  tie: string,
  name: string,
  ...texts: readonly (string | undefined)[]
): Shelved => ({
  shelf,
  sort: sortKey(counted(name), tie),
  words: wordEntries(tie, name, ...texts),
});

/** `text`: each of its words begins some word of the row. `archived`: those put away, instead of those in use. */
export const shelfParams = z.object({
  text: z.optional(z.string().check(z.maxLength(200))),
  archived: z._default(z.boolean(), false),
  ...paging,
});

/** One page by name; with a text, of what it finds, by the word found. */
export const shelfPage = <Row extends Shelved>(
  table: ReadTable<Row>,
  { text = '', archived, after, limit }: z.infer<typeof shelfParams>,
): Promise<Page<Row>> => {
  const shelf: Shelf = archived ? 'archived' : 'active';
  return wordsIn(text).length > 0
    ? searchPage({ table, text, after, limit, matches: (row) => row.shelf === shelf })
    : page({
        table,
        range: { index: 'shelf+sort', prefix: [shelf] },
        after,
        limit,
        at: (row) => row.sort,
      });
};

/** Begins the places among those that a text is found within. */
const WITHIN = '\u0001';

/** The same, and after what a text begins, that in which its words stand within words: "honig" finds "Akazienhonig". */
export const widerShelfPage = async <Row extends Shelved>(
  table: ReadTable<Row>,
  params: z.infer<typeof shelfParams>,
): Promise<Page<Row>> => {
  const { text = '', archived, after, limit } = params;
  const asked = wordsIn(text);
  const isWithin = after?.startsWith(WITHIN) ?? false;
  const begun = isWithin ? { rows: [] } : await shelfPage(table, params);
  if (begun.next !== undefined || !isLookedForWithin(asked)) return begun;
  if (begun.rows.length === limit) return { ...begun, next: WITHIN };
  const { rows, next } = await page({
    table,
    range: { index: 'shelf+sort', prefix: [archived ? 'archived' : 'active'] },
    after: isWithin ? after?.slice(WITHIN.length) || undefined : undefined,
    limit: limit - begun.rows.length,
    at: (row) => row.sort,
    matches: (row) => holds(row, asked) && !begins(row, asked),
  });
  return { rows: [...begun.rows, ...rows], ...(next !== undefined && { next: WITHIN + next }) };
};
