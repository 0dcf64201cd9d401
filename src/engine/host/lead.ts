import { epochOf, eventTypes, type Followers } from '../../kernel/index.ts';
import { Copyist, type CopyStatus } from '../copy/copyist.ts';
import { Follower } from '../follow/follower.ts';
import { createInspection } from '../jobs/inspection.ts';
import { JobRunner } from '../jobs/runner.ts';
import type { JobTables } from '../jobs/rows.ts';
import { scrubJobs } from '../jobs/scrub.ts';
import { once } from '../once.ts';
import { createOutlets } from '../outlets/index.ts';
import { createProcessRunner, type ProcessStatus } from '../processes/index.ts';
import { proveSnapshots } from '../pipeline/prove-snapshots.ts';
import { createReadSide } from '../reading/index.ts';
import { tellAll } from '../reading/tell-all.ts';
import { createProjector, type ViewStatus } from '../projector/index.ts';
import { RepairRunner } from '../repairs/runner.ts';
import { Forgetting } from '../sealing/forgetting.ts';
import type { EngineConfig, OpenBook } from './book.ts';

/** So often is looked for what was asked for without being told to: another tab may have died before it told of it. */
const LOOK_MS = 10_000;
/** So long the label of the second copy waits for the lists that it is made of. */
const COPY_WAITS_MS = 1_000;

/** What only the leading worker does: read models, processes and jobs of the book. */
export interface Leadership {
  status(): {
    readonly views: readonly ViewStatus[];
    readonly processes: readonly ProcessStatus[];
    readonly copy?: CopyStatus | undefined;
  };
  /** Told when a read model has moved, some twenty times a second at most. */
  subscribe(listener: () => void): () => void;
  /** Something was asked for: a job, a repair, or that an outlet be otherwise. */
  wake(kind: 'jobs' | 'repairs' | 'outlets'): void;
  stop(): Promise<void>;
}

export const lead = (
  { application, code, book, clock }: EngineConfig,
  { projections, processes: known, jobs: jobTypes, integration, describe }: Followers,
  open: OpenBook,
  onForgotten: (subjects: readonly string[]) => void,
): Leadership => {
  const { feed, registry, dispatch, keys, measuring } = open;
  const { plans } = open.sealing;
  const personal = { types: plans.personal, forgotten: () => keys.forgotten() };
  const schemas = new Map([...eventTypes(application)].map(([type, { version }]) => [type, version]));
  const projector = createProjector({
    ...{ book, projections, feed, clock, registry, personal, schemas, measuring },
    code: code?.projections,
  });
  const forgetting = new Follower(
    new Forgetting({
      keys,
      plans,
      feed,
      prepare: () => scrubJobs(registry as unknown as JobTables, jobTypes),
      onForgotten: (subjects) => {
        onForgotten(subjects);
        projector.forget();
        // Their key is to be in no copy, either.
        copyist?.now();
      },
    }),
    { feed, clock, onProgress: () => undefined },
  );
  const processes = createProcessRunner({
    ...{ book, processes: known, feed, dispatch, clock, measuring },
  });
  const outlets = integration && createOutlets({ book, integration, feed, clock });
  const read = createReadSide({ book });
  const tables = registry as unknown as JobTables;
  const backupWriter = once(async () => {
    const { createBackupWriter } = await import('../backup/write.ts');
    return createBackupWriter({ book: open, tables, clock, epoch: epochOf(application) });
  });
  const jobs = new JobRunner(jobTypes, {
    tables,
    writeBackup: async (...of) => (await backupWriter.get())(...of),
    clock,
    contextFor: ({ actor }) => open.contextFor(actor),
    mayGoOn: async ({ actor }, permission) =>
      application.permits(await open.session.presently(actor), permission),
    read,
    head: () => feed.head(),
    inspection: createInspection({
      ...{ log: open.log, head: () => feed.head(), projector },
      snapshots: () => proveSnapshots(open, application.aggregates, code?.reducers),
      views: projections.map(({ name }) => name),
    }),
    sync: () => open.log.sync(),
    onWorking: (working) => {
      feed.setBulk(working);
    },
  });
  const copyist =
    describe &&
    new Copyist({
      ...{ book, open, epoch: epochOf(application) },
      describe: () =>
        describe(async (query, params) => {
          const { answer, stale } = await read.query(query, params, {
            atLeast: feed.head(),
            timeoutMs: COPY_WAITS_MS,
          });
          if (stale) throw new Error('The lists have not caught up.');
          return answer;
        }),
    });
  const repairs = new RepairRunner(book, registry, projector, processes);
  // Whoever led before may have died before it told of what it had written.
  tellAll(registry).catch(() => undefined);
  const asked = { jobs, repairs, outlets };
  const look = () => {
    for (const each of Object.values(asked)) each?.wake();
    copyist?.now();
  };
  const looking = setInterval(look, LOOK_MS);
  forgetting.start();
  projector.start();
  processes.start();
  look();
  return {
    status: () => ({ views: projector.status(), processes: processes.status(), copy: copyist?.status }),
    subscribe: (listener) => projector.subscribe(listener),
    wake: (kind) => {
      asked[kind]?.wake();
    },
    stop: async () => {
      clearInterval(looking);
      await repairs.stop();
      const all = [forgetting, projector, processes, jobs, outlets, copyist];
      await Promise.all(all.map(async (each) => each?.stop()));
      await read.close();
    },
  };
};
