import { ok, reject, type JobChunk, type JobContext, type JobType } from '../../kernel/index.ts';
import { BookSettings } from '../../views/book/query.ts';
import { ImportedThings } from '../../views/imports/query.ts';
import { start, type Cursor, type Payload } from './asked.ts';
import { Reading } from './reading.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { endOf, startOf } from './run.ts';
import { InDoubtError, settle, type Send } from './send.ts';
import { nextEntries, sendChunk } from './sending.ts';

const readingIn = async (
  memory: Map<string, unknown>,
  payload: Payload,
  { query }: JobContext,
): Promise<Reading> => {
  const kept = memory.get('reading');
  if (kept instanceof Reading) return kept;
  const { files, bookCurrency: currency, mappings, mode } = payload;
  const { defaultTaxRate: taxRate } = await query(BookSettings, {});
  const reading = new Reading(files, { currency, taxRate, mappings, areRowsShown: mode === 'check' });
  memory.set('reading', reading);
  return reading;
};

type Chunk = JobChunk<Cursor, ImportReport>;

const chunkAt = (cursor: Cursor, report: ImportReport): Chunk => ({
  cursor,
  progress: cursor.total === 0 ? { done: 1, total: 1 } : { done: cursor.index, total: cursor.total },
  report,
  finished: cursor.phase === 'sending' && cursor.index >= cursor.total,
});

/** What the files themselves show; the rest of the report comes with sending. */
const afterReading = (reading: Reading, mode: Payload['mode']): Chunk => {
  const { counts } = emptyReport;
  const report = {
    ...emptyReport,
    mode,
    files: [...reading.files],
    counts: { ...counts, refused: reading.refused },
    problems: reading.problems,
  };
  return chunkAt({ phase: 'sending', index: 0, total: reading.entries.length }, report);
};

const readOn = async (reading: Reading, payload: Payload, at: Chunk, context: JobContext): Promise<Chunk> => {
  await reading.step(context);
  // A rehearsal's branch is gone with the worker's memory: it begins again. An import goes on where it was.
  const isBeginning = at.cursor.phase === 'reading' || payload.mode === 'check';
  if (!isBeginning) return chunkAt(at.cursor, at.report);
  return reading.finished
    ? afterReading(reading, payload.mode)
    : chunkAt(start, { ...emptyReport, mode: payload.mode });
};

/**
 * Where the job's own commits begin, once there are any. A death within its first chunk leaves no cursor that knows: the
 * first thing that the book says came by this import does.
 */
const beginning = async ({ mode }: Payload, { since }: Cursor, { query, jobId }: JobContext) => {
  if (since !== undefined || mode === 'check') return since;
  const [first] = (await query(ImportedThings, { importId: jobId, limit: 1 })).rows;
  return first && Number(first.sort);
};

const sendOn = async (reading: Reading, payload: Payload, at: Chunk, context: JobContext): Promise<Chunk> => {
  const { index, total } = at.cursor;
  const since = await beginning(payload, at.cursor, context);
  const send: Send = (commands) =>
    payload.mode === 'check' ? context.rehearse(commands) : context.dispatch(commands);
  const entries = nextEntries(reading.entries, index);
  const sent = await sendChunk(
    entries,
    { report: at.report, since },
    {
      ...{ send, known: reading.names, query: context.query, importId: context.jobId },
      ...{ rehearse: (commands) => context.rehearse(commands), currency: payload.bookCurrency },
    },
  );
  const cursor = { phase: 'sending' as const, index: index + entries.length, total };
  const { jobId } = context;
  if (at.cursor.since === undefined && sent.since !== undefined)
    await settle([startOf(reading, jobId)], send);
  if (cursor.index >= total && payload.mode === 'import' && sent.since !== undefined)
    await settle([startOf(reading, jobId), endOf(sent.report, jobId)], send);
  return chunkAt(sent.since === undefined ? cursor : { ...cursor, since: sent.since }, sent.report);
};

/** Reads on, or sends on. */
export const chunk: JobType<'ImportBook', Payload, Cursor, ImportReport>['chunk'] = async (
  payload,
  { cursor, report, memory },
  context,
) => {
  const reading = await readingIn(memory, payload, context);
  const at = chunkAt(cursor, report);
  try {
    return ok(await (reading.finished ? sendOn : readOn)(reading, payload, at, context));
  } catch (error) {
    if (error instanceof InDoubtError)
      return reject(
        'in-doubt',
        'It is not known whether the last rows were written: import the same files again.',
        {
          problem: error.message,
        },
      );
    throw error;
  }
};
