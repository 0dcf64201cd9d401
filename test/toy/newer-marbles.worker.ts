import './dynamic-imports.ts';
import { expose } from 'comlink';
import { createEngine } from '../../src/engine/host/engine.ts';
import { newerMarbleTrade } from './newer-marbles.ts';

/** The back door of the marble trade of a later version, on the same books. */
expose(
  createEngine({
    application: newerMarbleTrade,
    commands: () => Promise.resolve(newerMarbleTrade),
    followers: () => Promise.resolve(newerMarbleTrade),
    book: self.name,
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => crypto.randomUUID(),
    actor: { id: 'ann', role: 'owner' },
  }),
);
