import type { Rejection } from '../../kernel/index.ts';
import type { JobContext, PlannedCommand } from '../../kernel/index.ts';
import { TimesTakenBack } from '../../views/imports/query.ts';
import { again } from './again.ts';
import type { FiledEntry, Kind, Known } from './formats/format.ts';
import { problem, withProblems } from './problem.ts';
import { withCount, withNew, type ImportReport } from './report.ts';
import { isInBook } from './in-book.ts';
import { isThere, otherContents, settle, type Send, type Settled } from './send.ts';

export const CHUNK = 200;

/** The next entries that may go together: of one kind, since the next kind needs what this one creates. */
export const nextEntries = (entries: readonly FiledEntry[], index: number): readonly FiledEntry[] => {
  const chunk = entries.slice(index, index + CHUNK);
  const other = chunk.findIndex(({ kind }) => kind !== chunk[0]?.kind);
  return other < 0 ? chunk : chunk.slice(0, other);
};

const ofKind: Record<Kind, string> = { customers: 'Customer', products: 'Product', orders: 'Order' };

const refuse = (
  report: ImportReport,
  entry: FiledEntry,
  rejection: Rejection,
  known: Known,
): ImportReport => {
  const blamed = entry.blame(rejection, known);
  const { code, message, values } = rejection;
  const whole = problem(entry.row, code, `${ofKind[entry.kind]} ${entry.key}: ${message}`, {
    ...values,
    key: entry.key,
  });
  const rows = blamed.length > 0 ? blamed : [whole];
  return {
    ...report,
    problems: withProblems(
      report.problems,
      rows.map((row) => ({ file: entry.file, ...row })),
    ),
  };
};

/** Nothing of an entry is counted twice: what creates it counts, what follows can only add problems. */
const counted = (
  report: ImportReport,
  entry: FiledEntry,
  settled: Settled,
  isOurs: boolean,
  known: Known,
): ImportReport => {
  if (settled.status === 'refused' && entry.implied && isThere(settled.rejection)) return report;
  if (settled.status === 'refused')
    return withCount(refuse(report, entry, settled.rejection, known), 'refused', 1);
  if (!isOurs && entry.implied) return report;
  return isOurs ? withNew(report, entry) : withCount(report, 'alreadyThere', 1);
};

/** How commands go out, and what they have to know. */
export interface Sending {
  readonly send: Send;
  readonly known: Known;
  readonly query: JobContext['query'];
  readonly importId: string;
}

const thingOf = { customers: 'customer', products: 'product', orders: 'order' } as const;

/** The commands of each entry; for what an earlier import brought and somebody took back, those that bring it again. */
const plannedOf = async (
  entries: readonly FiledEntry[],
  { known, query, importId }: Omit<Sending, 'send'>,
): Promise<(readonly PlannedCommand[])[]> => {
  const things = entries.map(({ kind, id }) => ({ kind: thingOf[kind], id }));
  const history = await query(TimesTakenBack, { things });
  return entries.map((entry, n) =>
    again(entry.commands(known), history[n]?.undone ?? 0).map((command) => ({
      ...command,
      correlationId: importId,
    })),
  );
};

/**
 * Something else than this file may have brought the very same; and until 22 November 2026 what a file was silent about was
 * counted from zero on, of which its command speaks still.
 */
const mayBeSame = (one: Settled, { isUncounted = false }: FiledEntry): boolean =>
  one.status === 'taken' || (one.status === 'refused' && isUncounted && isThere(one.rejection));

export interface Sent {
  readonly report: ImportReport;
  /** Position of the job's own first commit, once there is one. */
  readonly since: number | undefined;
}

/**
 * Sends one chunk and adds it to the report. A chunk that was cut off (the tab died) is sent again: what it had already
 * written comes back as duplicates, which `since` tells from those of an earlier import.
 */
export const sendChunk = async (
  entries: readonly FiledEntry[],
  before: Sent,
  { send, known, query, importId }: Sending,
): Promise<Sent> => {
  const planned = await plannedOf(entries, { known, query, importId });
  const settled = await settle(
    planned.flatMap(([create]) => create ?? []),
    send,
  );
  const created = await Promise.all(
    settled.map(async (one, n): Promise<Settled> => {
      const entry = entries[n];
      if (!entry || !mayBeSame(one, entry)) return one;
      const isSame = !entry.implied && (await isInBook(entry, planned[n] ?? [], query));
      return isSame ? { status: 'taken' } : { status: 'refused', rejection: otherContents };
    }),
  );
  const fresh = created.flatMap((one) => (one.status === 'new' ? [one.position] : []));
  const since = before.since ?? fresh[0];
  let report = before.report;
  entries.forEach((entry, n) => {
    const one = created[n];
    if (!one) return;
    const isOurs =
      one.status === 'new' || (one.status === 'there' && since !== undefined && one.position >= since);
    report = counted(report, entry, one, isOurs, known);
  });

  const following = entries.flatMap((entry, n) => {
    const [, ...others] = planned[n] ?? [];
    const isHere = created[n]?.status === 'new' || created[n]?.status === 'there';
    return isHere ? others.map((command) => ({ entry, command })) : [];
  });
  const followed = await settle(
    following.map(({ command }) => command),
    send,
  );
  followed.forEach((one, n) => {
    const entry = following[n]?.entry;
    if (entry && one.status === 'refused') report = refuse(report, entry, one.rejection, known);
  });
  return { report, since };
};
