import type { EventLog, FoundCommit, KeptOutcome, LogRecord, Snapshot } from '../ports.ts';
import { completed, isChromium, isConstraint, resultOf, storeFailure } from './idb.ts';
import type { OpenedStore } from './open.ts';
import { commitIn, EMPTY_HEAD, headAfter } from './records.ts';

/** The record that holds a position, when it does not begin there. */
const holderOf = async (log: IDBObjectStore, position: number): Promise<LogRecord[]> => {
  const cursor = await resultOf(log.openCursor(IDBKeyRange.upperBound(position), 'prev'));
  const record = cursor?.value as LogRecord | undefined;
  return record && record.next > position ? [record] : [];
};

/** The index holds a stream's records in order: a cursor can begin among them, which `getAll` can't. */
const recordsAfter = async (streams: IDBIndex, stream: string, position: number): Promise<LogRecord[]> => {
  const found: LogRecord[] = [];
  const request = streams.openCursor(stream);
  let cursor = await resultOf(request);
  if (cursor && (cursor.primaryKey as number) <= position) {
    cursor.continuePrimaryKey(stream, position + 1);
    cursor = await resultOf(request);
  }
  while (cursor) {
    found.push(cursor.value as LogRecord);
    cursor.continue();
    cursor = await resultOf(request);
  }
  return found;
};

/**
 * The event log on Dexie's own connection. Transactions are plain IndexedDB: that gives a durability for each,
 * and twice the speed of a Dexie `add` (decisions/0001).
 */
export const createDexieLog = ({ idb, close }: OpenedStore): EventLog => {
  // While the request is under way, which spares 0.2 ms, and is safe in Chromium alone: in WebKit a worker terminated then
  // holds the store for ever; in Firefox a collision then is an AbortError like any other (decisions/0001).
  const commitsEarly = isChromium();
  const begin = (
    store: string,
    mode: IDBTransactionMode,
    durability: IDBTransactionDurability = 'relaxed',
  ) => {
    try {
      return idb.transaction(store, mode, { durability });
    } catch (error) {
      throw storeFailure(error);
    }
  };
  const reading = (store: string) => begin(store, 'readonly').objectStore(store);
  const writing = async (
    store: string,
    durability: IDBTransactionDurability,
    write: (target: IDBObjectStore) => void,
  ): Promise<void> => {
    const transaction = begin(store, 'readwrite', durability);
    write(transaction.objectStore(store));
    if (commitsEarly) transaction.commit();
    await completed(transaction);
  };

  return {
    append: async (record, durability) => {
      try {
        await writing('log', durability, (log) => log.add(record));
        return 'written';
      } catch (error) {
        if (isConstraint(error)) return 'collided';
        throw storeFailure(error);
      }
    },
    sync: async () => {
      try {
        await writing('meta', 'strict', (meta) => meta.put({ key: 'synced', value: true }));
      } catch (error) {
        throw storeFailure(error);
      }
    },
    head: async () => {
      const cursor = await resultOf(reading('log').openCursor(null, 'prev'));
      return cursor ? headAfter(cursor.value as LogRecord) : EMPTY_HEAD;
    },
    records: async (after, limit, until = Infinity) => {
      if (until <= after) return [];
      const log = reading('log');
      const range = IDBKeyRange.bound(after + 1, until);
      const found = (await resultOf(log.getAll(range, limit))) as LogRecord[];
      if (found[0]?.position === after + 1) return found;
      return [...(await holderOf(log, after + 1)), ...found].slice(0, limit);
    },
    streams: async (names, after) => {
      const index = reading('log').index('streams');
      const read = async (name: string): Promise<readonly LogRecord[]> => {
        const begin = after?.get(name);
        return begin === undefined ? resultOf(index.getAll(name)) : recordsAfter(index, name, begin);
      };
      return new Map(
        await Promise.all(
          names.map(async (name): Promise<[string, readonly LogRecord[]]> => [name, await read(name)]),
        ),
      );
    },
    snapshots: async (streams) => {
      const store = reading('snapshots');
      const found = streams
        ? await Promise.all(
            streams.map(async (stream) => (await resultOf(store.get(stream))) as Snapshot | undefined),
          )
        : ((await resultOf(store.getAll())) as Snapshot[]);
      return new Map(found.flatMap((kept) => (kept ? [[kept.stream, kept] as const] : [])));
    },
    keepSnapshot: async (snapshot) => {
      try {
        await writing('snapshots', 'relaxed', (store) => store.put(snapshot));
      } catch (error) {
        throw storeFailure(error);
      }
    },
    commits: async (ids) => {
      const index = reading('log').index('commandIds');
      const found = await Promise.all(
        ids.map(async (id): Promise<[string, FoundCommit][]> => {
          const record = (await resultOf(index.get(id))) as LogRecord | undefined;
          const commit = record && commitIn(record, id);
          return commit ? [[id, commit]] : [];
        }),
      );
      return new Map(found.flat());
    },
    keepOutcomes: async (outcomes) => {
      try {
        await writing('outcomes', 'relaxed', (store) => {
          for (const outcome of outcomes) store.put(outcome);
        });
      } catch (error) {
        throw storeFailure(error);
      }
    },
    outcome: async (id) => (await resultOf(reading('outcomes').get(id))) as KeptOutcome | undefined,
    refusals: async (limit) => {
      const found: KeptOutcome[] = [];
      const refused = reading('outcomes').index('[recordedAt+outcome.rejection.code]');
      const request = refused.openCursor(null, 'prev');
      let cursor = await resultOf(request);
      while (cursor && found.length < limit) {
        found.push(cursor.value as KeptOutcome);
        cursor.continue();
        cursor = await resultOf(request);
      }
      return found;
    },
    close,
  };
};
