import { expose } from 'comlink';
import { v7 } from 'uuid';
import { aggregates, forgetting, looking } from './domain/index.ts';
import { owner, permits, signIn } from './domain/operator/index.ts';
import { createEngine } from './engine/host/engine.ts';

/** The back door: the trade, the book that the page names, the real clock, ids and IndexedDB meet here and nowhere else. */
expose(
  createEngine({
    application: { aggregates, forgetting, looking, signIn, permits },
    commands: () => import('./commands.ts'),
    followers: () => import('./followers.ts'),
    code: __CODE__,
    book: self.name,
    clock: { now: () => new Date().toISOString(), elapsed: () => performance.now() },
    newId: () => v7(),
    actor: owner,
    upkeep: () => import('./engine/log/turn-over.ts').then(({ turnOver }) => turnOver(self.name)),
  }),
);
