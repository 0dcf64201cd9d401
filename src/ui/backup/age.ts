import { getLocale, m } from '../words/index.ts';
import { count } from '../words/format.ts';
import type { Client } from '../../client/index.ts';
import { bookIn } from './book-in.ts';

const DAY_MS = 86_400_000;
/** A week's orders are worth a warning. */
const OLD_DAYS = 7;

export type Last = Awaited<ReturnType<Client['backups']['last']>>;

/** By the calendar. */
const daysAgo = (instant: string, now: Date): number => {
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  return Math.round((midnight(now) - midnight(new Date(instant))) / DAY_MS);
};

/** How old the last backup is and what has happened since, in one line; `old` once that is worth a thought. */
export const ageOf = (
  last: Last,
  placed: number,
  now: Date,
): { readonly text: string; readonly old: boolean } => {
  if (!last) return { text: m.backup_none(), old: placed > 0 };
  const days = daysAgo(last.at, now);
  const when = new Intl.RelativeTimeFormat(getLocale(), { numeric: 'auto' }).format(-days, 'day');
  const since = placed - bookIn(last.about).orders;
  if (since <= 0) return { text: m.backup_last({ when }), old: false };
  return { text: m.backup_last_since({ when, count: since, figure: count(since) }), old: days >= OLD_DAYS };
};
