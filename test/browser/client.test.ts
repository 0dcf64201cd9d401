import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../src/client/index.ts';
import type { Moment } from '../../src/engine/past/until.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { eventually } from './eventually.ts';
import { marbleTabs, positionOf, total } from './marble-tabs.ts';
import { terminating } from './terminating.ts';

/** The whole way in a real browser: page, Comlink, worker, IndexedDB, projector, read store. */

const { now, tab } = marbleTabs();

describe('a command through a real worker', () => {
  it('is committed, and a query that waits for its position sees it', async () => {
    const client = tab();
    const receipt = await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
    expect(receipt).toMatchObject({ status: 'committed', position: 1 });
    const patient = { atLeast: positionOf(receipt), timeoutMs: 60_000 };
    const { answer, stale } = await client.query(JarsByMarbles, {}, patient);
    expect(stale).toBe(false);
    expect(answer).toEqual({ rows: [{ jar: 'red', marbles: 3 }], total: 3 });
  });

  it('is known to whatever the same page asks next', async () => {
    const client = tab();
    for (let n = 1; n <= 10; n += 1) {
      await client.dispatch('AddMarbles', { jar: `jar-${String(n)}`, count: 1 });
      const { answer } = await client.query(JarsByMarbles, {}, { timeoutMs: 60_000 });
      expect(answer.total).toBe(n);
    }
  });

  it('is marked as on its way until the read models show it', async () => {
    const client = tab();
    await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
    expect(client.pending.of('red')).toBe(true);
    await eventually(() => {
      expect(client.pending.of('red')).toBe(false);
    });
  });

  it('starts a process, whose own command is seen like any other', async () => {
    const client = tab();
    await client.dispatch('AddMarbles', { jar: 'leaky', count: 3 });
    await client.dispatch('MoveMarbles', { from: 'leaky', to: 'red', count: 2 });
    expect(await total(client, 4)).toBe(4);
    const events = await client.events({ after: 0, limit: 9 });
    expect(events.at(-1)).toMatchObject({ type: 'MarblesAdded', meta: { causationId: events[1]?.id } });
  });

  it('lists its refusals and describes what it takes', async () => {
    const client = tab();
    await client.dispatch('MoveMarbles', { from: 'red', to: 'blue', count: 2 });
    expect(await client.refusals(5)).toMatchObject([{ command: { type: 'MoveMarbles' } }]);
    const { commands } = await client.describe();
    expect(commands.find(({ name }) => name === 'AddMarbles')).toMatchObject({
      schema: { type: 'object', required: ['jar', 'count'] },
    });
  });
});

describe('the past', () => {
  it('is answered as of a position and as of an instant, whatever came after', async () => {
    const client = tab();
    const first = await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
    const between = new Date().toISOString();
    await vi.waitUntil(() => new Date().toISOString() > between);
    await client.dispatch('AddMarbles', { jar: 'blue', count: 4 });
    const asOf = async (moment: Moment) => (await client.query(JarsByMarbles, {}, { asOf: moment })).answer;
    const then = { rows: [{ jar: 'red', marbles: 3 }], total: 3 };
    expect(await asOf({ position: positionOf(first) })).toEqual(then);
    expect(await asOf({ instant: between })).toEqual(then);
    expect((await asOf({ instant: new Date().toISOString() })).total).toBe(7);
    await expect(client.query(JarsByMarbles, { limit: 'x' }, { asOf: { position: 1 } })).rejects.toThrow();
  });
});

describe('two tabs of one book', () => {
  it('both write, one projects, and each sees the other live', async () => {
    const [one, two] = [tab(), tab()];
    const seen: number[] = [];
    two.live(JarsByMarbles, {}).subscribe(({ total: marbles }) => seen.push(marbles));
    const receipts = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        (n % 2 ? one : two).dispatch('AddMarbles', { jar: 'red', count: 1 }, { durability: 'relaxed' }),
      ),
    );
    expect(receipts.filter(({ status }) => status !== 'committed')).toEqual([]);
    await eventually(() => {
      expect(seen.at(-1)).toBe(100);
    });
    // A tab that follows knows of the read models what the one that leads says to it in time.
    await eventually(async () => {
      const healths = await Promise.all([one.health(), two.health()]);
      expect(healths.map(({ leads }) => leads).sort()).toEqual([false, true]);
      expect(healths.map(({ views }) => views.length)).toEqual([1, 1]);
    });
  });

  terminating('hand the projector over when the leading tab dies', async () => {
    const one = tab();
    await eventually(async () => {
      expect((await one.health()).leads).toBe(true);
    });
    const two = tab();
    await two.dispatch('AddMarbles', { jar: 'red', count: 1 });
    now.workers[0]?.terminate();
    const receipt = await two.dispatch('AddMarbles', { jar: 'red', count: 1 });
    expect(await total(two, positionOf(receipt))).toBe(2);
    expect((await two.health()).leads).toBe(true);
  });
});

describe('a job', () => {
  const ended = (client: Client) =>
    new Promise<{ status: string; report: unknown }>((resolve) => {
      client.jobs.subscribe(([job]) => {
        if (job && ['finished', 'cancelled', 'failed'].includes(job.status)) resolve(job);
      });
    });

  it('is accepted at once, runs in chunks and ends with its report', async () => {
    const client = tab();
    const receipt = await client.startJob('FillManyJars', { jars: 50, perChunk: 7 }, { commandId: 'job-1' });
    expect(receipt).toEqual({ status: 'accepted', commandId: 'job-1', jobId: 'job-1' });
    expect(await ended(client)).toMatchObject({ status: 'finished', report: { filled: 50 } });
    expect(await total(client, 50)).toBe(50);
    const again = (jars: number) =>
      client.startJob('FillManyJars', { jars, perChunk: 7 }, { commandId: 'job-1' });
    expect((await again(50)).status).toBe('accepted');
    expect(await again(60)).toMatchObject({ rejection: { code: 'command-id-reused' } });
    const told = await client.job('job-1');
    expect(told).toMatchObject({
      ...{ id: 'job-1', type: 'FillManyJars', status: 'finished' },
      ...{ progress: { done: 50, total: 50 }, report: { filled: 50 } },
    });
    expect(told).not.toHaveProperty('cursor');
    expect(await client.job('job-2')).toBeUndefined();
  });

  it('stops cleanly between two chunks when it is cancelled', async () => {
    const client = tab();
    await client.startJob('FillManyJars', { jars: 100_000, perChunk: 5 }, { commandId: 'job-1' });
    await new Promise<void>((resolve) => {
      client.jobs.subscribe(([job]) => {
        if (job && job.progress.done > 10) resolve();
      });
    });
    await client.cancelJob('job-1');
    const { status, report } = await ended(client);
    expect(status).toBe('cancelled');
    const { head } = await client.health();
    expect(report).toEqual({ filled: head.position });
    expect(head.position % 5).toBe(0);
  });

  it('goes on in the next worker after the first one died', async () => {
    const client = tab();
    await client.startJob('FillManyJars', { jars: 100, perChunk: 5 }, { commandId: 'job-1' });
    await new Promise<void>((resolve) => {
      client.jobs.subscribe(([job]) => {
        if (job && job.progress.done > 10) resolve();
      });
    });
    client.lock();
    expect(await ended(client)).toMatchObject({ status: 'finished' });
    expect(await total(client, 100)).toBe(100);
  });
});

describe('a book whose connection is taken away', () => {
  const locked = (client: Client, fault: string) =>
    eventually(() => {
      expect(client.connection.lockdown?.fault).toBe(fault);
    });

  it('is locked at once when a newer version upgrades it, and takes no command', async () => {
    const client = tab();
    await client.dispatch('AddMarbles', { jar: 'red', count: 1 });
    await new Promise<void>((resolve) => {
      indexedDB.open(`${now.book}-log`, 9_000_000).onsuccess = () => {
        resolve();
      };
    });
    await locked(client, 'newer-version');
    expect(await client.dispatch('AddMarbles', { jar: 'red', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'newer-version',
    });
  });

  it('is locked, and no first run, when the browser has thrown it away', async () => {
    const client = tab();
    await client.dispatch('AddMarbles', { jar: 'red', count: 1 });
    indexedDB.deleteDatabase(`${now.book}-log`);
    await locked(client, 'book-missing');
    expect(await client.dispatch('AddMarbles', { jar: 'red', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'book-missing',
    });
  });
});
