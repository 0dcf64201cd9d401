import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { MarblesByColour } from '../toy/newer-marbles.ts';
import type { Receipt } from '../../src/kernel/index.ts';
import { takeOverRegistry } from './read-models.ts';
import { eventually } from './eventually.ts';

/** Two versions of an app on one book (promises.md, rows 20 and 21): an event has a newer shape in one of them. */

let book: string;
let clients: Client[];

const older = (): Client => {
  const spawn = () =>
    new Worker(new URL('../toy/marbles.worker.ts', import.meta.url), { type: 'module', name: book });
  const client = createClient({
    book,
    spawn,
    views: [JarsByMarbles.view],
    queries: () => Promise.resolve([JarsByMarbles]),
  });
  clients.push(client);
  return client;
};
const newer = (): Client => {
  const spawn = () =>
    new Worker(new URL('../toy/newer-marbles.worker.ts', import.meta.url), { type: 'module', name: book });
  const client = createClient({
    book,
    spawn,
    views: [MarblesByColour.view],
    queries: () => Promise.resolve([MarblesByColour]),
  });
  clients.push(client);
  return client;
};
const lockedAsOlder = (client: Client) =>
  eventually(() => {
    expect(client.connection.lockdown?.fault).toBe('newer-version');
  });
const addRed = { jar: 'a', count: 2, colour: 'red' };

beforeEach(() => {
  book = `versions-${crypto.randomUUID()}`;
  clients = [];
});
afterEach(() => Promise.all(clients.map((client) => client.close())));

describe('a newer version opened beside an older one', () => {
  it('takes over the writing and the read models, and reads the old shapes as new ones', async () => {
    const old = older();
    await old.dispatch('AddMarbles', { jar: 'a', count: 3 });
    await eventually(async () => {
      expect((await old.health()).leads).toBe(true);
    });
    const young = newer();
    const receipt = await young.dispatch('AddMarbles', addRed);
    expect(receipt).toMatchObject({ status: 'committed', position: 2 });
    await lockedAsOlder(old);
    const { answer, stale } = await young.query(MarblesByColour, {}, { atLeast: 2, timeoutMs: 60_000 });
    expect({ answer, stale }).toEqual({
      answer: [
        { name: 'plain', marbles: 3 },
        { name: 'red', marbles: 2 },
      ],
      stale: false,
    });
    expect((await young.health()).leads).toBe(true);
  });

  it('leaves the older one to read, and nothing of an old shape comes behind its own', async () => {
    const old = older();
    await old.dispatch('AddMarbles', { jar: 'a', count: 3 });
    const young = newer();
    await young.dispatch('AddMarbles', addRed);
    await lockedAsOlder(old);
    expect(await old.dispatch('AddMarbles', { jar: 'a', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'newer-version',
    });
    await young.dispatch('AddMarbles', addRed);
    const shapes = (await young.events({ after: 0, limit: 9 })).map(({ schemaVersion }) => schemaVersion);
    expect(shapes).toEqual([1, 2, 2]);
  });

  it('ends what the older one had under way as one truth: booked before it, or not at all', async () => {
    const old = older();
    await old.dispatch('AddMarbles', { jar: 'a', count: 3 });
    const young = newer();
    const ids = Array.from({ length: 40 }, () => old.newId());
    const sent: Promise<Receipt>[] = [];
    for (const commandId of ids) {
      sent.push(old.dispatch('AddMarbles', { jar: 'a', count: 1 }, { commandId }));
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    const booked: string[] = [];
    for (const receipt of await Promise.all(sent))
      if (receipt.status === 'committed') booked.push(receipt.commandId);
      else expect(receipt).toMatchObject({ status: 'in-doubt', reason: 'newer-version' });
    const events = await young.events({ after: 1, limit: 99 });
    expect(events.map(({ meta }) => meta.commandId)).toEqual(booked);
    expect(old.connection.checking).toBe(0);
  });

  it('is told of by the older one also when it lays out nothing anew but its own bookkeeping', async () => {
    const old = older();
    const seen: number[] = [];
    old.live(JarsByMarbles, {}).subscribe(({ total }) => seen.push(total));
    await old.dispatch('AddMarbles', { jar: 'a', count: 3 });
    await eventually(() => {
      expect(seen.at(-1)).toBe(3);
    });
    await takeOverRegistry(book);
    await lockedAsOlder(old);
    expect(await old.dispatch('AddMarbles', { jar: 'a', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'newer-version',
    });
  });

  it('keeps the older one from opening the book again, also when no newer one is open', async () => {
    const young = newer();
    await young.dispatch('AddMarbles', addRed);
    await young.close();
    clients = [];
    const old = older();
    await lockedAsOlder(old);
    expect(await old.dispatch('AddMarbles', { jar: 'a', count: 1 })).toMatchObject({
      status: 'in-doubt',
      reason: 'newer-version',
    });
  });
});
