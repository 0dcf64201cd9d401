import { Dexie } from 'dexie';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createDexieLog } from '../../src/engine/log/dexie-log.ts';
import { openStore } from '../../src/engine/log/open.ts';
import { EMPTY_HEAD, headAfter, recordOf } from '../../src/engine/log/records.ts';
import { tailOf } from '../../src/engine/pipeline/6-append.ts';
import { StoreFailure, type StoreFault } from '../../src/engine/ports.ts';
import { commit } from '../contract/commit.ts';
import { fill } from '../contract/event-log.ts';

/** The log's database, opened so that it neither comes back empty nor works under a newer version. */
let book: string;
beforeEach(() => {
  book = `open-${crypto.randomUUID()}`;
});

const open = (witness?: string, onLost: (fault: StoreFault) => void = () => undefined, epoch = 1) =>
  openStore(book, { newId: () => crypto.randomUUID(), epoch, witness, onLost });

const faultOf = async (attempt: Promise<unknown>): Promise<StoreFault | 'none'> => {
  try {
    await attempt;
    return 'none';
  } catch (error) {
    if (error instanceof StoreFailure) return error.fault;
    throw error;
  }
};

/** On disk, of the next epoch. */
const NEWER = 2_000_020;

const upgraded = (version: number) =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`${book}-log`, version);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no open'));
    };
    request.onblocked = () => {
      reject(new Error('blocked'));
    };
  });

const deleted = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(`${book}-log`);
    request.onsuccess = () => {
      resolve();
    };
    request.onblocked = () => {
      reject(new Error('blocked'));
    };
  });

describe('opening a book', () => {
  it('makes a new one with an install id, which stays the same', async () => {
    const first = await open();
    first.close();
    const second = await open(first.installId);
    expect(first.fresh).toBe(true);
    expect(second).toMatchObject({ fresh: false, installId: first.installId });
  });

  it('makes one book when several tabs open it at the same moment', async () => {
    const opened = await Promise.all(Array.from({ length: 6 }, () => open()));
    expect(new Set(opened.map(({ installId }) => installId)).size).toBe(1);
    expect(opened.filter(({ fresh }) => fresh)).toHaveLength(1);
  });

  it('never pretends a first run when a witness remembers a book', async () => {
    expect(await faultOf(open('remembered'))).toBe('book-missing');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${book}-log`);
  });

  it('refuses a book that is another than the witness remembers', async () => {
    (await open()).close();
    expect(await faultOf(open('another'))).toBe('book-missing');
  });

  it('refuses a database that a newer version of the app has upgraded', async () => {
    (await open()).close();
    (await upgraded(NEWER)).close();
    expect(await faultOf(open())).toBe('newer-version');
  });

  it('takes a book of an older epoch over as it is, and the older one never again', async () => {
    const older = await open();
    const records = await fill(createDexieLog(older), [commit('a', 's-1')]);
    const newer = await open(older.installId, undefined, 2);
    expect(newer).toMatchObject({ fresh: false, installId: older.installId });
    expect(await createDexieLog(newer).records(0, 9)).toEqual(records);
    expect(await faultOf(open(older.installId))).toBe('newer-version');
  });

  it('takes a book of the layout before over as it is, and finds what was refused in it', async () => {
    const before = new Dexie(`${book}-log`);
    before.version(100_001).stores({
      ...{ log: 'position, *streams, &*commandIds, &*begins', outcomes: 'commandId, recordedAt' },
      ...{ snapshots: 'stream', meta: 'key' },
    });
    const record = recordOf(EMPTY_HEAD, [commit('a', 's-1')]);
    const ended = (commandId: string, outcome: object) => ({
      ...{ commandId, outcome: { commandId, ...outcome }, command: { type: 'Toy', payload: {} } },
      ...{ actor: 'owner', recordedAt: '2026-01-01T00:00:00.000Z' },
    });
    const rejection = { code: 'no', message: 'No.', values: {} };
    const refused = ended('r', { status: 'rejected', rejection });
    const unchanged = ended('u', { status: 'committed', position: 0, streams: {} });
    await before.table('log').add(record);
    await before.table('outcomes').bulkAdd([refused, unchanged]);
    await before.table('meta').add({ key: 'install', value: 'remembered' });
    before.close();

    const opened = await open('remembered');
    const log = createDexieLog(opened);
    expect(opened).toMatchObject({ fresh: false, installId: 'remembered' });
    expect(await log.records(0, 9)).toEqual([record]);
    expect(await log.refusals(9)).toEqual([refused]);
    expect(await log.outcome('u')).toEqual(unchanged);
  });

  it('refuses to write behind a record of a newer layout', async () => {
    const log = createDexieLog(await open());
    const [first] = await fill(log, [commit('a', 's-1')]);
    const newer = { ...recordOf(first ? headAfter(first) : EMPTY_HEAD, [commit('b', 's-1')]), format: 2 };
    await log.append(newer, 'relaxed');
    expect(await faultOf(tailOf(log, EMPTY_HEAD))).toBe('newer-version');
  });
});

describe('an open book', () => {
  it('lets a newer version upgrade at once, and writes nothing after that', async () => {
    const onLost = vi.fn();
    const log = createDexieLog(await open(undefined, onLost));
    await fill(log, [commit('a', 's-1')]);
    const newer = await upgraded(NEWER);
    expect(onLost).toHaveBeenCalledWith('connection-lost');
    expect(await faultOf(log.append(recordOf(await headOf(newer), [commit('b', 's-1')]), 'strict'))).toBe(
      'connection-lost',
    );
    expect(await countOf(newer)).toBe(1);
    newer.close();
    expect(await faultOf(open())).toBe('newer-version');
  });

  it('stops when its database is deleted, and does not come back as an empty one', async () => {
    const onLost = vi.fn();
    const store = await open(undefined, onLost);
    const log = createDexieLog(store);
    const records = await fill(log, [commit('a', 's-1')]);
    await deleted();
    expect(onLost).toHaveBeenCalledWith('connection-lost');
    const next = recordOf(records[0] ? headAfter(records[0]) : EMPTY_HEAD, [commit('b', 's-1')]);
    expect(await faultOf(log.append(next, 'strict'))).toBe('connection-lost');
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(`${book}-log`);
    expect(await faultOf(open(store.installId))).toBe('book-missing');
  });
});

const headOf = async (db: IDBDatabase) => ({ position: await countOf(db), hash: EMPTY_HEAD.hash });
const countOf = (db: IDBDatabase) =>
  new Promise<number>((resolve) => {
    const request = db.transaction('log').objectStore('log').count();
    request.onsuccess = () => {
      resolve(request.result);
    };
  });
