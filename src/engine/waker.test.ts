import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Waker } from './waker.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('looks once more when it is woken while it works, and never twice at a time', async () => {
  let atOnce = 0;
  let most = 0;
  const runs: number[] = [];
  const waker = new Waker(async () => {
    most = Math.max(most, ++atOnce);
    if (runs.push(runs.length) === 1) waker.wake();
    await Promise.resolve();
    atOnce -= 1;
  });
  waker.wake();
  await vi.runAllTimersAsync();
  expect([runs.length, most]).toEqual([2, 1]);
  waker.wake();
  await vi.runAllTimersAsync();
  expect(runs.length).toBe(3);
});

it('tries again a while after a failure, unless it was stopped', async () => {
  let runs = 0;
  const waker = new Waker(() => {
    runs += 1;
    return Promise.reject(new Error('no room'));
  });
  waker.wake();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(runs).toBe(1);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(runs).toBe(2);
  await waker.stop();
  await vi.runAllTimersAsync();
  waker.wake();
  expect(runs).toBe(2);
});
