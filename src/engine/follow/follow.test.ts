import { describe, expect, it, vi } from 'vitest';
import type { EventEnvelope } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { BatchSize } from './batch-size.ts';
import { Follower } from './follower.ts';
import type { Following } from './following.ts';
import { Lag } from './lag.ts';
import { Pace } from './pace.ts';
import { backoff, Bell } from './pause.ts';
import { Throughput } from './throughput.ts';
import { eventually } from '../../../test/browser/eventually.ts';

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

it('waits for no stream where appends come as people make them', () => {
  const pace = new Pace();
  for (let n = 0; n < 5; n += 1) pace.passed(1_000, 30);
  const quiet = (appendedAt: number) => {
    pace.appended(appendedAt);
    return pace.quiet(1_100);
  };
  expect([1_000, 1_100, 1_110].map(quiet)).toEqual([4, 4, 60]);
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

describe('a follower', () => {
  const following = (over: Partial<Following> = {}): Following => ({
    handles: new Set(['Told']),
    open: () => Promise.resolve(0),
    take: (_, __, { position }) => Promise.resolve(position),
    caughtUp: () => Promise.resolve(),
    close: () => undefined,
    ...over,
  });
  const feedOf = (head: number): LogFeed => ({
    head: () => head,
    read: (after) =>
      Promise.resolve(after < head ? [{ id: 'e', position: head, type: 'Told' } as EventEnvelope] : []),
    stream: () => Promise.resolve([]),
    busy: () => false,
    bulk: () => false,
    subscribe: () => () => undefined,
  });
  const started = (what: Following, elapsed: () => number, head = 1) => {
    const clock = { now: () => '', elapsed };
    const follower = new Follower(what, { feed: feedOf(head), clock, onProgress: () => undefined });
    follower.start();
    return follower;
  };

  it('that hangs on an answer says when its loop last turned, although it lags behind nothing', async () => {
    let now = 0;
    const hung = started(following({ caughtUp: () => new Promise(() => undefined) }), () => now);
    await eventually(() => expect(hung.progress()).toMatchObject({ state: 'live', lagEvents: 0 }));
    now = 90_000;
    expect(hung.progress().turnedMs).toBeGreaterThan(60_000);
  });

  it('that has nothing to do turns all the same', async () => {
    vi.useFakeTimers();
    const idle = started(following(), () => Date.now());
    await vi.advanceTimersByTimeAsync(120_000);
    expect(idle.progress().turnedMs).toBeLessThan(3_000);
    await idle.stop();
    vi.useRealTimers();
  });

  it('that is held ends what is under way and begins nothing more until it is let go', async () => {
    let done: () => void = () => undefined;
    let takes = 0;
    const take: Following['take'] = async (_, __, { position }) => {
      takes += 1;
      await new Promise<void>((resolve) => (done = resolve));
      return position;
    };
    const follower = started(following({ take }), () => 0);
    await eventually(() => expect(takes).toBe(1));
    const held = follower.hold();
    done();
    const release = await held;
    expect(follower.position).toBe(1);
    follower.restart();
    release();
    await eventually(() => expect(takes).toBe(2));
    done();
    await follower.stop();
  });

  it('stands still for each who holds it, one after another, whatever another lets go of or begins anew', async () => {
    const open = vi.fn(() => Promise.resolve(0));
    const follower = started(following({ open }), () => 0);
    await eventually(() => expect(follower.progress().state).toBe('live'));
    const comparing = await follower.hold();
    const second = vi.fn();
    const retrying = follower.hold();
    void retrying.then(second);
    follower.restart();
    await new Promise((resolve) => setTimeout(resolve));
    expect(second).not.toHaveBeenCalled();
    comparing();
    comparing();
    const release = await retrying;
    await new Promise((resolve) => setTimeout(resolve));
    expect(open).toHaveBeenCalledOnce();
    release();
    await eventually(() => expect(open).toHaveBeenCalledTimes(2));
    await follower.stop();
  });

  it('ends although it is held', async () => {
    const follower = started(following(), () => 0);
    await eventually(() => expect(follower.progress().state).toBe('live'));
    await follower.hold();
    await follower.stop();
    expect(follower.progress().state).toBe('live');
  });
});
