import { v7 } from 'uuid';
import type { Receipt } from '../kernel/index.ts';
import type { JobFile } from '../engine/host/api.ts';
import { jobStatus, liveJobs, takeJobFile, type JobStatus } from '../engine/reading/index.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;
/** Large files are written down before a job is accepted. */
const HAND_OVER_MS = 60_000;

/** Asynchronous commands, and how they go. */
export const createJobsOf = (link: Link, book: string) => ({
  /** Starts an asynchronous command; the receipt is `accepted`, the rest is in `jobs`. */
  startJob: (
    type: string,
    payload: unknown,
    {
      commandId = v7(),
      files = [],
    }: { readonly commandId?: string; readonly files?: readonly JobFile[] } = {},
  ): Promise<Receipt> =>
    link.insist((engine) => engine.accept({ commandId, type, payload }, files), HAND_OVER_MS),
  /** False when the present operator may not do it. */
  cancelJob: (jobId: string): Promise<boolean> => link.insist((engine) => engine.cancelJob(jobId), ASK_MS),
  /** The file that a job has made, once; undefined when it made none, or it was fetched before. */
  jobFile: (jobId: string): Promise<Blob | undefined> => takeJobFile(book, jobId),
  /** Newest first. */
  jobs: liveJobs(book),
  /** How a job stands, however long ago it was; undefined when none was ever accepted under this id. */
  job: (jobId: string): Promise<JobStatus | undefined> => jobStatus(book, jobId),
});
