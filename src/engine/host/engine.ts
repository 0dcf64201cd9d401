import { byName, type Receipt } from '../../kernel/index.ts';
import { coalesced } from '../follow/coalesced.ts';
import { rejected } from '../pipeline/stages.ts';
import { createRepairDesk } from '../repairs/desk.ts';
import { SEE_ENGINE } from '../session/session.ts';
import { acceptJob } from '../jobs/accept.ts';
import type { JobTables } from '../jobs/rows.ts';
import { verifyLog } from '../log/verify.ts';
import { StoreFailure, type StoreFault } from '../ports.ts';
import type { EngineApi, Health, Opened } from './api.ts';
import { openBook, type EngineConfig, type OpenBook } from './book.ts';
import { openBus, type Message } from './bus.ts';
import { createCounter } from './outlets.ts';
import { lead, type Leadership } from './lead.ts';
import { stuckAmong } from './watchdog.ts';
import { holdWhileAlive, standForLeadership } from './leadership.ts';

/** How long a tab that follows waits for the leader's word on the read models. */
const STATUS_MS = 500;
/** Other tabs hear of a stream of appends at most once in this time. */
const ANNOUNCE_MS = 5;

/** The engine of one book in one worker. Any worker takes commands; the one that leads projects, reacts, runs jobs. */
export const createEngine = (config: EngineConfig): EngineApi => {
  const { application, book, clock } = config;
  const jobTypes = byName(application.jobs, (job) => job.type);
  const queryTypes = byName(application.queries, (query) => query.name);
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
    if (message.kind === 'repairs') leadership?.wakeRepairs();
    if (message.kind === 'outlets') leadership?.wakeOutlets();
    if (message.kind === 'status?' && leadership) bus.send({ kind: 'status', ...leadership.status() });
  };
  const bus = openBus(book, receive);
  let written = 0;
  const announcing = coalesced(ANNOUNCE_MS, () => {
    bus.send({ kind: 'appended', head: written });
  });

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

  /** The book, for those who may look into the engine. */
  const seen = async (): Promise<OpenBook> => {
    const open = await opened;
    if (!application.permits(await open.session.actor(), SEE_ENGINE)) throw new Error('not-permitted');
    return open;
  };

  const mayAsk = async (query: string, attemptId: string): Promise<boolean> => {
    const { session, pipeline } = await opened;
    const actor = await session.actor();
    const permission = queryTypes.get(query)?.permission;
    if (permission !== undefined && application.permits(actor, permission)) return true;
    const values = { permission: permission ?? '', role: actor.role };
    const refusal = rejected(attemptId, 'not-permitted', 'You are not allowed to see this.', values);
    await pipeline.note({ commandId: attemptId, type: query, payload: {} }, actor, refusal);
    return false;
  };

  const counter = createCounter(config, opened, () => {
    leadership?.wakeOutlets();
    bus.send({ kind: 'outlets' });
  });

  const start = (open: OpenBook): Opened => {
    open.feed.subscribe(() => void open.session.refresh());
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
      const opening = openBook(config, {
        witness,
        onLost,
        onWritten: (head) => {
          written = head;
          announcing.soon();
        },
      });
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
      const { pipeline, session, door } = await opened;
      if (door.guards(command.type)) return door.refuse(command);
      return pipeline.dispatch(command, await session.actor(), durability);
    },
    accept: async (command, files) => {
      if (lock) return inDoubt(command.commandId, lock);
      const { session, pipeline } = await opened;
      const actor = await session.actor();
      const receipt = await acceptJob(application, jobTypes.get(command.type), await jobTables(), {
        command,
        files,
        actor,
        now: clock.now(),
      });
      if (receipt.status === 'rejected') await pipeline.note(command, actor, receipt);
      leadership?.wakeJobs();
      bus.send({ kind: 'jobs' });
      return receipt;
    },
    cancelJob: async (jobId) => {
      const { jobs } = await jobTables();
      const { session } = await opened;
      const permission = jobTypes.get((await jobs.get(jobId))?.type ?? '')?.permission;
      if (!application.permits(await session.actor(), permission ?? SEE_ENGINE)) return false;
      await jobs
        .where('id')
        .equals(jobId)
        .modify((job) => {
          if (job.status === 'queued' || job.status === 'running')
            Object.assign(job, { status: 'cancelling' });
        });
      leadership?.wakeJobs();
      bus.send({ kind: 'jobs' });
      return true;
    },
    session: async (turn) => (await opened).session.after(turn),
    signIn: async ({ id, operatorId, pin }) => (await opened).door.signIn(id, operatorId, pin),
    signOut: async () => (await opened).door.signOut(),
    setPin: async ({ id, operatorId, pin }) => {
      if (lock) return inDoubt(id, lock);
      return (await opened).door.setPin(id, operatorId, pin);
    },
    turnOffSignIn: async ({ id, pin }) => {
      if (lock) return inDoubt(id, lock);
      return (await opened).door.turnOff(id, pin);
    },
    mayAsk,
    past: async ({ query, params, then, attemptId }) => {
      if (!(await mayAsk(query, attemptId))) throw new Error('not-permitted');
      const { askPast } = await import('../past/index.ts');
      return askPast(application, (await opened).feed, { query, params, then });
    },
    lookUp: async (commandId) => (await opened).pipeline.lookUp(commandId),
    events: async ({ after, limit }) => (await seen()).feed.read(after, limit),
    refusals: async (limit) => {
      const { log, sealing } = await seen();
      return Promise.all((await log.refusals(limit)).map((kept) => sealing.openOutcome(kept)));
    },
    ...createRepairDesk(config, opened, seen, () => {
      leadership?.wakeRepairs();
      bus.send({ kind: 'repairs' });
    }),
    verify: async () => verifyLog((await opened).log),
    health: async (): Promise<Health> => {
      const { log, session } = await opened;
      const actor = await session.actor();
      const told = leadership ? undefined : bus.next('status', STATUS_MS);
      if (!leadership) bus.send({ kind: 'status?' });
      const status = leadership?.status() ?? (await told);
      const { views, processes } = status ?? { views: [], processes: [] };
      const watch = { silent: status === undefined, stuck: stuckAmong(views, processes) };
      return {
        head: await log.head(),
        leads: leadership !== undefined,
        actor,
        lock,
        views,
        processes,
        watch,
      };
    },
    describe: async () => (await import('./describe.ts')).describeApplication(application),
    ...counter.api,
    untilLost: () => lost,
    refresh: async () => (await opened).pipeline.refresh(),
    close: async () => {
      await stepDown?.();
      (await opened).close();
      announcing.cancel();
      counter.close();
      bus.close();
    },
  };
};
