/** @param {readonly number[]} values @param {number} share 0 … 1 */
export const percentile = (values, share) => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
};

/** @param {readonly number[]} values */
export const median = (values) => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2
    ? sorted[Math.floor(middle)]
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

const sum = (values) => values.reduce((total, value) => total + value, 0);

/** How many per second, when these took so many milliseconds one after the other. */
export const rateOf = (times) => (1000 * times.length) / sum(times);

/**
 * Median, over rounds, of one figure against another of the same round: what disturbs the machine disturbs both.
 * @param {readonly number[]} ours @param {readonly number[]} theirs
 */
export const pairedRatio = (ours, theirs) => median(ours.map((value, n) => value / (theirs[n] ?? NaN)));

/** The parties of each round take turns in going first. */
export const turns = (parties, round) => (round % 2 ? parties.toReversed() : parties);
