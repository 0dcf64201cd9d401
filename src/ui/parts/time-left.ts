import { m } from '../words/index.ts';

interface Sight {
  /** Milliseconds of any clock that runs evenly. */
  readonly at: number;
  readonly done: number;
}

/** Before this nobody can tell a pace. */
const SOONEST_MS = 1_500;

/**
 * Seconds until `total` is done at the pace since `first`; undefined while it is too early to say. The pace is that
 * of this sight of the work: how long it lay still while the app was closed says nothing.
 */
export const secondsLeft = (first: Sight, now: Sight, total: number): number | undefined => {
  const elapsed = now.at - first.at;
  const done = now.done - first.done;
  if (elapsed < SOONEST_MS || done <= 0) return undefined;
  return Math.max(1, Math.round((elapsed / done / 1000) * Math.max(0, total - now.done)));
};

/** The same as people say it: in steps of five seconds, then in minutes. */
export const leftInWords = (first: Sight, now: Sight, total: number): string | undefined => {
  const left = secondsLeft(first, now, total);
  if (left === undefined) return undefined;
  if (left < 55) return m.import_left_seconds({ count: left < 5 ? left : Math.ceil(left / 5) * 5 });
  return m.import_left_minutes({ count: Math.ceil(left / 60) });
};
