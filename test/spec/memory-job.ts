import {
  canonicalJson,
  ok,
  reject,
  type JobContext,
  type JobType,
  type Rejection,
  type Result,
} from '../../src/kernel/index.ts';
import type { MemoryBook } from './memory-book.ts';

/** Text of a file, or the code of why it has none. */
type GivenFile = string | { readonly code: string };

export interface JobRun<Report> {
  readonly report: Report;
  readonly chunks: number;
  readonly error?: Rejection;
}

interface Options {
  readonly files?: Readonly<Record<string, GivenFile>>;
  readonly startedAt?: string;
  /** Asked before each chunk: shall the worker die here, and with it all that it keeps in memory? */
  diesBefore?(chunk: number): boolean;
  /** Asked at each dispatch: shall the worker die after it was written and before the cursor is kept? */
  diesAfterDispatch?(dispatch: number): boolean;
}

class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

/** Runs a job on a book in memory to its end, over as many workers as die under it. */
export const runJob = async <Payload, Cursor, Report>(
  job: JobType<string, Payload, Cursor, Report>,
  given: unknown,
  book: MemoryBook,
  { files = {}, startedAt = '2026-11-20T10:00:00.000Z', ...options }: Options = {},
): Promise<JobRun<Report>> => {
  const payload = job.payload.parse(given);
  let [chunks, dispatches] = [0, 0];
  let kept = { cursor: job.start, report: job.emptyReport };
  let memory = new Map<string, unknown>();
  let rehearsal = book.branch();

  const readText = (fileId: string): Promise<Result<string, Rejection>> => {
    const file = files[fileId] ?? { code: 'missing-file' };
    return Promise.resolve(typeof file === 'string' ? ok(file) : reject(file.code, file.code));
  };
  const context: JobContext = {
    startedAt,
    readText,
    rehearse: (commands) => rehearsal.dispatch(commands),
    dispatch: async (commands) => {
      const receipts = await book.dispatch(commands);
      dispatches += 1;
      if (options.diesAfterDispatch?.(dispatches) === true) throw new WorkerDied();
      return receipts;
    },
  };

  for (;;) {
    if (options.diesBefore?.(chunks) === true) {
      memory = new Map();
      rehearsal = book.branch();
    }
    chunks += 1;
    try {
      const chunk = await job.chunk(payload, { ...kept, memory }, context);
      if (!chunk.ok) return { report: kept.report, chunks, error: chunk.error };
      const { cursor, report, finished } = chunk.value;
      // The registry keeps both as JSON: what is not, would be lost by a reload.
      kept = JSON.parse(canonicalJson({ cursor, report })) as typeof kept;
      if (finished) return { report: kept.report, chunks };
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      memory = new Map();
      rehearsal = book.branch();
    }
  }
};
