import './dynamic-imports.ts';
import { expose } from 'comlink';
import { aggregates, commands, forgetting } from '../../src/domain/index.ts';
import { owner, permits, signIn } from '../../src/domain/operator/index.ts';
import { createEngine } from '../../src/engine/host/engine.ts';
import { jobs } from '../../src/jobs/index.ts';
import { processes } from '../../src/processes/index.ts';
import { projections, queries } from '../../src/views/index.ts';

/** The back door of the real trade, for a book of its own: its name comes with the worker's. */
expose(
  createEngine({
    application: { aggregates, forgetting, signIn, permits },
    commands: () => Promise.resolve({ commands }),
    followers: () => Promise.resolve({ projections, queries, processes, jobs }),
    book: self.name,
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => crypto.randomUUID(),
    actor: owner,
  }),
);
