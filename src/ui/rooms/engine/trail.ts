import type { Health } from '../../../client/index.ts';

/** How far everything was at one moment. */
export interface Point {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Entries that the list furthest behind has still to take in; null while nobody says. */
  readonly behind: number | null;
  /** Position of the log's newest entry. */
  readonly head: number;
}

/** Five minutes, looked at each second. */
const KEPT = 300;

/** The points so far and one more; the oldest makes room. */
export const withPoint = (
  trail: readonly Point[],
  { head, views }: Pick<Health, 'head' | 'views'>,
  at: number,
): readonly Point[] => [
  ...trail.slice(-KEPT + 1),
  {
    at,
    behind: views.length === 0 ? null : Math.max(...views.map(({ lagEvents }) => lagEvents)),
    head: head.position,
  },
];

/** Entries written a second, between each point and the one before it; null at the first. */
export const writtenPerSecond = (trail: readonly Point[]): readonly (number | null)[] =>
  trail.map(({ at, head }, n) => {
    const before = trail[n - 1];
    return before && at > before.at ? Math.round(((head - before.head) * 1_000) / (at - before.at)) : null;
  });
