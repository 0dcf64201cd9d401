import { afterEach, beforeEach } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { views } from '../../src/views/names.ts';
import { queries } from '../../src/views/queries.ts';

/** Tabs of a book of the real trade, each with a worker of its own: closed after each test. */
export const shopTabs = () => {
  const now = { book: '', clients: [] as Client[] };

  const spawn = (): Worker =>
    new Worker(new URL('../toy/shop.worker.ts', import.meta.url), { type: 'module', name: now.book });
  const tab = (spawner: () => Worker = spawn): Client => {
    const client = createClient({
      book: now.book,
      spawn: spawner,
      views,
      queries: () => Promise.resolve(queries),
    });
    now.clients.push(client);
    return client;
  };
  /** As when the browser is closed. */
  const closeAll = () => Promise.all(now.clients.splice(0).map((client) => client.close()));

  beforeEach(() => {
    now.book = `shop-${crypto.randomUUID()}`;
    now.clients = [];
  });
  afterEach(closeAll);
  return { now, spawn, tab, closeAll };
};
