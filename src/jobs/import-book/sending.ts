import type { Rejection } from '../../kernel/index.ts';
import type { Kind } from './formats/format.ts';
import { problem, withProblems } from './problem.ts';
import type { FiledEntry } from './reading.ts';
import { withCount, withNew, type ImportReport } from './report.ts';
import { settle, type Send, type Settled } from './send.ts';

export const CHUNK = 200;

/** The next entries that may go together: of one kind, since the next kind needs what this one creates. */
export const nextEntries = (entries: readonly FiledEntry[], index: number): readonly FiledEntry[] => {
  const chunk = entries.slice(index, index + CHUNK);
  const other = chunk.findIndex(({ kind }) => kind !== chunk[0]?.kind);
  return other < 0 ? chunk : chunk.slice(0, other);
};

const ofKind: Record<Kind, string> = { customers: 'Customer', products: 'Product', orders: 'Order' };

const refuse = (report: ImportReport, entry: FiledEntry, rejection: Rejection): ImportReport => {
  const blamed = entry.blame(rejection);
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
): ImportReport => {
  if (settled.status === 'refused') return withCount(refuse(report, entry, settled.rejection), 'refused', 1);
  return isOurs
    ? withNew(report, entry.kind, entry.lines, entry.worth())
    : withCount(report, 'alreadyThere', 1);
};

export interface Sent {
  readonly report: ImportReport;
  /** Position of the job's own first commit, once there is one. */
  readonly since: number | undefined;
}

/**
 * Sends one chunk and adds it to the report. A chunk that was cut off (the tab died) is sent again: what it had already
 * written comes back as duplicates, which `since` tells from those of an earlier import.
 */
export const sendChunk = async (entries: readonly FiledEntry[], before: Sent, send: Send): Promise<Sent> => {
  const planned = entries.map((entry) => entry.commands());
  const created = await settle(
    planned.map(([create]) => create),
    send,
  );
  const fresh = created.flatMap((one) => (one.status === 'new' ? [one.position] : []));
  const since = before.since ?? fresh[0];
  let report = before.report;
  entries.forEach((entry, n) => {
    const one = created[n];
    if (!one) return;
    const isOurs =
      one.status === 'new' || (one.status === 'there' && since !== undefined && one.position >= since);
    report = counted(report, entry, one, isOurs);
  });

  const following = entries.flatMap((entry, n) => {
    const [, ...others] = planned[n] ?? [];
    return created[n]?.status === 'refused' ? [] : others.map((command) => ({ entry, command }));
  });
  const followed = await settle(
    following.map(({ command }) => command),
    send,
  );
  followed.forEach((one, n) => {
    const entry = following[n]?.entry;
    if (entry && one.status === 'refused') report = refuse(report, entry, one.rejection);
  });
  return { report, since };
};
