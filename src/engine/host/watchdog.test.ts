import { expect, it } from 'vitest';
import { stuckAmong } from './watchdog.ts';

const checking = {
  kind: 'update',
  state: 'checking',
  generation: 2,
  done: 1,
  total: 2,
  by: 'engine',
} as const;

it('names whatever has not turned for a minute, and nothing that has', () => {
  const views: Parameters<typeof stuckAmong>[0] = [
    { view: 'orders', turnedMs: 30_000 },
    { view: 'stock', turnedMs: 61_000 },
    { view: 'sales', turnedMs: 61_000, rebuild: checking },
  ];
  const processes = [
    { process: 'allocation', turnedMs: 90_000 },
    { process: 'reminders', turnedMs: 1_900 },
  ];
  expect(stuckAmong(views, processes)).toEqual(['stock', 'allocation']);
});
