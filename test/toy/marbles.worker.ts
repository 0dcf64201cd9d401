import './dynamic-imports.ts';
import { expose } from 'comlink';
import { createEngine } from '../../src/engine/host/engine.ts';
import { marbleTrade } from './marbles.ts';

/** The back door of the marble trade: a real worker on real IndexedDB. The book's name comes with the worker's. */
expose(
  createEngine({
    application: marbleTrade,
    commands: () => Promise.resolve(marbleTrade),
    followers: () => Promise.resolve(marbleTrade),
    book: self.name,
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => crypto.randomUUID(),
    actor: { id: 'ann', role: 'owner' },
  }),
);
