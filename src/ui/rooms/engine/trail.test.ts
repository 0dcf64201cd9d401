import { describe, expect, it } from 'vitest';
import { withPoint, writtenPerSecond, type Point } from './trail.ts';

const health = (position: number, ...lags: number[]) => ({
  head: { position, hash: '' },
  views: lags.map((lagEvents) => ({ lagEvents })) as never,
});

describe('the trail of the last minutes', () => {
  it('says how far the furthest list was behind, and nothing while nobody says', () => {
    const trail = withPoint(withPoint([], health(9), 1_000), health(9, 2, 5, 0), 2_000);
    expect(trail.map(({ behind }) => behind)).toEqual([null, 5]);
  });

  it('says how many entries were written a second', () => {
    const trail = withPoint(withPoint([], health(10, 0), 1_000), health(40, 0), 3_000);
    expect(writtenPerSecond(trail)).toEqual([null, 15]);
  });

  it('keeps five minutes', () => {
    let trail: readonly Point[] = [];
    for (let n = 0; n < 400; n += 1) trail = withPoint(trail, health(n, 0), n * 1_000);
    expect([trail.length, trail[0]?.at, trail.at(-1)?.at]).toEqual([300, 100_000, 399_000]);
  });
});
