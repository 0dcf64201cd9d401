import { JobRunner } from '../jobs/runner.ts';
import type { JobTables } from '../jobs/rows.ts';
import { createProcessRunner, type ProcessStatus } from '../processes/index.ts';
import { createProjector, type ViewStatus } from '../projector/index.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** What only the leading worker does: read models, processes and jobs of the book. */
export interface Leadership {
  status(): { readonly views: readonly ViewStatus[]; readonly processes: readonly ProcessStatus[] };
  wakeJobs(): void;
  stop(): Promise<void>;
}

export const lead = ({ application, book, clock }: EngineConfig, open: OpenBook): Leadership => {
  const { feed, registry, dispatch } = open;
  const projector = createProjector({ book, projections: application.projections, feed, clock, registry });
  const processes = createProcessRunner({ book, processes: application.processes, feed, dispatch, clock });
  const jobs = new JobRunner(application, {
    tables: registry as unknown as JobTables,
    clock,
    contextFor: ({ actor }) => open.contextFor(actor),
    sync: () => open.log.sync(),
  });
  projector.start();
  processes.start();
  jobs.wake();
  return {
    status: () => ({ views: projector.status(), processes: processes.status() }),
    wakeJobs: () => {
      jobs.wake();
    },
    stop: async () => {
      await Promise.all([projector.stop(), processes.stop(), jobs.stop()]);
    },
  };
};
