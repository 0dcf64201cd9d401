import { canonicalJson, type ChainPoint, type ChainStretch } from '../../kernel/index.ts';
import { EMPTY_HASH, type EventLog, type Head, type LogRecord } from '../ports.ts';
import { loosen, recordOf } from './records.ts';

/** What came of checking the log: whole up to its head, or where it is not. */
export type Verdict =
  | { readonly whole: true; readonly head: Head; readonly commits: number }
  | { readonly whole: false; readonly position: number; readonly problem: string };

const RECORDS = 64;

/**
 * Makes the next records after a point anew, which must be one that this gave before, and compares: the chain, and what
 * each is found by. It reads the stored form, so it needs no keys, and holds after a person was forgotten.
 */
export const verifyStretch = async (
  log: Pick<EventLog, 'records'>,
  after: ChainPoint = { position: 0, hash: EMPTY_HASH },
): Promise<ChainStretch> => {
  let at = after;
  let commits = 0;
  const records = await log.records(at.position, RECORDS);
  for (const record of records) {
    const broken = (problem: string) => ({ whole: false as const, position: record.position, problem });
    if (record.position !== at.position + 1) return broken('a record is missing before this one');
    let made: LogRecord;
    try {
      made = recordOf(
        at,
        record.commits.map(({ previous: _, ...commit }) => loosen(commit)),
      );
    } catch {
      return broken('a commit is not what it was when it was written');
    }
    const stray = record.commits.find(({ previous }, n) => previous !== made.commits[n]?.previous);
    if (stray) return broken(`commit ${stray.commandId} does not follow the one before`);
    if (made.hash !== record.hash) return broken('a commit is not what it was when it was written');
    if (made.next !== record.next) return broken('events are missing');
    // What is found by them decides what is allowed: an event that is not listed would never be read again.
    const listed = ({ streams, begins, commandIds }: LogRecord) =>
      canonicalJson({ streams, begins, commandIds });
    if (listed(made) !== listed(record)) return broken('it is not listed under what it holds');
    commits += record.commits.length;
    at = { position: made.next - 1, hash: made.hash };
  }
  return { whole: true, at, commits, end: records.length === 0 };
};

/** Recomputes the chain from the first commit: a commit that was changed, removed or moved is found. */
export const verifyLog = async (log: EventLog): Promise<Verdict> => {
  let at: ChainPoint | undefined;
  let commits = 0;
  for (;;) {
    const stretch = await verifyStretch(log, at);
    if (!stretch.whole) return stretch;
    commits += stretch.commits;
    at = stretch.at;
    if (stretch.end) return { whole: true, head: at, commits };
  }
};
