import type { StoreFault } from '../ports.ts';
import { createRepairDesk } from '../repairs/desk.ts';
import { createBackupDesk } from './backups.ts';
import type { EngineConfig, OpenBook } from './book.ts';
import { createBrowsing } from './browsing.ts';
import { createJobDesk } from './jobs.ts';
import { createCounter } from './outlets.ts';
import { createUndoDesk } from './undo.ts';
import { createTrialDesk } from './what-if.ts';

/** The worker that the desks stand in. */
export interface Surroundings {
  /** Why nothing can be written any more. */
  readonly lock: () => StoreFault | undefined;
  /** The book, for those who may look into the engine. */
  readonly seen: () => Promise<OpenBook>;
  /** Something was written down for the worker that leads. */
  readonly wake: (kind: 'jobs' | 'repairs' | 'outlets') => void;
  /** Does it once nobody writes to this book any more; this worker neither, whatever comes of it. */
  readonly inPlaceOf: (work: () => Promise<void>) => Promise<void>;
}

/** All that is asked of an engine beside its daily work. */
export const createDesks = (
  config: EngineConfig,
  opened: Promise<OpenBook>,
  { lock, seen, wake, inPlaceOf }: Surroundings,
) => {
  const { application, commands, followers } = config;
  const jobs = createJobDesk(config, opened, {
    lock,
    wake: () => {
      wake('jobs');
    },
  });
  const { accept } = jobs;
  const counter = createCounter(config, opened, () => {
    wake('outlets');
  });
  const browsing = createBrowsing(config, seen);
  const trials = createTrialDesk(config, opened, seen);
  return {
    api: {
      ...jobs,
      ...createUndoDesk(config, opened, (command) => accept(command, []), lock),
      ...trials.api,
      ...browsing,
      ...createRepairDesk(config, opened, seen, browsing.entry, () => {
        wake('repairs');
      }),
      describe: async () =>
        (await import('./describe.ts')).describeApplication({
          ...application,
          ...(await commands()),
          ...(await followers()),
        }),
      ...counter.api,
      ...createBackupDesk(config, { opened, accept, inPlaceOf }),
    },
    close: (): void => {
      counter.close();
      trials.close();
    },
  };
};

export type Desks = ReturnType<typeof createDesks>;
