import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { MarblesByColour } from '../toy/newer-marbles.ts';
import { eventually } from './eventually.ts';

/** Two versions of an app on one book (promises.md, rows 20 and 21): an event has a newer shape in one of them. */

let book: string;
let clients: Client[];

const older = (): Client => {
  const spawn = () =>
    new Worker(new URL('../toy/marbles.worker.ts', import.meta.url), { type: 'module', name: book });
  const client = createClient({ book, spawn, queries: [JarsByMarbles] });
  clients.push(client);
  return client;
};
const newer = (): Client => {
  const spawn = () =>
    new Worker(new URL('../toy/newer-marbles.worker.ts', import.meta.url), { type: 'module', name: book });
  const client = createClient({ book, spawn, queries: [MarblesByColour] });
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
    const { answer, stale } = await young.query(MarblesByColour, {}, { atLeast: 2, timeoutMs: 10_000 });
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
