import * as z from 'zod/mini';
import { defineJob, ok, type JobContext } from '../../kernel/index.ts';

const point = z.object({ position: z.int(), hash: z.string() });
const list = z.object({ view: z.string(), rows: z.optional(z.int()), problem: z.optional(z.string()) });

/** What was found so far. The log is whole while it has no `problem`. */
const Report = z.object({
  entries: z.int(),
  commits: z.int(),
  problem: z.optional(z.object({ position: z.int(), what: z.string() })),
  folded: z.optional(z.object({ streams: z.int(), mended: z.readonly(z.array(z.string())) })),
  lists: z.readonly(z.array(list)),
});
type Report = z.infer<typeof Report>;

/** `compared` is left out while the chain is gone through; then it says how many read models were compared. */
const Cursor = z.object({ at: z.optional(point), compared: z.optional(z.int()) });
type Cursor = z.infer<typeof Cursor>;

interface At {
  readonly cursor: Cursor;
  readonly report: Report;
}

const chain = async ({ cursor, report }: At, { inspection }: JobContext) => {
  const stretch = await inspection.chain(cursor.at);
  if (!stretch.whole) {
    const problem = { position: stretch.position, what: stretch.problem };
    return { cursor: { compared: 0 }, report: { ...report, problem } };
  }
  const { at, commits, end } = stretch;
  return {
    cursor: { at, ...(end && { compared: 0 }) },
    report: { ...report, entries: at.position, commits: report.commits + commits },
  };
};

/** A log that is not whole says nothing about what was folded from it. */
const foldAnew = async ({ cursor, report }: At, { inspection }: JobContext) => ({
  cursor,
  report: { ...report, folded: await inspection.snapshots() },
});

const compareNext = async ({ cursor, report }: At, compared: number, { inspection }: JobContext) => {
  const view = inspection.views()[compared];
  if (view === undefined) return { cursor, report };
  const list = { view, ...(await inspection.view(view)) };
  return {
    cursor: { ...cursor, compared: compared + 1 },
    report: { ...report, lists: [...report.lists, list] },
  };
};

/**
 * Proves that the book is what was written into it: the chain of hashes over the whole log, then what is kept folded of
 * long streams, and every read model, against a fold of the log. It finds, and mends only what nobody would read again
 * for: streams kept folded wrongly, on which commands are decided.
 */
export const VerifyBook = defineJob({
  type: 'VerifyBook',
  payload: z.strictObject({}),
  permission: 'engine.see',
  start: Cursor.parse({}),
  emptyReport: Report.parse({ entries: 0, commits: 0, lists: [] }),
  chunk: async (_, at, context) => {
    const { inspection } = context;
    const { compared } = at.cursor;
    const { folded, problem } = at.report;
    const isFolded = compared !== undefined && (folded ?? problem) !== undefined;
    const next = isFolded
      ? await compareNext(at, compared, context)
      : await (compared === undefined ? chain : foldAnew)(at, context);
    const views = inspection.views().length;
    const done = next.cursor.compared ?? 0;
    const stretch = Math.max(1, inspection.head());
    const passed = next.cursor.compared === undefined ? Math.min(next.report.entries, stretch) : stretch;
    return ok({
      ...next,
      // Each read model is a fold of the whole log once more.
      progress: { done: passed + done * stretch, total: (views + 1) * stretch },
      finished: isFolded && done >= views,
    });
  },
});
