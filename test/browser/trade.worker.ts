import '../toy/dynamic-imports.ts';
import { expose } from 'comlink';
import { aggregates, commands } from '../../src/domain/index.ts';
import { createEngine } from '../../src/engine/host/engine.ts';
import { processes } from '../../src/processes/index.ts';
import { stockView } from '../../src/views/stock/projection.ts';
import { StockLevels } from '../../src/views/stock/query.ts';

/** The real trade's shelves and orders in a real worker, for whoever kills it. The book's name comes with the worker's. */
expose(
  createEngine({
    application: { aggregates, permits: () => true },
    commands: () => Promise.resolve({ commands }),
    followers: () =>
      Promise.resolve({ processes, jobs: [], projections: [stockView], queries: [StockLevels] }),
    book: self.name,
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => crypto.randomUUID(),
    actor: { id: 'ann', role: 'owner' },
  }),
);
