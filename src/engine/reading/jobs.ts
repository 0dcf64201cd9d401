import type { Json, Rejection } from '../../kernel/index.ts';
import { liveRegistry } from './live-registry.ts';
import type { Observable } from './observable.ts';
import { openRegistry } from './registry.ts';

export type JobState = 'queued' | 'running' | 'cancelling' | 'cancelled' | 'finished' | 'failed';

/** An asynchronous command, from its acceptance to its end. */
export interface JobStatus {
  readonly id: string;
  readonly type: string;
  readonly payload: Json;
  readonly status: JobState;
  readonly progress: { readonly done: number; readonly total: number };
  readonly report: Json;
  readonly error?: Rejection;
  /** ISO instants. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** Only what is said of it: where it goes on from is the engine's own. */
const statusOf = ({
  id,
  type,
  payload,
  status,
  progress,
  report,
  error,
  createdAt,
  updatedAt,
}: JobStatus) => ({
  ...{ id, type, payload, status, progress, report, createdAt, updatedAt },
  ...(error && { error }),
});

/** One job by its id, also one that is listed no more; undefined when there is none. */
export const jobStatus = async (book: string, jobId: string): Promise<JobStatus | undefined> => {
  const registry = await openRegistry(book);
  try {
    const job = await registry.table<JobStatus, string>('jobs').get(jobId);
    return job && statusOf(job);
  } finally {
    registry.close();
  }
};

/** How many ended and running jobs a listing shows. */
const LISTED = 50;

/** The book's jobs, newest first, now and at every change in any tab. */
export const liveJobs = (book: string): Observable<readonly JobStatus[]> =>
  liveRegistry(book, async (registry) => {
    const jobs = registry.table<JobStatus, string>('jobs');
    return (await jobs.orderBy('createdAt').reverse().limit(LISTED).toArray()).map(statusOf);
  });
