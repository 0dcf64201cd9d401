import { expect, it } from 'vitest';
import type { ViewStatus } from '../projector/index.ts';
import { furthestBehind } from './lag.ts';

const view = (more: Partial<ViewStatus> = {}): ViewStatus => ({
  ...{ view: 'order-list', version: 1, generation: 1, state: 'live', parked: 0 },
  ...{ position: 100, head: 100, lagEvents: 0, lagMs: 0, eventsPerSecond: 0, attempts: 0, turnedMs: 0 },
  ...more,
});
const behind = (position: number) => view({ state: 'catching-up', position, lagEvents: 100 - position });
const update = (state: 'building' | 'checking' | 'failed', done: number) =>
  view({
    state: 'rebuilding',
    rebuild: { kind: 'update', state, generation: 2, done, total: 100, by: 'engine' },
  });

it('is of the one furthest behind, and of none where all follow', () => {
  expect(furthestBehind([])).toBeUndefined();
  expect(furthestBehind([view(), view()])).toBeUndefined();
  expect(furthestBehind([view(), behind(90), behind(40)])).toEqual({ done: 40, total: 100 });
});

it('counts what is made anew after an update until it serves, also while that is checked', () => {
  expect(furthestBehind([view(), update('building', 30)])).toMatchObject({ done: 30, total: 100 });
  expect(furthestBehind([update('checking', 70)])).toMatchObject({ done: 70, total: 100 });
});

it('leaves out what is not on its way, and what is made anew beside one that serves', () => {
  expect(furthestBehind([update('failed', 30), view({ state: 'failed', lagEvents: 60 })])).toBeUndefined();
  expect(furthestBehind([view({ state: 'parked', parked: 1 })])).toBeUndefined();
  const asked = {
    kind: 'rebuild',
    state: 'building',
    generation: 2,
    done: 5,
    total: 100,
    by: 'ada',
  } as const;
  expect(furthestBehind([view({ state: 'rebuilding', rebuild: asked })])).toBeUndefined();
});
