import { liveQuery } from 'dexie';
import type { Json, Rejection } from '../../kernel/index.ts';
import { asError, type Observable } from './observable.ts';
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

/** How many ended and running jobs a listing shows. */
const LISTED = 50;

/** The book's jobs, newest first, now and at every change in any tab. */
export const liveJobs = (book: string): Observable<readonly JobStatus[]> => ({
  subscribe: (next, error) => {
    let leave: () => void = () => undefined;
    let left = false;
    const follow = async () => {
      const registry = await openRegistry(book);
      const jobs = registry.table<JobStatus, string>('jobs');
      const subscription = liveQuery(() =>
        jobs.orderBy('createdAt').reverse().limit(LISTED).toArray(),
      ).subscribe({
        next,
        error: (thrown: unknown) => error?.(asError(thrown)),
      });
      leave = () => {
        subscription.unsubscribe();
        registry.close();
      };
      if (left) leave();
    };
    follow().catch((thrown: unknown) => error?.(asError(thrown)));
    return () => {
      left = true;
      leave();
    };
  },
});
