import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SlowBook } from '../../../test/browser/slow-book.ts';
import type { Client, JobStatus } from '../../client/index.ts';
import { followStillComing } from './still-coming.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Whoever looks at a book whose jobs and lag are told by hand. */
const looking = () => {
  const book = new SlowBook();
  const tell: { jobs?: (jobs: readonly Partial<JobStatus>[]) => void; lag?: (lag: unknown) => void } = {};
  Object.assign(book.client, {
    jobs: { subscribe: (next: never) => ((tell.jobs = next), () => undefined) },
    lag: { subscribe: (next: never) => ((tell.lag = next), () => undefined) },
  } satisfies Record<keyof Pick<Client, 'jobs' | 'lag'>, unknown>);
  let seen: number | undefined;
  book.show(() => {
    const coming = followStillComing();
    $effect(() => {
      seen = coming.current;
    });
    return {};
  }, {});
  const after = (ms: number, tells?: () => void): number | undefined => {
    tells?.();
    flushSync();
    vi.advanceTimersByTime(ms);
    flushSync();
    return seen;
  };
  return { tell, after };
};

it('says nothing of what is over in a moment, and how far it is of what lasts', () => {
  const { tell, after } = looking();
  expect(after(900, () => tell.lag?.({ done: 1, total: 2 }))).toBeUndefined();
  expect(after(5_000, () => tell.lag?.(undefined))).toBeUndefined();
  expect(after(1_600, () => tell.lag?.({ done: 1, total: 4 }))).toBe(0.25);
  expect(after(0, () => tell.lag?.({ done: 3, total: 4 }))).toBe(0.75);
  expect(after(0, () => tell.lag?.(undefined))).toBeUndefined();
});

it('counts a job that writes, and neither a check nor a file that is made', () => {
  const { tell, after } = looking();
  const job = (type: string, more: Partial<JobStatus> = {}): Partial<JobStatus> => ({
    ...{ type, payload: {}, status: 'running', progress: { done: 30, total: 40 }, ...more },
  });
  const others = [
    job('ExportList'),
    job('ImportBook', { payload: { mode: 'check' } }),
    job('UndoImport', { status: 'finished' }),
  ];
  expect(after(2_000, () => tell.jobs?.(others))).toBeUndefined();
  for (const type of ['ImportBook', 'UndoImport', 'FillSampleBook']) {
    expect(after(2_000, () => tell.jobs?.([...others, job(type)]))).toBe(0.75);
    expect(after(0, () => tell.jobs?.(others))).toBeUndefined();
  }
});
