import type { MeasuredStage, Sample } from '../../../../client/index.ts';

/** Figures of so many samples together: single ones are too few to say how long something takes. */
const TOGETHER = 5;

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

const ended = (sample: Sample, how: 'committed' | 'refused'): number =>
  total(Object.fromEntries(Object.entries(sample.commands).map(([type, of]) => [type, of[how]])));

/** Per sample, how many commands a second ended so since the one before; null for the first. */
export const perSecond = (
  samples: readonly Sample[],
  how: 'committed' | 'refused',
): readonly (number | null)[] =>
  samples.map((sample, n) => {
    const before = samples[n - 1];
    if (!before || sample.at <= before.at) return null;
    return (1_000 * (ended(sample, how) - ended(before, how))) / (sample.at - before.at);
  });

/**
 * The duration in seconds below which this share (0 … 1) of what was counted lies, as far as its class tells;
 * null when nothing was counted. `bounds`: the upper bounds of the classes; the last class has none.
 */
export const quantile = (
  counts: readonly number[],
  bounds: readonly number[],
  share: number,
): number | null => {
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  let below = 0;
  for (const [n, count] of counts.entries()) {
    const [from, to] = [bounds[n - 1] ?? 0, bounds[n] ?? bounds.at(-1) ?? 0];
    if (count > 0 && below + count >= share * all)
      return from + ((to - from) * (share * all - below)) / count;
    below += count;
  }
  return bounds.at(-1) ?? null;
};

/** Per sample, how long a stage took lately, in milliseconds. */
export const latencies = (
  samples: readonly Sample[],
  stage: MeasuredStage,
  bounds: readonly number[],
  share: number,
): readonly (number | null)[] =>
  samples.map((sample, n) => {
    const before = samples[Math.max(0, n - TOGETHER)]?.stages[stage] ?? [];
    const lately = sample.stages[stage].map((count, of) => count - (n === 0 ? 0 : (before[of] ?? 0)));
    const seconds = quantile(lately, bounds, share);
    return seconds === null ? null : seconds * 1_000;
  });

/** The read models that were furthest behind in all these samples, at most `most`. */
export const furthestBehind = (samples: readonly Sample[], most: number): readonly string[] => {
  const longest = new Map<string, number>();
  for (const { lag } of samples)
    for (const [view, { ms }] of Object.entries(lag)) longest.set(view, Math.max(longest.get(view) ?? 0, ms));
  return [...longest]
    .filter(([, ms]) => ms > 0)
    .sort(([, one], [, other]) => other - one)
    .slice(0, most)
    .map(([view]) => view);
};

export interface OfType {
  readonly type: string;
  readonly done: number;
  readonly refused: number;
  /** Thousandths of a percent. */
  readonly share: number;
}

/** How commands ended since measuring began, the most frequent first. */
export const byType = (sample: Sample | undefined): OfType[] =>
  Object.entries(sample?.commands ?? {})
    .map(([type, { committed, refused }]) => ({
      ...{ type, done: committed, refused },
      share: Math.round((100_000 * committed) / Math.max(1, committed + refused)),
    }))
    .filter(({ done, refused }) => done + refused > 0)
    .sort((one, other) => other.done + other.refused - one.done - one.refused);
