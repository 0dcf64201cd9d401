import { openRegistry } from './registry.ts';

/** Where a file lies that was handed over with a job: its own id may be anything, so it is only looked for within its job. */
export const handedOver = (jobId: string, fileId: string): string => `${jobId}/given/${fileId}`;

/** Where a part of a job's result lies among the registry's files: not with what was handed over, which goes when it ends. */
export const resultOf = (jobId: string, number: number): { readonly id: string; readonly jobId: string } => ({
  id: `${jobId}/result/${String(number).padStart(8, '0')}`,
  jobId: `result:${jobId}`,
});

/**
 * The result file of a job, handed over once: it holds what the book holds, and the book is no place for copies of itself.
 * Undefined when there is none, or none any more.
 */
export const takeJobFile = async (book: string, jobId: string): Promise<Blob | undefined> => {
  const registry = await openRegistry(book);
  try {
    const files = registry.table<{ readonly content: Blob }, string>('files');
    const parts = await files.where('jobId').equals(resultOf(jobId, 0).jobId).sortBy('id');
    if (parts.length === 0) return undefined;
    const whole = new Blob(await Promise.all(parts.map(({ content }) => content.arrayBuffer())));
    await files.where('jobId').equals(resultOf(jobId, 0).jobId).delete();
    return whole;
  } finally {
    registry.close();
  }
};
