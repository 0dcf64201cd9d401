import { expect, it } from 'vitest';
import { BatchSize } from './batch-size.ts';
import { Lag } from './lag.ts';
import { Pace } from './pace.ts';
import { backoff, Bell } from './pause.ts';
import { Throughput } from './throughput.ts';

it('lets a few passes go as good as at once after a rest, then waits for a stream of appends to pause', () => {
  const pace = new Pace();
  const quiet = (now: number) => {
    const ms = pace.quiet(now);
    pace.passed(now, 1);
    return ms;
  };
  expect([1_000, 1_001, 1_002, 1_003, 1_004].map(quiet)).toEqual([4, 4, 4, 4, 10]);
  expect(pace.quiet(1_900)).toBe(10);
  expect(pace.quiet(2_500)).toBe(4);
});

it('takes longer gaps for a stream that goes on when passes take long', () => {
  const after = (took: number) => {
    const pace = new Pace();
    for (let n = 0; n < 5; n += 1) pace.passed(1_000, took);
    return pace.quiet(1_000);
  };
  expect([1, 20, 5_000].map(after)).toEqual([10, 40, 100]);
});

it('hears whether it rang within a time, and is woken by none of it', async () => {
  const bell = new Bell();
  bell.ring();
  const within = bell.rungWithin(1);
  expect(await within).toBe(false);
  const again = bell.rungWithin(20);
  bell.ring();
  expect(await again).toBe(true);
  expect(await bell.heard(1)).toBe(false);
});

it('takes more at once while that is quick, less when readers would wait, and one by one around a failure', () => {
  const size = new BatchSize();
  for (let n = 0; n < 9; n += 1) size.took(size.now, 10);
  expect(size.now).toBe(4_000);
  size.took(4_000, 1_000);
  expect(size.now).toBe(2_000);
  for (let n = 0; n < 4; n += 1) size.failed();
  expect(size.now).toBe(1);
  size.took(1, 1);
  expect(size.now).toBe(2);
});

it('does not grow because of batches that were not full', () => {
  const size = new BatchSize();
  const before = size.now;
  size.took(3, 1);
  expect(size.now).toBe(before);
});

it('knows for how long the oldest event has waited', () => {
  const lag = new Lag();
  expect(lag.at(5)).toBe(0);
  lag.announced(10, 100);
  lag.announced(20, 200);
  expect(lag.at(250)).toBe(150);
  lag.reached(10);
  expect(lag.at(250)).toBe(50);
  lag.reached(20);
  expect(lag.at(250)).toBe(0);
});

it('stays small and honest however long nothing is reached', () => {
  const lag = new Lag();
  for (let n = 1; n <= 10_000; n += 1) lag.announced(n, n * 100);
  lag.reached(9_999);
  expect(lag.at(2_000_000)).toBeGreaterThan(0);
  lag.reached(10_000);
  expect(lag.at(2_000_000)).toBe(0);
});

it('measures events per second of work', () => {
  const throughput = new Throughput();
  expect(throughput.perSecond).toBe(0);
  throughput.did(500, 250);
  expect(throughput.perSecond).toBe(2_000);
  for (let n = 0; n < 100; n += 1) throughput.did(100, 100);
  expect(throughput.perSecond).toBeLessThan(1_100);
});

it('waits longer after each failure in a row, but never for ever', () => {
  expect([1, 2, 3].map(backoff)).toEqual([100, 200, 400]);
  expect(backoff(1_000)).toBe(30_000);
});

it('hears a bell that rang before, once', async () => {
  const bell = new Bell();
  bell.ring();
  bell.ring();
  expect(await bell.heard()).toBe(true);
  expect(await bell.heard(1)).toBe(false);
  const heard = bell.heard();
  bell.ring();
  expect(await heard).toBe(true);
});
