import { eventTypes } from '../../kernel/index.ts';
import { Follower } from '../follow/follower.ts';
import { JobRunner } from '../jobs/runner.ts';
import type { JobTables } from '../jobs/rows.ts';
import { scrubJobs } from '../jobs/scrub.ts';
import { createOutlets } from '../outlets/index.ts';
import { createProcessRunner, type ProcessStatus } from '../processes/index.ts';
import { createReadSide } from '../reading/index.ts';
import { createProjector, type ViewStatus } from '../projector/index.ts';
import { RepairRunner } from '../repairs/runner.ts';
import { Forgetting } from '../sealing/forgetting.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** What only the leading worker does: read models, processes and jobs of the book. */
export interface Leadership {
  status(): { readonly views: readonly ViewStatus[]; readonly processes: readonly ProcessStatus[] };
  /** Told when a read model has moved, some twenty times a second at most. */
  subscribe(listener: () => void): () => void;
  wakeJobs(): void;
  wakeRepairs(): void;
  /** Somebody set up an outlet otherwise. */
  wakeOutlets(): void;
  stop(): Promise<void>;
}

export const lead = (
  { application, book, clock }: EngineConfig,
  open: OpenBook,
  onForgotten: (subjects: readonly string[]) => void,
): Leadership => {
  const { feed, registry, dispatch, keys } = open;
  const { plans } = open.sealing;
  const { projections } = application;
  const personal = { types: plans.personal, forgotten: () => keys.forgotten() };
  const schemas = new Map([...eventTypes(application)].map(([type, { version }]) => [type, version]));
  const projector = createProjector({ book, projections, feed, clock, registry, personal, schemas });
  const forgetting = new Follower(
    new Forgetting({
      keys,
      plans,
      feed,
      prepare: () => scrubJobs(registry as unknown as JobTables, application),
      onForgotten: (subjects) => {
        onForgotten(subjects);
        projector.forget();
      },
    }),
    { feed, clock, onProgress: () => undefined },
  );
  const processes = createProcessRunner({ book, processes: application.processes, feed, dispatch, clock });
  const { integration } = application;
  const outlets = integration && createOutlets({ book, integration, feed, clock });
  const read = createReadSide({ book });
  const jobs = new JobRunner(application, {
    tables: registry as unknown as JobTables,
    clock,
    contextFor: ({ actor }) => open.contextFor(actor),
    read,
    head: () => feed.head(),
    sync: () => open.log.sync(),
    onWorking: (working) => {
      feed.setBulk(working);
    },
  });
  const repairs = new RepairRunner(registry, projector);
  forgetting.start();
  projector.start();
  processes.start();
  outlets?.start();
  jobs.wake();
  repairs.wake();
  return {
    status: () => ({ views: projector.status(), processes: processes.status() }),
    subscribe: (listener) => projector.subscribe(listener),
    wakeJobs: () => {
      jobs.wake();
    },
    wakeRepairs: () => {
      repairs.wake();
    },
    wakeOutlets: () => {
      outlets?.wake();
    },
    stop: async () => {
      await repairs.stop();
      const all = [forgetting, projector, processes, jobs, ...(outlets ? [outlets] : [])];
      await Promise.all(all.map((each) => each.stop()));
      await read.close();
    },
  };
};
