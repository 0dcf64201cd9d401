import { describe, expect, it } from 'vitest';
import type { Sample } from '../../../../client/index.ts';
import { byType, furthestBehind, latencies, perSecond, quantile } from './figures.ts';

const BOUNDS = [0.001, 0.01, 0.1];

const sample = (at: number, more: Partial<Sample> = {}): Sample => ({
  ...{ at, commands: {}, refusals: {}, lag: {}, deadLetters: 0, queue: { commands: 0, reactions: 0 } },
  stages: { decide: [0, 0, 0, 0], append: [0, 0, 0, 0], project: [0, 0, 0, 0] },
  ...more,
});

const taken = (committed: number, refused = 0) => ({ commands: { TakeOrder: { committed, refused } } });

describe('commands a second', () => {
  it('are those since the sample before', () => {
    const samples = [sample(0, taken(4)), sample(2_000, taken(10, 1)), sample(3_000, taken(10, 1))];
    expect(perSecond(samples, 'committed')).toEqual([null, 3, 0]);
    expect(perSecond(samples, 'refused')).toEqual([null, 0.5, 0]);
  });
});

describe('a quantile', () => {
  it('lies within the class that holds it', () => {
    expect(quantile([0, 10, 0, 0], BOUNDS, 0.5)).toBeCloseTo(0.0055);
    expect(quantile([90, 0, 10, 0], BOUNDS, 0.95)).toBeCloseTo(0.055);
    expect(quantile([1, 0, 0, 0], BOUNDS, 1)).toBe(0.001);
  });

  it('is the last bound for what took longer, and nothing where nothing was counted', () => {
    expect(quantile([0, 0, 0, 3], BOUNDS, 0.5)).toBe(0.1);
    expect(quantile([0, 0, 0, 0], BOUNDS, 0.5)).toBeNull();
  });
});

it('says how long a stage took lately, not ever since', () => {
  const counts = (decide: number[]) => ({ stages: { decide, append: [], project: [] } });
  const samples = [
    sample(0, counts([0, 0, 100, 0])),
    ...[1, 2, 3, 4, 5, 6].map((n) => sample(n * 2_000, counts([10 * n, 0, 100, 0]))),
  ];
  const last = latencies(samples, 'decide', BOUNDS, 0.95).at(-1);
  expect(last).toBeLessThanOrEqual(1);
});

it('names the lists that were furthest behind', () => {
  const lag = (orders: number, stock: number) => ({
    lag: { orders: { events: 1, ms: orders }, stock: { events: 1, ms: stock }, sales: { events: 0, ms: 0 } },
  });
  const samples = [sample(0, lag(5, 90)), sample(1, lag(40, 0))];
  expect(furthestBehind(samples, 5)).toEqual(['stock', 'orders']);
  expect(furthestBehind(samples, 1)).toEqual(['stock']);
});

it('gives the share of each kind of command that was done', () => {
  const commands = {
    Pay: { committed: 1, refused: 0 },
    Ship: { committed: 2, refused: 1 },
    Sit: { committed: 0, refused: 0 },
  };
  expect(byType(sample(0, { commands }))).toEqual([
    { type: 'Ship', done: 2, refused: 1, share: 66_667 },
    { type: 'Pay', done: 1, refused: 0, share: 100_000 },
  ]);
});
