import { expose } from 'comlink';
import { v7 } from 'uuid';
import { aggregates, commands, forgetting } from './domain/index.ts';
import { owner, permits, signIn } from './domain/operator/index.ts';
import { createEngine } from './engine/host/engine.ts';
import { jobs } from './jobs/index.ts';
import { reactions } from './processes/index.ts';
import * as views from './views/index.ts';

/** The back door: the trade, the real clock, ids and IndexedDB meet here and nowhere else. */
expose(
  createEngine({
    application: { aggregates, commands, ...views, ...reactions, jobs, forgetting, signIn, permits },
    book: 'counterfoil',
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => v7(),
    actor: owner,
  }),
);
