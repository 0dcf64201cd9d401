import { canonicalJson } from '../../kernel/index.ts';
import { EMPTY_HASH, type EventLog, type Head } from '../ports.ts';
import { chainHash } from './chain.ts';

/** What came of checking the log: whole up to its head, or where it is not. */
export type Verdict =
  | { readonly whole: true; readonly head: Head; readonly commits: number }
  | { readonly whole: false; readonly position: number; readonly problem: string };

const RECORDS = 64;

/**
 * Recomputes the chain from the first commit: a commit that was changed, removed or moved is found. It reads the stored
 * form, so it needs no keys, and holds after a person was forgotten.
 */
export const verifyLog = async (log: EventLog): Promise<Verdict> => {
  let head: Head = { position: 0, hash: EMPTY_HASH };
  let commits = 0;
  for (;;) {
    const records = await log.records(head.position, RECORDS);
    if (records.length === 0) return { whole: true, head, commits };
    for (const record of records) {
      const broken = (problem: string) => ({ whole: false as const, position: record.position, problem });
      if (record.position !== head.position + 1) return broken('a record is missing before this one');
      let { hash } = head;
      let next = record.position;
      for (const { previous, ...commit } of record.commits) {
        if (previous !== hash) return broken(`commit ${commit.commandId} does not follow the one before`);
        hash = chainHash(hash, canonicalJson(commit));
        next += commit.events.length;
      }
      if (hash !== record.hash) return broken('a commit is not what it was when it was written');
      if (next !== record.next) return broken('events are missing');
      commits += record.commits.length;
      head = { position: next - 1, hash };
    }
  }
};
