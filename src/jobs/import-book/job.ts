import * as z from 'zod/mini';
import { CurrencyCode } from '../../domain/pricing/index.ts';
import { BookSettings } from '../../views/book/query.ts';
import { defineJob, ok, reject, type JobChunk, type JobContext } from '../../kernel/index.ts';
import { ImportedThings } from '../../views/imports/query.ts';
import { Mapping } from './formats/plain/index.ts';
import { Reading } from './reading.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { endOf, startOf } from './run.ts';
import { InDoubtError, settle, type Send } from './send.ts';
import { nextEntries, sendChunk } from './sending.ts';

const Payload = z.strictObject({
  files: z
    .array(
      z.strictObject({
        fileId: z.string().check(z.maxLength(200)),
        name: z.string().check(z.maxLength(300)),
      }),
    )
    .check(z.minLength(1), z.maxLength(20)),
  /** `check` says what an import would come to, and writes nothing. */
  mode: z.enum(['check', 'import']),
  /** How tables that nobody would recognize are to be read; each is known by its header. */
  mappings: z._default(z.array(Mapping).check(z.maxLength(100)), []),
  /** The book's currency; fees are written in its minor unit. EUR, as in a book that was never opened, when left out. */
  bookCurrency: z._default(CurrencyCode, CurrencyCode.parse('EUR')),
});
type Payload = z.infer<typeof Payload>;

type Cursor = {
  readonly phase: 'reading' | 'sending';
  /** Entries sent, of so many. */
  readonly index: number;
  readonly total: number;
  readonly since?: number;
};

const start: Cursor = { phase: 'reading', index: 0, total: 1 };

const readingIn = async (
  memory: Map<string, unknown>,
  payload: Payload,
  { query }: JobContext,
): Promise<Reading> => {
  const kept = memory.get('reading');
  if (kept instanceof Reading) return kept;
  const { files, bookCurrency: currency, mappings } = payload;
  const { defaultTaxRate: taxRate } = await query(BookSettings, {});
  const reading = new Reading(files, { currency, taxRate, mappings });
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

/** Cut off within its first chunk, it may have brought something without knowing. */
const hasBrought = async (since: number | undefined, { query, jobId }: JobContext): Promise<boolean> =>
  since !== undefined || (await query(ImportedThings, { importId: jobId, limit: 1 })).rows.length > 0;

const sendOn = async (reading: Reading, payload: Payload, at: Chunk, context: JobContext): Promise<Chunk> => {
  const { index, total, since } = at.cursor;
  const send: Send = (commands) =>
    payload.mode === 'check' ? context.rehearse(commands) : context.dispatch(commands);
  const entries = nextEntries(reading.entries, index);
  const sent = await sendChunk(
    entries,
    { report: at.report, since },
    { send, known: reading.names, query: context.query, importId: context.jobId },
  );
  const cursor = { phase: 'sending' as const, index: index + entries.length, total };
  const { jobId } = context;
  if (since === undefined && sent.since !== undefined) await settle([startOf(reading, jobId)], send);
  if (cursor.index >= total && payload.mode === 'import' && (await hasBrought(sent.since, context)))
    await settle([startOf(reading, jobId), endOf(sent.report, jobId)], send);
  return chunkAt(sent.since === undefined ? cursor : { ...cursor, since: sent.since }, sent.report);
};

/**
 * Imports files of another system: whatever they are called, each is recognized by its header. Good customers, products
 * and orders come into the book, bad ones are listed by row; what an earlier import brought is not added again.
 * Refused: `in-doubt` when the store could not say whether something was written; starting it again is safe.
 */
export const ImportBook = defineJob({
  type: 'ImportBook',
  payload: Payload,
  permission: 'import.run',
  start,
  emptyReport,
  chunk: async (payload, { cursor, report, memory }, context) => {
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
  },
});
