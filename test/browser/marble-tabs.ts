import { afterEach, beforeEach } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import type { Receipt } from '../../src/kernel/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';

/** Tabs of a book of marbles, each with a worker of its own: closed after each test. */
export const marbleTabs = () => {
  const now = { book: '', workers: [] as Worker[] };
  let clients: Client[] = [];

  const spawn = (): Worker => {
    const worker = new Worker(new URL('../toy/marbles.worker.ts', import.meta.url), {
      type: 'module',
      name: now.book,
    });
    now.workers.push(worker);
    return worker;
  };
  const tab = (spawner: () => Worker = spawn): Client => {
    const client = createClient({
      book: now.book,
      spawn: spawner,
      views: [JarsByMarbles.view],
      queries: () => Promise.resolve([JarsByMarbles]),
    });
    clients.push(client);
    return client;
  };

  beforeEach(() => {
    now.book = `client-${crypto.randomUUID()}`;
    now.workers = [];
    clients = [];
  });
  afterEach(() => Promise.all(clients.map((client) => client.close())));
  return { now, spawn, tab };
};

export const positionOf = (receipt: Receipt): number =>
  receipt.status === 'committed' ? receipt.position : -1;

export const total = async (client: Client, atLeast: number, timeoutMs = 60_000) =>
  (await client.query(JarsByMarbles, {}, { atLeast, timeoutMs })).answer.total;
