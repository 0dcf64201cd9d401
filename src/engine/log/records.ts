import { canonicalJson, type Written } from '../../kernel/index.ts';
import {
  EMPTY_HASH,
  LOG_FORMAT,
  type FoundCommit,
  type Head,
  type LogRecord,
  type StoredCommit,
} from '../ports.ts';
import { chainHash } from './chain.ts';

export const EMPTY_HEAD: Head = { position: 0, hash: EMPTY_HASH };

/** A commit that does not know yet what stands before it, and its canonical JSON. */
export interface LooseCommit {
  readonly commit: Omit<StoredCommit, 'previous'>;
  readonly canonical: string;
}

/** Texts of events at hand: a commit is written out twice when something in it is sealed. */
const written: Written = new WeakMap();

/** @throws NotCanonicalError for what cannot be kept: a float, a null, half a surrogate pair. */
export const loosen = (commit: LooseCommit['commit']): LooseCommit => {
  for (const event of commit.events) if (!written.has(event)) written.set(event, canonicalJson(event));
  return { commit, canonical: canonicalJson(commit, written) };
};

/** Chains commits behind the head into one record. */
export const recordOf = (head: Head, loose: readonly LooseCommit[]): LogRecord => {
  let hash = head.hash;
  let next = head.position + 1;
  const streams = new Set<string>();
  const begins: string[] = [];
  const commits = loose.map(({ commit, canonical }) => {
    const chained: StoredCommit = { ...commit, previous: hash };
    hash = chainHash(hash, canonical);
    next += commit.events.length;
    for (const { stream, version } of commit.events) {
      streams.add(stream);
      if (version === 1) begins.push(stream);
    }
    return chained;
  });
  return {
    position: head.position + 1,
    next,
    format: LOG_FORMAT,
    commits,
    streams: [...streams],
    begins,
    commandIds: loose.map(({ commit }) => commit.commandId),
    hash,
  };
};

export const headAfter = (record: LogRecord): Head => ({ position: record.next - 1, hash: record.hash });

/** The commit of this id in the record that holds it, with the position of its first event. */
export const commitIn = (record: LogRecord, commandId: string): FoundCommit | undefined => {
  let position = record.position;
  for (const commit of record.commits) {
    if (commit.commandId === commandId) return { commit, position };
    position += commit.events.length;
  }
  return undefined;
};
