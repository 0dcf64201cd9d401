import { describe, expect, it, vi } from 'vitest';
import { createPast } from '../../src/engine/past/index.ts';
import type { Counted } from '../../src/engine/past/pass.ts';
import { defineQuery } from '../../src/kernel/index.ts';
import { ArrayFeed } from '../browser/array-feed.ts';
import { jarView, JarsByMarbles, MarblesAdded, type JarTables } from '../toy/marbles.ts';

const jarsAgain = { ...jarView, name: 'jars-again' };
const JarsAgain = defineQuery<JarTables>()({
  ...{ name: 'JarsAgain', view: 'jars-again', permission: 'jar.see' },
  params: JarsByMarbles.params,
  run: async ({ totals }, _: { limit: number }) => (await totals.get('all'))?.marbles ?? 0,
});

const of = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T12:00:00.000Z`;

/** One marble a day into one jar. */
const daysOf = (days: number): ArrayFeed => {
  const feed = new ArrayFeed();
  for (let day = 1; day <= days; day++)
    feed.append([MarblesAdded({ jar: 'red', count: 1 })], { recordedAt: of(day) });
  return feed;
};

const pastOf = (feed: ArrayFeed) => {
  const past = createPast({ projections: [jarView, jarsAgain], queries: [JarsByMarbles, JarsAgain] }, feed);
  let asked = 0;
  const totalOn = async (day: number, query = 'JarsByMarbles'): Promise<unknown> => {
    const then = { instant: of(day) };
    const { answer } = await past.ask({ query, params: {}, then, attemptId: String(asked++) });
    return typeof answer === 'object' && answer !== null && 'total' in answer ? answer.total : answer;
  };
  return { ...past, totalOn };
};

describe('a pass over the log', () => {
  it('builds all read models that are asked for before it begins, and is kept for what is asked after', async () => {
    const feed = daysOf(9);
    const { totalOn, forget } = pastOf(feed);
    expect(await Promise.all([totalOn(4), totalOn(4, 'JarsAgain')])).toEqual([4, 4]);
    const { reads } = feed;
    expect(await totalOn(4)).toBe(4);
    expect(feed.reads).toBe(reads);
    forget();
    expect(await totalOn(4)).toBe(4);
    expect(feed.reads).toBeGreaterThan(reads);
    forget();
  });

  it('is gone through again when something was written that belongs to its moment', async () => {
    const feed = daysOf(3);
    const { totalOn, forget } = pastOf(feed);
    expect(await totalOn(20)).toBe(3);
    feed.append([MarblesAdded({ jar: 'red', count: 1 })], { recordedAt: of(19) });
    expect(await totalOn(20)).toBe(4);
    // What is over stays as it was, whatever is written now.
    expect(await totalOn(2)).toBe(2);
    const { reads } = feed;
    feed.append([MarblesAdded({ jar: 'red', count: 1 })], { recordedAt: of(21) });
    expect(await totalOn(2)).toBe(2);
    expect(feed.reads).toBe(reads);
    forget();
  });

  it('tells how far it is, and stops when nobody waits for it any more', async () => {
    const feed = daysOf(5);
    const past = pastOf(feed);
    const told = vi.fn<(counted: Counted) => void>();
    const asked = { query: 'JarsByMarbles', params: {}, then: { position: 3 } };
    await past.ask({ ...asked, attemptId: 'told' }, told);
    expect(told).toHaveBeenLastCalledWith({ done: 3, total: 5 });

    const given = past.ask({ ...asked, then: { position: 4 }, attemptId: 'given up' });
    past.leave('given up');
    await expect(given).rejects.toThrow('nobody waits');
    // And whoever asks after that gets an answer.
    await expect(past.ask({ ...asked, then: { position: 4 }, attemptId: 'again' })).resolves.toMatchObject({
      position: 4,
    });
    past.forget();
  });

  it('fails for those who wait when the log can’t be read, and works again once it can', async () => {
    const feed = daysOf(5);
    const { totalOn, forget } = pastOf(feed);
    feed.failure = new Error('no disk');
    await expect(totalOn(4)).rejects.toThrow('no disk');
    feed.failure = undefined;
    expect(await totalOn(4)).toBe(4);
    forget();
  });
});
