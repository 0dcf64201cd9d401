import type { JobStatus } from '../../../client/index.ts';
import type { Encoding } from '../../../kernel/index.ts';
import type { ImportReport } from '../../../jobs/import-book/index.ts';

/** A job of this room, in the shapes that its own type declares for its payload and report. */
export interface ImportJob extends Omit<JobStatus, 'payload' | 'report'> {
  readonly payload: {
    readonly files: readonly { readonly name: string; readonly encoding?: Encoding }[];
    readonly mode: 'check' | 'import';
  };
  readonly report: ImportReport;
}

export const importJobs = (jobs: readonly JobStatus[] | undefined): ImportJob[] =>
  (jobs ?? []).filter(({ type }) => type === 'ImportBook') as unknown as ImportJob[];

/** Where a check or an import stands, as the room shows it. */
export type Stage = 'checking' | 'importing' | 'checked' | 'imported' | 'stopped' | 'failed';

export const stageOf = ({ status, payload }: Pick<ImportJob, 'status' | 'payload'>): Stage => {
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
