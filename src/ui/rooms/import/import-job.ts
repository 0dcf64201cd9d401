import type { JobStatus } from '../../../client/index.ts';
import type { Encoding } from '../../../kernel/index.ts';
import type { ImportReport } from '../../../jobs/import-book/index.ts';
import { undoJobs, type UndoJob } from './undo-job.ts';

/** A job of this room, in the shapes that its own type declares for its payload and report. */
export interface ImportJob extends Omit<JobStatus, 'payload' | 'report'> {
  readonly payload: {
    readonly files: readonly { readonly name: string; readonly encoding?: Encoding }[];
    readonly mode: 'check' | 'import';
  };
  readonly report: ImportReport;
  /** What took it back last, all of it or but what stays. */
  readonly undone?: UndoJob;
}

/** Checks and imports, each with what took it back. */
export const importJobs = (jobs: readonly JobStatus[] | undefined): ImportJob[] => {
  const undoings = undoJobs(jobs)
    .filter(({ status }) => status === 'finished')
    .toSorted((one, other) => one.createdAt.localeCompare(other.createdAt));
  const known = (jobs ?? []).filter(({ type }) => type === 'ImportBook') as unknown as ImportJob[];
  return known.map((job) => {
    const undone = undoings.findLast(({ payload }) => payload.importId === job.id);
    return undone ? { ...job, undone } : job;
  });
};

/** Where a check or an import stands, as the room shows it. */
export type Stage = 'checking' | 'importing' | 'checked' | 'imported' | 'stopped' | 'failed' | 'undone';

export const stageOf = ({
  status,
  payload,
  undone,
}: Pick<ImportJob, 'status' | 'payload' | 'undone'>): Stage => {
  if (undone) return 'undone';
  const isCheck = payload.mode === 'check';
  switch (status) {
    case 'queued':
    case 'running':
    case 'cancelling':
      return isCheck ? 'checking' : 'importing';
    case 'finished':
      return isCheck ? 'checked' : 'imported';
    case 'cancelled':
      return 'stopped';
    case 'failed':
      return 'failed';
  }
};

export const isUnderWay = (stage: Stage): boolean => stage === 'checking' || stage === 'importing';

/** How many new things there are; nothing new means that there is nothing to import. */
export const newThings = ({ counts }: ImportReport): number =>
  counts.customers + counts.products + counts.orders;
