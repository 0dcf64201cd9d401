import {
  canonicalJson,
  ok,
  reject,
  type Inspection,
  type JobContext,
  type JobType,
  type QueryType,
  type Rejection,
} from '../../src/kernel/index.ts';
import { readings, readText as readFile } from '../../src/engine/jobs/read-text.ts';
import { projections } from '../../src/views/projections.ts';
import type { MemoryBook } from './memory-book.ts';
import { memoryView, type MemoryView } from './memory-tables.ts';

/** Text of a file, its bytes, or the code of why it has none. */
type GivenFile = string | Uint8Array<ArrayBuffer> | { readonly code: string };

export interface JobRun<Report> {
  readonly report: Report;
  readonly chunks: number;
  /** The parts of its result file, one after the other. */
  readonly written: string;
  readonly error?: Rejection;
}

interface Options {
  readonly files?: Readonly<Record<string, GivenFile>>;
  readonly startedAt?: string;
  readonly jobId?: string;
  /** Asked before each chunk: shall the worker die here, and with it all that it keeps in memory? */
  diesBefore?(chunk: number): boolean;
  /** Asked at each dispatch: shall the worker die after it was written and before the cursor is kept? */
  diesAfterDispatch?(dispatch: number): boolean;
}

class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}

interface Followed {
  readonly view: MemoryView<object>;
  position: number;
}

/** A book in memory has nothing below it. */
const NO_INSPECTION: Inspection = {
  head: () => 0,
  chain: () => Promise.resolve({ whole: true, at: { position: 0, hash: '' }, commits: 0, end: true }),
  snapshots: () => Promise.resolve({ streams: 0, mended: [] }),
  views: () => [],
  view: () => Promise.resolve({}),
};

/** Every run is a job of its own. */
let runs = 0;

const viewsOf = new WeakMap<MemoryBook, Map<string, Followed>>();

/** Answers from the read models of a book in memory, once they know of everything in it. */
export const answerOf = <Params, Answer>(
  book: MemoryBook,
  query: QueryType<string, Params, Answer>,
  params: unknown,
): Promise<Answer> => {
  const projection = projections.find(({ name }) => name === query.view);
  if (!projection) throw new Error(`There is no read model ${query.view}.`);
  const views = viewsOf.get(book) ?? new Map<string, Followed>();
  viewsOf.set(book, views);
  const followed = views.get(query.view) ?? { view: memoryView(projection as never), position: 0 };
  views.set(query.view, followed);
  const { view } = followed;
  view.apply(book.events.slice(followed.position));
  followed.position = book.events.length;
  return query.run(view.tables as never, query.params.parse(params));
};

/** Runs a job on a book in memory to its end, over as many workers as die under it. */
export const runJob = async <Payload, Cursor, Report>(
  job: JobType<string, Payload, Cursor, Report>,
  given: unknown,
  book: MemoryBook,
  {
    files = {},
    startedAt = '2026-11-20T10:00:00.000Z',
    jobId = `0193500b-0000-7000-9000-${String((runs += 1)).padStart(12, '0')}`,
    ...options
  }: Options = {},
): Promise<JobRun<Report>> => {
  const payload = job.payload.parse(given);
  let [chunks, dispatches] = [0, 0];
  let kept = { cursor: job.start, report: job.emptyReport };
  let memory = new Map<string, unknown>();
  let rehearsal = book.branch();

  const bytesOf = (fileId: string) => {
    const file = files[fileId];
    return file instanceof Uint8Array ? { name: fileId, content: new Blob([file]) } : undefined;
  };
  const readText: JobContext['readText'] = async (fileId, encoding) => {
    const file = files[fileId];
    if (typeof file === 'string') return ok(file);
    if (file && 'code' in file) return reject(file.code, file.code);
    return readFile(bytesOf(fileId), fileId, encoding);
  };
  const parts = new Map<number, string>();
  const written = (): string =>
    [...parts]
      .sort(([a], [b]) => a - b)
      .map(([, text]) => text)
      .join('');
  const context: JobContext = {
    startedAt,
    jobId,
    inspection: NO_INSPECTION,
    query: (query, params) => answerOf(book, query, params),
    writePart: (number, text) => {
      parts.set(number, text);
      return Promise.resolve();
    },
    readText,
    readings: (fileId) => readings(bytesOf(fileId)),
    writeBackup: () => Promise.resolve(reject('no-store', 'A book in memory has no backup.')),
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
      if (!chunk.ok) return { report: kept.report, chunks, written: written(), error: chunk.error };
      const { cursor, report, finished } = chunk.value;
      // The registry keeps both as JSON: what is not, would be lost by a reload.
      kept = JSON.parse(canonicalJson({ cursor, report })) as typeof kept;
      if (finished) return { report: kept.report, chunks, written: written() };
    } catch (error) {
      if (!(error instanceof WorkerDied)) throw error;
      memory = new Map();
      rehearsal = book.branch();
    }
  }
};
