import * as z from 'zod/mini';
import { defineJob, ok, reject, type JobChunk, type JobContext } from '../../kernel/index.ts';
import {
  ImportedThings,
  ImportList,
  type ImportedKind,
  type ImportedThing,
} from '../../views/imports/index.ts';
import { emptyReport, withKept, type UndoReport } from './report.ts';
import { takeBack } from './take-back.ts';

/** Things looked at between two looks at whether to stop. */
const CHUNK = 100;

/**
 * Orders go first, since they hold what the others are; products twice, since the shelves learn of the orders' going by
 * themselves, a moment later. The last walk also counts what is gone.
 */
const WALKS: readonly ImportedKind[] = ['order', 'product', 'customer', 'product'];

type Cursor = {
  readonly walk: number;
  readonly done: number;
  readonly total: number;
  readonly after?: string;
};

const start: Cursor = { walk: 0, done: 0, total: 0 };

const totalOf = async (importId: string, { query }: JobContext): Promise<number | undefined> => {
  for (let after: string | undefined; ;) {
    const page = await query(ImportList, { limit: 200, ...(after === undefined ? {} : { after }) });
    const run = page.rows.find((row) => row.importId === importId);
    if (run) {
      const { customers = 0, products = 0, orders = 0 } = run.counts ?? {};
      return (customers + products + orders) * WALKS.length;
    }
    if (page.next === undefined) return undefined;
    after = page.next;
  }
};

const counted = (report: UndoReport, things: readonly ImportedThing[]): UndoReport => {
  const gone = (kind: ImportedKind): number =>
    things.filter((thing) => thing.kind === kind && thing.isBack).length;
  const { customers, products, orders } = report.undone;
  return {
    ...report,
    undone: {
      customers: customers + gone('customer'),
      products: products + gone('product'),
      orders: orders + gone('order'),
    },
  };
};

const noteOf = (importId: string, jobId: string, { undone, kept }: UndoReport) => ({
  commandId: `undo-import/${importId}/note/${jobId}`,
  type: 'NoteImportUndone',
  payload: { importId, ...undone, kept: kept.total },
});

const step = async (
  importId: string,
  cursor: Cursor,
  before: UndoReport,
  context: JobContext,
): Promise<JobChunk<Cursor, UndoReport>> => {
  const { walk, after, done, total } = cursor;
  const page = await context.query(ImportedThings, {
    ...{ importId, limit: CHUNK },
    ...(after === undefined ? {} : { after }),
  });
  const things = page.rows.filter(({ kind, isBack }) => kind === WALKS[walk] && !isBack);
  const kept = await takeBack(things, context);
  const isFirstTry = WALKS.indexOf(WALKS[walk] ?? 'order', walk + 1) > 0;
  const isLast = walk === WALKS.length - 1;
  let report = isFirstTry ? before : withKept(before, kept);
  if (isLast) {
    // Asked again: what this very chunk took back is gone by now.
    const now = await context.query(ImportedThings, {
      ...{ importId, limit: CHUNK },
      ...(after === undefined ? {} : { after }),
    });
    report = counted(report, now.rows);
  }
  const finished = isLast && page.next === undefined;
  if (finished) await context.dispatch([noteOf(importId, context.jobId, report)]);
  const passed = done + page.rows.length;
  const next: Cursor = {
    walk: page.next === undefined ? walk + 1 : walk,
    done: passed,
    total: Math.max(total, passed),
    ...(page.next === undefined ? {} : { after: page.next }),
  };
  return { cursor: next, progress: { done: passed, total: next.total }, report, finished };
};

/**
 * Takes a whole import back by events of its own: orders as if they had never come in, products and customers into the
 * archive, their stock booked off again. What somebody has worked on since stays, and is listed with the reason.
 * Importing the same files again brings everything back. Refused: `unknown-import`.
 */
export const UndoImport = defineJob({
  type: 'UndoImport',
  payload: z.strictObject({ importId: z.uuid() }),
  permission: 'import.run',
  start,
  emptyReport,
  chunk: async ({ importId }, { cursor, report }, context) => {
    if (cursor.total > 0 || cursor.walk > 0) return ok(await step(importId, cursor, report, context));
    const total = await totalOf(importId, context);
    if (total === undefined) return reject('unknown-import', 'There is no such import.', { importId });
    return ok(await step(importId, { ...cursor, total: Math.max(1, total) }, report, context));
  },
});
