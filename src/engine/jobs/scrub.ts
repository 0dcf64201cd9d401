import { byName, type Followers } from '../../kernel/index.ts';
import type { JobState } from '../reading/index.ts';
import { resultOf } from '../reading/job-file.ts';
import type { JobTables } from './rows.ts';

const ENDED: readonly JobState[] = ['finished', 'failed', 'cancelled'];

/**
 * Empties what ended jobs have said and made: problems of an import quote its rows, an exported file lists persons. Done
 * before somebody is forgotten, and doing it again changes nothing.
 */
export const scrubJobs = async ({ jobs, files }: JobTables, known: Followers['jobs']): Promise<void> => {
  const types = byName(known, ({ type }) => type);
  const ended: string[] = [];
  await jobs
    .filter(({ status }) => ENDED.includes(status))
    .modify((job) => {
      ended.push(job.id);
      Object.assign(job, { report: types.get(job.type)?.emptyReport ?? {} });
      delete (job as { error?: unknown }).error;
    });
  const theirs = ended.flatMap((id) => [id, resultOf(id, 0).jobId]);
  await files.where('jobId').anyOf(theirs).delete();
};
