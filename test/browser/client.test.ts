import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import type { Moment } from '../../src/engine/past/until.ts';
import type { Receipt } from '../../src/kernel/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { terminating } from './terminating.ts';
import { eventually } from './eventually.ts';

/** The whole way in a real browser: page, Comlink, worker, IndexedDB, projector, read store. */

let book: string;
let workers: Worker[];
let clients: Client[];

const spawn = () => {
  const worker = new Worker(new URL('../toy/marbles.worker.ts', import.meta.url), {
    type: 'module',
    name: book,
  });
  workers.push(worker);
  return worker;
};
const tab = (spawner: () => Worker = spawn): Client => {
  const client = createClient({ book, spawn: spawner, queries: [JarsByMarbles] });
  clients.push(client);
  return client;
};

const positionOf = (receipt: Receipt): number => (receipt.status === 'committed' ? receipt.position : -1);
const total = async (client: Client, atLeast: number) =>
  (await client.query(JarsByMarbles, {}, { atLeast, timeoutMs: 10_000 })).answer.total;

beforeEach(() => {
  book = `client-${crypto.randomUUID()}`;
  workers = [];
  clients = [];
});
afterEach(() => Promise.all(clients.map((client) => client.close())));

describe('a command through a real worker', () => {
  it('is committed, and a query that waits for its position sees it', async () => {
    const client = tab();
    const receipt = await client.dispatch('AddMarbles', { jar: 'red', count: 3 });
    expect(receipt).toMatchObject({ status: 'committed', position: 1 });
    const { answer, stale } = await client.query(JarsByMarbles, {}, { atLeast: positionOf(receipt) });
    expect(stale).toBe(false);
    expect(answer).toEqual({ rows: [{ jar: 'red', marbles: 3 }], total: 3 });
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
    const healths = await Promise.all([one.health(), two.health()]);
    expect(healths.map(({ leads }) => leads).sort()).toEqual([false, true]);
    expect(healths.map(({ views }) => views.length)).toEqual([1, 1]);
  });

  terminating('hand the projector over when the leading tab dies', async () => {
    const one = tab();
    await eventually(async () => {
      expect((await one.health()).leads).toBe(true);
    });
    const two = tab();
    await two.dispatch('AddMarbles', { jar: 'red', count: 1 });
    workers[0]?.terminate();
    const receipt = await two.dispatch('AddMarbles', { jar: 'red', count: 1 });
    expect(await total(two, positionOf(receipt))).toBe(2);
    expect((await two.health()).leads).toBe(true);
  });
});

describe('a worker that fails', () => {
  terminating(
    'is replaced when it is terminated with commands under way, and each is booked exactly once',
    async () => {
      const client = tab();
      await client.dispatch('AddMarbles', { jar: 'red', count: 1 });
      const receipts: Promise<Receipt>[] = [];
      for (let n = 0; n < 20; n += 1) receipts.push(client.dispatch('AddMarbles', { jar: 'red', count: 1 }));
      workers[0]?.terminate();
      const settled = await Promise.all(receipts);
      expect(settled.map(({ status }) => status)).toEqual(settled.map(() => 'committed'));
      expect(client.connection.checking).toBe(0);
      expect(await total(client, Math.max(...settled.map(positionOf)))).toBe(21);
    },
  );

  it('is tried again when its file is not there at first', async () => {
    let first = true;
    // No address of the test server: it would answer with the page, and begin to bundle all of it.
    const nowhere = URL.createObjectURL(new Blob());
    URL.revokeObjectURL(nowhere);
    const client = tab(() => {
      const missing = first && new Worker(nowhere, { type: 'module' });
      first = false;
      return missing || spawn();
    });
    const checking = vi.fn();
    const receipt = await client.dispatch('AddMarbles', { jar: 'red', count: 1 }, { onChecking: checking });
    expect(receipt.status).toBe('committed');
    expect(checking).toHaveBeenCalledOnce();
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
    client.reconnect();
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
      indexedDB.open(`${book}-log`, 9_000_000).onsuccess = () => {
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
    indexedDB.deleteDatabase(`${book}-log`);
    await locked(client, 'book-missing');
    expect(await client.dispatch('AddMarbles', { jar: 'red', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'book-missing',
    });
  });
});
