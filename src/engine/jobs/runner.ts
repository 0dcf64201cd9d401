import { Dexie } from 'dexie';
import {
  byName,
  type Followers,
  type Inspection,
  type JobContext,
  type JobType,
  type QueryType,
  type Rejection,
} from '../../kernel/index.ts';
import type { JobState, ReadSide } from '../reading/index.ts';
import { handedOver, resultOf } from '../reading/job-file.ts';
import { storeFailure } from '../log/idb.ts';
import { StoreFailure, type Clock } from '../ports.ts';
import { Waker } from '../waker.ts';
import { readings, readText } from './read-text.ts';
import type { JobRow, JobTables } from './rows.ts';

const RETRY_MS = [200, 1_000, 5_000];
const WAIT_MS = 5_000;
/** A large book's read model that is being rebuilt takes a while. */
const PATIENCE = 24;

export interface JobRunnerPorts {
  readonly tables: JobTables;
  readonly clock: Clock;
  /** Whether the job's owner may have it done, by the role that they have by now. */
  readonly mayGoOn: (job: JobRow, permission: string) => Promise<boolean>;
  /** Command sending and rehearsal on behalf of the job's owner; a branch for rehearsals lives as long as the context. */
  contextFor(job: JobRow): Pick<JobContext, 'dispatch' | 'rehearse'>;
  /** Writes the job's next piece of a backup. */
  readonly writeBackup: (
    jobId: string,
    ...of: Parameters<JobContext['writeBackup']>
  ) => ReturnType<JobContext['writeBackup']>;
  /** Where jobs ask the read models, and up to which position an answer must know the log. */
  readonly read: Pick<ReadSide, 'query'>;
  readonly head: () => number;
  readonly inspection: Inspection;
  /** Makes what relaxed commands wrote safe: before a job counts as finished. */
  sync(): Promise<void>;
  /** A job runs now, or none does any more. */
  readonly onWorking: (working: boolean) => void;
}

/** As a command that is not permitted is refused. */
const NOT_PERMITTED: Rejection = {
  code: 'not-permitted',
  message: 'You are not allowed to do this.',
  values: {},
};

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Runs jobs one after another, chunk by chunk; after each chunk its cursor is kept and a cancel is seen. */
export class JobRunner {
  readonly #types: ReadonlyMap<string, JobType>;
  readonly #ports: JobRunnerPorts;
  readonly #waker = new Waker(() => this.#runAll());

  constructor(jobs: Followers['jobs'], ports: JobRunnerPorts) {
    this.#types = byName(jobs, (job) => job.type);
    this.#ports = ports;
  }

  /** Looks for work: at the start, and whenever a job was accepted or cancelled somewhere. */
  wake(): void {
    this.#waker.wake();
  }

  stop(): Promise<void> {
    return this.#waker.stop();
  }

  async #runAll(): Promise<void> {
    try {
      for (let job = await this.#next(); job; job = await this.#next()) {
        this.#ports.onWorking(true);
        await this.#run(job);
      }
    } finally {
      this.#ports.onWorking(false);
    }
  }

  /** The oldest job that is not over; none once this runner has to stop. */
  async #next(): Promise<JobRow | undefined> {
    if (this.#waker.stopped) return undefined;
    const open: readonly JobState[] = ['queued', 'running', 'cancelling'];
    const jobs = await this.#ports.tables.jobs.orderBy('createdAt').toArray();
    return jobs.find(({ status }) => open.includes(status));
  }

  async #run(job: JobRow): Promise<void> {
    const type = this.#types.get(job.type);
    if (!type) {
      const error = {
        code: 'unknown-command',
        message: 'This version knows no such job.',
        values: { type: job.type },
      };
      return this.#end(job.id, 'failed', error);
    }
    await this.#change(job.id, ({ status }) => (status === 'queued' ? { status: 'running' } : {}));
    const memory = new Map<string, unknown>();
    // What nobody fetched until the next job runs is not kept: the book is no place for copies of itself.
    await this.#ports.tables.files
      .where('jobId')
      .startsWith('result:')
      .and((file) => file.jobId !== resultOf(job.id, 0).jobId)
      .delete();
    const fileOf = (fileId: string) => this.#ports.tables.files.get(handedOver(job.id, fileId));
    const context: JobContext = {
      ...this.#ports.contextFor(job),
      readText: async (fileId, encoding) => readText(await fileOf(fileId), fileId, encoding),
      readings: async (fileId) => readings(await fileOf(fileId)),
      query: (query, params) => this.#ask(query, params),
      writePart: async (number, text) => {
        const content = new Blob([text]);
        await this.#ports.tables.files.put({ ...resultOf(job.id, number), name: '', content });
      },
      inspection: this.#ports.inspection,
      writeBackup: (...of) => this.#ports.writeBackup(job.id, ...of),
      jobId: job.id,
      startedAt: job.createdAt,
    };
    for (let failures = 0; !this.#waker.stopped;) {
      const now = await this.#ports.tables.jobs.get(job.id);
      if (!now || now.status === 'cancelling') return this.#end(job.id, 'cancelled');
      try {
        if (!(await this.#ports.mayGoOn(now, type.permission))) {
          await this.#end(job.id, 'failed', NOT_PERMITTED);
          return;
        }
        const chunk = await type.chunk(
          now.payload,
          { cursor: now.cursor, report: now.report, memory },
          context,
        );
        if (!chunk.ok) {
          await this.#end(job.id, 'failed', chunk.error);
          return;
        }
        const { cursor, progress, report, finished } = chunk.value;
        await this.#change(job.id, () => ({ cursor, progress, report }));
        if (finished) {
          await this.#ports.sync();
          await this.#end(job.id, 'finished');
          return;
        }
        failures = 0;
      } catch (error) {
        // The same chunk again: its command ids are derived, so that what was written already stays written once.
        const pause = isOfStore(error) ? RETRY_MS[failures++] : undefined;
        if (pause === undefined) return this.#end(job.id, 'failed', rejectionOf(error));
        await wait(pause);
      }
    }
  }

  /** The read models follow the log by themselves: an answer that must know all of it may have to wait for them. */
  async #ask<Params, Answer>(query: QueryType<string, Params, Answer>, params: unknown): Promise<Answer> {
    const atLeast = this.#ports.head();
    for (let waits = 0; waits < PATIENCE && !this.#waker.stopped; waits += 1) {
      const answered = await this.#ports.read.query(query, params, { atLeast, timeoutMs: WAIT_MS });
      if (!answered.stale) return answered.answer;
    }
    throw new Error(`The read model “${query.view}” did not catch up with the log.`);
  }

  async #change(id: string, change: (row: JobRow) => Partial<JobRow>): Promise<void> {
    const updatedAt = this.#ports.clock.now();
    await this.#ports.tables.jobs
      .where('id')
      .equals(id)
      .modify((row) => {
        Object.assign(row, change(row), { updatedAt });
      });
  }

  async #end(id: string, status: JobState, error?: Rejection): Promise<void> {
    await this.#change(id, () => ({ status, ...(error && { error }) }));
    await this.#ports.tables.files.where('jobId').equals(id).delete();
  }
}

/** The log's own failures, and those of the registry, which Dexie tells. */
const isOfStore = (error: unknown): boolean =>
  error instanceof StoreFailure || error instanceof Dexie.DexieError;

const rejectionOf = (error: unknown): Rejection =>
  isOfStore(error)
    ? {
        code: storeFailure(error).fault,
        message: 'The browser could not write. Nothing that was written is lost.',
        values: {},
      }
    : {
        code: 'internal-error',
        message: 'Something in Counterfoil went wrong.',
        values: { problem: String(error) },
      };
