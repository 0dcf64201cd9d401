import type { Rejection } from '../../kernel/index.ts';
import type { JobContext, PlannedCommand } from '../../kernel/index.ts';
import { TimesTakenBack } from '../../views/imports/query.ts';
import { again } from './again.ts';
import type { FiledEntry, Kind, Known } from './formats/format.ts';
import { problem, withProblems } from './problem.ts';
import { withCount, withNew, type ImportReport } from './report.ts';
import { differencesOf, type Difference } from './in-book.ts';
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
  /** Says how commands would end, and writes nothing. */
  readonly rehearse: Send;
  /** Minor units and prices of the report are in it. */
  readonly currency: string;
  readonly known: Known;
  readonly query: JobContext['query'];
  readonly importId: string;
}

const thingOf = { customers: 'customer', products: 'product', orders: 'order' } as const;

interface Plan {
  readonly entry: FiledEntry;
  readonly commands: readonly PlannedCommand[];
  /** An earlier import brought it with all that belongs to it. */
  readonly isWhole: boolean;
}

/** The commands of each entry; for what an earlier import brought and somebody took back, those that bring it again. */
const plannedOf = async (
  entries: readonly FiledEntry[],
  { known, query, importId }: Pick<Sending, 'known' | 'query' | 'importId'>,
): Promise<Plan[]> => {
  const things = entries.map(({ kind, id }) => ({ kind: thingOf[kind], id }));
  const history = await query(TimesTakenBack, { things });
  return entries.map((entry, n) => ({
    entry,
    isWhole: history[n]?.isWhole ?? false,
    commands: again(entry.commands(known), history[n]?.undone ?? 0).map((command) => ({
      ...command,
      correlationId: importId,
    })),
  }));
};

const differing = (differs: readonly Difference[], currency: string): Rejection => ({
  ...otherContents,
  values: { differs: differs.map((one) => ({ ...one })), currency },
});

/**
 * What came of the first command, in the light of what the book has: something else than this file may have brought the
 * very same, and what was imported otherwise may have been changed to the same since. An order is more than is compared.
 */
const compared = async (
  { entry, commands }: Plan,
  one: Settled,
  { query, currency }: Sending,
): Promise<Settled> => {
  const isOther = one.status === 'refused' && isThere(one.rejection);
  if (entry.implied || (one.status !== 'taken' && !isOther)) return one;
  const differs = await differencesOf(entry, commands, query);
  const isSame = differs?.length === 0 && (one.status === 'taken' || entry.kind !== 'orders');
  return isSame ? { status: 'taken' } : { status: 'refused', rejection: differing(differs ?? [], currency) };
};

const OF_SHELF = ['ReceiveStock', 'SetReorderLevel'];

/**
 * What a file says of a shelf now and said nothing of when it was imported: nobody asked for that to be changed. A file
 * that is imported again after it was cut off has not said it all yet.
 */
const unsaidBefore = async (
  plans: readonly Plan[],
  rehearse: Send,
): Promise<ReadonlyMap<PlannedCommand, FiledEntry>> => {
  const asked = plans.flatMap(({ entry, commands: [, ...others], isWhole }) =>
    isWhole
      ? others.filter(({ type }) => OF_SHELF.includes(type)).map((command) => ({ entry, command }))
      : [],
  );
  const ends = await settle(
    asked.map(({ command }) => command),
    rehearse,
  );
  return new Map(
    asked.flatMap(({ entry, command }, n) => (ends[n]?.status === 'new' ? [[command, entry] as const] : [])),
  );
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
export const sendChunk = async (
  entries: readonly FiledEntry[],
  before: Sent,
  sending: Sending,
): Promise<Sent> => {
  const { send, rehearse, known, query, currency } = sending;
  const plans = await plannedOf(entries, sending);
  const settled = await settle(
    plans.flatMap(({ commands: [create] }) => create ?? []),
    send,
  );
  const created = await Promise.all(
    plans.map((plan, n) => compared(plan, settled[n] ?? { status: 'taken' }, sending)),
  );
  const fresh = created.flatMap((one) => (one.status === 'new' ? [one.position] : []));
  const since = before.since ?? fresh[0];
  const isOurs = (one: Settled | undefined): boolean =>
    one?.status === 'new' || (one?.status === 'there' && since !== undefined && one.position >= since);
  let report = before.report;
  entries.forEach((entry, n) => {
    const one = created[n];
    if (one) report = counted(report, entry, one, isOurs(one), known);
  });

  const here = plans.filter((_, n) => created[n]?.status === 'new' || created[n]?.status === 'there');
  const earlier = plans.filter((_, n) => created[n]?.status === 'there' && !isOurs(created[n]));
  const unsaid = await unsaidBefore(earlier, rehearse);
  const following = here.flatMap(({ entry, commands: [, ...others] }) =>
    others.filter((command) => !unsaid.has(command)).map((command) => ({ entry, command })),
  );
  const followed = await settle(
    following.map(({ command }) => command),
    send,
  );
  const other = new Set(unsaid.values());
  followed.forEach((one, n) => {
    const entry = following[n]?.entry;
    if (!entry || one.status !== 'refused') return;
    if (isThere(one.rejection)) other.add(entry);
    else report = refuse(report, entry, one.rejection, known);
  });
  const isUnsaid = new Set(unsaid.values());
  for (const { entry, commands } of here) {
    if (!other.has(entry)) continue;
    const differs = (await differencesOf(entry, commands, query)) ?? [];
    // What only was not said before may be just as the book has it.
    if (differs.length > 0 || !isUnsaid.has(entry))
      report = refuse(report, entry, differing(differs, currency), known);
  }
  return { report, since };
};
