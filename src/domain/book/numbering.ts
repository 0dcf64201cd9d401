import * as z from 'zod/mini';
import { defineCommand, ok, on, reject, type Decided } from '../../kernel/index.ts';
import {
  MOST_DIGITS,
  nextNumber,
  NUMBERED,
  numberLabel,
  NumberingSet,
  series,
  seriesName,
  type Numbered,
  type SeriesState,
} from '../series/index.ts';
import { same } from '../same.ts';
import { BookSettingsChanged, NumberPrefix, type BookSettings } from './events.ts';
import { prefixesOf } from './prefixes.ts';
import { usedAlike, withOwnPrefixes } from './settled.ts';
import { BOOK_ID, books } from './state.ts';

/** `digits`: zeros stand before it up to so many, as in R-0417. */
const Numbering = z.strictObject({
  prefix: NumberPrefix,
  next: z.int().check(z.positive(), z.maximum(10 ** MOST_DIGITS - 1)),
  digits: z.optional(z.int().check(z.positive(), z.maximum(MOST_DIGITS))),
});

const payload = z.strictObject({
  order: z.optional(Numbering),
  invoice: z.optional(Numbering),
  creditNote: z.optional(Numbering),
});
type Asked = z.infer<typeof payload>;

const MEMBERS = { order: 'numberPrefix', invoice: 'invoicePrefix', creditNote: 'creditNotePrefix' } as const;

/** A prefix that stays is not written: what a book leaves open it goes on leaving open. */
const settingsWith = (asked: Asked, settings: BookSettings): BookSettings => {
  const standing = prefixesOf(settings);
  const changed = NUMBERED.flatMap((of) => {
    const prefix = asked[of]?.prefix ?? standing[of];
    return prefix === standing[of] ? [] : [[MEMBERS[of], prefix] as const];
  });
  return { ...settings, ...Object.fromEntries(changed) };
};

const taken = (of: Numbered, prefix: string, { used = 0, digits }: SeriesState) =>
  reject(
    'number-taken',
    `${numberLabel(prefix, used, digits)} was given already. Go on with ${numberLabel(prefix, used + 1, digits)} or later.`,
    { of, last: numberLabel(prefix, used, digits), free: numberLabel(prefix, used + 1, digits) },
  );

const isAsItStands = (state: SeriesState, next: number, digits: number | undefined): boolean =>
  nextNumber(state) === next && state.digits === digits;

/**
 * Where the numbers go on, for whoever comes with numbers of their own. A series goes ahead and never back to what is
 * given: so no number comes twice, and a gap is one that somebody chose.
 */
export const SetNumbering = defineCommand({
  type: 'SetNumbering',
  payload,
  permission: 'book.settings',
  load: async (asked, read) => {
    const book = await read(books, BOOK_ID);
    const after = settingsWith(asked, book.state.settings);
    const chosen = NUMBERED.flatMap((of) => {
      const numbering = asked[of];
      return numbering ? [{ of, ...numbering }] : [];
    });
    return {
      ...{ book, after, alike: await usedAlike(after, book.state, read) },
      chosen: await Promise.all(
        chosen.map(async (one) => ({
          ...one,
          series: await read<SeriesState>(series, seriesName(one.of, one.prefix)),
        })),
      ),
    };
  },
  decide: (_, { book, after, alike, chosen }) => {
    const { opened, settings } = book.state;
    if (!opened) return reject('book-not-open', 'Open the book first; then its settings can be changed.');
    const changed = withOwnPrefixes(after, alike, () =>
      same(after, settings) ? [] : [BookSettingsChanged(after)],
    );
    if (!changed.ok) return changed;
    const late = chosen.find(({ next, series: { state } }) => next <= (state.used ?? 0));
    if (late) return taken(late.of, late.prefix, late.series.state);
    const moved = chosen
      .filter(({ next, digits, series: { state } }) => !isAsItStands(state, next, digits))
      .map(({ next, digits, series: { id } }): Decided =>
        on(series, id, NumberingSet({ series: id, next, digits })),
      );
    return ok([...(changed.value.length > 0 ? [on(books, BOOK_ID, ...changed.value)] : []), ...moved]);
  },
});
