import { byName, type Receipt } from '../../kernel/index.ts';
import { acceptJob } from '../jobs/accept.ts';
import type { JobTables } from '../jobs/rows.ts';
import { verifyLog } from '../log/verify.ts';
import { StoreFailure, type StoreFault } from '../ports.ts';
import type { EngineApi, Health, Opened } from './api.ts';
import { openBook, type EngineConfig, type OpenBook } from './book.ts';
import { openBus, type Message } from './bus.ts';
import { lead, type Leadership } from './lead.ts';
import { holdWhileAlive, standForLeadership } from './leadership.ts';

/** How long a tab that follows waits for the leader's word on the read models. */
const STATUS_MS = 500;

/** The engine of one book in one worker. Any worker takes commands; the one that leads projects, reacts, runs jobs. */
export const createEngine = (config: EngineConfig): EngineApi => {
  const { application, book, actor, clock } = config;
  const jobTypes = byName(application.jobs, (job) => job.type);
  let lock: StoreFault | undefined;
  let leadership: Leadership | undefined;
  let stepDown: (() => Promise<void>) | undefined;
  let announceOpened: (open: Promise<OpenBook>) => void = () => undefined;
  const opened = new Promise<OpenBook>((resolve) => {
    announceOpened = resolve;
  });
  opened.catch(() => undefined);

  const receive = (message: Message) => {
    if (message.kind === 'appended') void opened.then(({ pipeline }) => pipeline.refresh());
    if (message.kind === 'forgotten') void opened.then(({ pipeline }) => pipeline.forget(message.subjects));
    if (message.kind === 'jobs') leadership?.wakeJobs();
    if (message.kind === 'status?' && leadership) bus.send({ kind: 'status', ...leadership.status() });
  };
  const bus = openBus(book, receive);

  let tellLost: (fault: StoreFault) => void = () => undefined;
  const lost = new Promise<StoreFault>((resolve) => {
    tellLost = resolve;
  });
  const onLost = (fault: StoreFault) => {
    lock ??= fault;
    tellLost(fault);
  };
  const inDoubt = (commandId: string, reason: string): Receipt => ({ status: 'in-doubt', commandId, reason });
  const jobTables = async () => (await opened).registry as unknown as JobTables;

  const start = (open: OpenBook): Opened => {
    let told = open.head.position;
    open.feed.subscribe((head) => {
      // Only own appends are told on: what came from another tab is known there.
      if (head > told) bus.send({ kind: 'appended', head });
      told = head;
    });
    stepDown = standForLeadership(book, () => {
      const leading = (leadership = lead(config, open, (subjects) => {
        open.pipeline.forget(subjects);
        bus.send({ kind: 'forgotten', subjects });
      }));
      leading.subscribe(() => {
        bus.send({ kind: 'status', ...leading.status() });
      });
      return Promise.resolve(async () => {
        await leadership?.stop();
        leadership = undefined;
      });
    });
    return { status: 'open', installId: open.store.installId, head: open.head, fresh: open.store.fresh };
  };

  return {
    open: async ({ witness, alive }) => {
      await holdWhileAlive(alive);
      const opening = openBook(config, { witness, onLost });
      announceOpened(opening);
      try {
        return start(await opening);
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
        onLost(error.fault);
        return { status: 'locked', fault: error.fault, message: error.message };
      }
    },
    dispatch: async (command, durability) => {
      if (lock) return inDoubt(command.commandId, lock);
      return (await opened).pipeline.dispatch(command, actor, durability);
    },
    accept: async (command, files) => {
      if (lock) return inDoubt(command.commandId, lock);
      const receipt = await acceptJob(application, jobTypes.get(command.type), await jobTables(), {
        command,
        files,
        actor,
        now: clock.now(),
      });
      leadership?.wakeJobs();
      bus.send({ kind: 'jobs' });
      return receipt;
    },
    cancelJob: async (jobId) => {
      const { jobs } = await jobTables();
      await jobs
        .where('id')
        .equals(jobId)
        .modify((job) => {
          if (job.status === 'queued' || job.status === 'running')
            Object.assign(job, { status: 'cancelling' });
        });
      leadership?.wakeJobs();
      bus.send({ kind: 'jobs' });
    },
    lookUp: async (commandId) => (await opened).pipeline.lookUp(commandId),
    events: async ({ after, limit }) => (await opened).feed.read(after, limit),
    refusals: async (limit) => {
      const { log, sealing } = await opened;
      return Promise.all((await log.refusals(limit)).map((kept) => sealing.openOutcome(kept)));
    },
    verify: async () => verifyLog((await opened).log),
    health: async (): Promise<Health> => {
      const { log } = await opened;
      const told = leadership ? undefined : bus.next('status', STATUS_MS);
      if (!leadership) bus.send({ kind: 'status?' });
      const { views, processes } = leadership?.status() ?? (await told) ?? { views: [], processes: [] };
      return { head: await log.head(), leads: leadership !== undefined, actor, lock, views, processes };
    },
    describe: async () => (await import('./describe.ts')).describeApplication(application),
    untilLost: () => lost,
    refresh: async () => (await opened).pipeline.refresh(),
    close: async () => {
      await stepDown?.();
      (await opened).close();
      bus.close();
    },
  };
};
