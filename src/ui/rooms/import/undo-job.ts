import type { JobStatus } from '../../../client/index.ts';
import type { UndoReport } from '../../../jobs/undo-import/index.ts';

/** The undoing of an import, in the shapes that its own type declares. */
export interface UndoJob extends Omit<JobStatus, 'payload' | 'report'> {
  readonly payload: { readonly importId: string };
  readonly report: UndoReport;
}

export const undoJobs = (jobs: readonly JobStatus[] | undefined): UndoJob[] =>
  (jobs ?? []).filter(({ type }) => type === 'UndoImport') as unknown as UndoJob[];

export const isUndoing = ({ status }: Pick<UndoJob, 'status'>): boolean =>
  status === 'queued' || status === 'running' || status === 'cancelling';
