import {
  byName,
  type Application,
  type JobContext,
  type JobType,
  type QueryType,
  type Rejection,
} from '../../kernel/index.ts';
import type { JobState, ReadSide } from '../reading/index.ts';
import { resultOf } from '../reading/job-file.ts';
import { StoreFailure, type Clock } from '../ports.ts';
import { readText } from './read-text.ts';
import type { JobRow, JobTables } from './rows.ts';

const RETRY_MS = [200, 1_000, 5_000];
const WAIT_MS = 5_000;
/** A large book's read model that is being rebuilt takes a while. */
const PATIENCE = 24;

export interface JobRunnerPorts {
  readonly tables: JobTables;
  readonly clock: Clock;
  /** Command sending and rehearsal on behalf of the job's owner; a branch for rehearsals lives as long as the context. */
  contextFor(job: JobRow): Pick<JobContext, 'dispatch' | 'rehearse'>;
  /** Where jobs ask the read models, and up to which position an answer must know the log. */
  readonly read: Pick<ReadSide, 'query'>;
  readonly head: () => number;
  /** Makes what relaxed commands wrote safe: before a job counts as finished. */
  sync(): Promise<void>;
  /** A job runs now, or none does any more. */
  readonly onWorking: (working: boolean) => void;
}

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Runs jobs one after another, chunk by chunk; after each chunk its cursor is kept and a cancel is seen. */
export class JobRunner {
  readonly #types: ReadonlyMap<string, JobType>;
  readonly #ports: JobRunnerPorts;
  #running: Promise<void> | undefined;
  #stopped = false;
  #again = false;

  constructor(application: Pick<Application, 'jobs'>, ports: JobRunnerPorts) {
    this.#types = byName(application.jobs, (job) => job.type);
    this.#ports = ports;
  }

  /** Looks for work: at the start, and whenever a job was accepted or cancelled somewhere. */
  wake(): void {
    this.#again = true;
    this.#running ??= this.#runAll();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  async #runAll(): Promise<void> {
    try {
      while (this.#again) {
        this.#again = false;
        for (let job = await this.#next(); job; job = await this.#next()) {
          this.#ports.onWorking(true);
          await this.#run(job);
        }
      }
    } finally {
      this.#ports.onWorking(false);
      // In the very turn in which nothing was left: whoever wakes it after that starts another run.
      this.#running = undefined;
    }
  }

  /** The oldest job that is not over; none once this runner has to stop. */
  async #next(): Promise<JobRow | undefined> {
    if (this.#stopped) return undefined;
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
    const context: JobContext = {
      ...this.#ports.contextFor(job),
      readText: async (fileId) => readText(await this.#ports.tables.files.get(fileId), fileId),
      query: (query, params) => this.#ask(query, params),
      writePart: async (number, text) => {
        const content = new Blob([text]);
        await this.#ports.tables.files.put({ ...resultOf(job.id, number), name: '', content });
      },
      jobId: job.id,
      startedAt: job.createdAt,
    };
    for (let failures = 0; !this.#stopped;) {
      const now = await this.#ports.tables.jobs.get(job.id);
      if (!now || now.status === 'cancelling') return this.#end(job.id, 'cancelled');
      try {
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
        const pause = error instanceof StoreFailure ? RETRY_MS[failures++] : undefined;
        if (pause === undefined) return this.#end(job.id, 'failed', rejectionOf(error));
        await wait(pause);
      }
    }
  }

  /** The read models follow the log by themselves: an answer that must know all of it may have to wait for them. */
  async #ask<Params, Answer>(query: QueryType<string, Params, Answer>, params: unknown): Promise<Answer> {
    const atLeast = this.#ports.head();
    for (let waits = 0; waits < PATIENCE && !this.#stopped; waits += 1) {
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

const rejectionOf = (error: unknown): Rejection =>
  error instanceof StoreFailure
    ? {
        code: error.fault,
        message: 'The browser could not write. Nothing that was written is lost.',
        values: {},
      }
    : {
        code: 'internal-error',
        message: 'Something in Counterfoil went wrong.',
        values: { problem: String(error) },
      };
