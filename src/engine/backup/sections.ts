import { keyTables } from '../sealing/dexie-keys.ts';
import { toBase64 } from '../sealing/cipher.ts';
import { resultOf } from '../log/idb.ts';
import type { OpenBook } from '../host/book.ts';
import { plainCommand, plainJson } from '../plain.ts';
import type { Head, KeptOutcome } from '../ports.ts';
import type { BackupCounts, FrameContent, PlainKey, PlainRecord } from './content.ts';

/** A frame is closed when it has got so far: gzip has enough to work on, and it is soon sealed and opened. */
const FRAME_CHARACTERS = 1_000_000;
const RECORDS = 64;
const OUTCOMES = 1_000;
const PERSONS = 5_000;

/** What one look into a store has given for a frame, and where the next one goes on; undefined when all was seen. */
export interface Portion {
  readonly content: FrameContent;
  readonly counts: Partial<BackupCounts>;
  readonly after: number | string;
}

type Read = (
  book: Pick<OpenBook, 'log' | 'store' | 'keys'>,
  after: number | string,
  head: Head,
) => Promise<Portion | undefined>;

const log: Read = async ({ log: store }, after, head) => {
  const records: PlainRecord[] = [];
  let [commits, size] = [0, 0];
  let at = Number(after);
  while (size < FRAME_CHARACTERS && at < head.position) {
    for (const record of await store.records(at, RECORDS)) {
      if (record.position > head.position || size >= FRAME_CHARACTERS) break;
      const { position, next, format, commits: written, hash } = record;
      records.push({ position, next, format, commits: written, hash });
      size += JSON.stringify(written).length;
      commits += written.length;
      at = next - 1;
    }
  }
  return records.length === 0
    ? undefined
    : { content: { kind: 'log', records }, counts: { records: records.length, commits }, after: at };
};

const outcomes: Read = async ({ store: { idb } }, after) => {
  const store = idb.transaction('outcomes').objectStore('outcomes');
  const beyond = after === '' ? null : IDBKeyRange.lowerBound(after, true);
  const found = (await resultOf(store.getAll(beyond, OUTCOMES))) as KeptOutcome[];
  const last = found.at(-1);
  // Before 23 November 2026 a refusal was kept with whatever a script had given for a command.
  const kept = found.map((one) => ({
    ...(plainJson(one) as unknown as KeptOutcome),
    command: plainCommand(one.command),
  }));
  return (
    last && {
      content: { kind: 'outcomes', outcomes: kept },
      counts: { outcomes: found.length },
      after: last.commandId,
    }
  );
};

const forgotten: Read = async ({ keys }, after) => {
  const found = await keyTables(keys.db).forgotten.where('subject').above(after).limit(PERSONS).primaryKeys();
  const last = found.at(-1);
  return last === undefined
    ? undefined
    : { content: { kind: 'forgotten', subjects: found }, counts: { forgotten: found.length }, after: last };
};

const keys: Read = async ({ keys: { db } }, after) => {
  const found = await keyTables(db).keys.where('subject').above(after).limit(PERSONS).toArray();
  const last = found.at(-1);
  const plain = found.map(({ subject, key }): PlainKey => [subject, toBase64(key)]);
  return (
    last && { content: { kind: 'keys', keys: plain }, counts: { keys: plain.length }, after: last.subject }
  );
};

/** The stores of a book in the order in which a backup has them, and where each begins. */
export const SECTIONS = [
  { name: 'log', read: log, start: 0 },
  { name: 'outcomes', read: outcomes, start: '' },
  { name: 'forgotten', read: forgotten, start: '' },
  { name: 'keys', read: keys, start: '' },
] as const satisfies readonly { name: string; read: Read; start: number | string }[];

/** From here on persons are written: again, when somebody was forgotten meanwhile. */
export const PERSONS_FROM = 2;
