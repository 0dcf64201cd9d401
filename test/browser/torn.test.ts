import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createDexieLog } from '../../src/engine/log/dexie-log.ts';
import { openStore, type OpenedStore } from '../../src/engine/log/open.ts';
import { EMPTY_HEAD, headAfter, recordOf } from '../../src/engine/log/records.ts';
import { commit } from '../contract/commit.ts';

/** Half a command must be impossible in every engine (promises.md, facts 6 and 8; rows 2, 4 and 25). */
let book: string;
beforeEach(() => {
  book = `torn-${crypto.randomUUID()}`;
});
afterEach(() => {
  vi.restoreAllMocks();
});

const open = (): Promise<OpenedStore> =>
  openStore(book, { newId: () => crypto.randomUUID(), epoch: 1, onLost: () => undefined });
const batch = recordOf(EMPTY_HEAD, [commit('a', 's-1', 's-2'), commit('b', 's-2'), commit('c', 's-3')]);

describe('an append', () => {
  it('is one request in one transaction, whatever it holds: there is no middle to be cut off in', async () => {
    const log = createDexieLog(await open());
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const requests = [vi.spyOn(IDBObjectStore.prototype, 'add'), vi.spyOn(IDBObjectStore.prototype, 'put')];
    await log.append(batch, 'strict');
    expect(begun).toHaveBeenCalledOnce();
    expect(requests.flatMap(({ mock }) => mock.calls)).toHaveLength(1);
  });

  it('counts by its transaction and not by its request, and leaves nothing of one that was aborted', async () => {
    const log = createDexieLog(await open());
    // Where the browser is told to commit in advance, nothing could abort any more.
    vi.spyOn(IDBTransaction.prototype, 'commit').mockImplementation(() => undefined);
    const { put } = IDBObjectStore.prototype as {
      put: (this: IDBObjectStore, value: unknown) => IDBRequest<IDBValidKey>;
    };
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementationOnce(function (this: IDBObjectStore, value) {
      const request = put.call(this, value);
      request.addEventListener('success', () => request.transaction?.abort());
      return request;
    });
    await expect(log.append(batch, 'strict')).rejects.toMatchObject({ name: 'StoreFailure' });
    expect(await log.head()).toEqual(EMPTY_HEAD);
    expect((await log.commits(['a', 'b', 'c'])).size).toBe(0);
    expect(await log.streams(['s-2'])).toEqual(new Map([['s-2', []]]));
    expect(await log.append(batch, 'strict')).toBe('written');
  });

  it('whose worker is ended is there wholly or not at all, and the next writer goes on behind it', async () => {
    for (let round = 1; round <= 10; round += 1) {
      book = `torn-${crypto.randomUUID()}`;
      await endedAt(round);
      const log = createDexieLog(await open());
      const records = await log.records(0, 1_000);
      expect(records.map(({ position }) => position)).toEqual(records.map((_, n) => 1 + n * 6));
      expect(new Set(records.map(({ commits }) => commits.length))).toEqual(
        new Set(records.length > 0 ? [3] : []),
      );
      const last = records.at(-1);
      const next = recordOf(last ? headAfter(last) : EMPTY_HEAD, [commit('next', 's-1')]);
      expect(await log.append(next, 'strict')).toBe('written');
    }
  });
});

/** Lets a worker write, and ends it where it has just begun with the record `n`. */
const endedAt = (n: number) =>
  new Promise<void>((resolve) => {
    const worker = new Worker(new URL('./appending.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }) => {
      if (data !== n) return;
      worker.terminate();
      resolve();
    };
    worker.postMessage(book);
  });

/** What the house rule against foreign waits in transactions is for. */
describe('a wait for something else in the midst of a transaction', () => {
  /** How many of two rows are kept when something else is awaited between them. */
  const keptOf2 = async (foreign: () => Promise<unknown>): Promise<number> => {
    const { idb } = await open();
    const transaction = idb.transaction('meta', 'readwrite');
    const ended = new Promise((resolve) => {
      transaction.oncomplete = transaction.onabort = resolve;
    });
    const store = transaction.objectStore('meta');
    store.clear();
    store.put({ key: 'first' });
    await foreign();
    try {
      store.put({ key: 'second' });
    } catch {
      // The transaction is over, or not listening any more: the second half is refused, the first one stays.
    }
    await ended;
    return new Promise((resolve) => {
      const request = idb.transaction('meta').objectStore('meta').count();
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
  };

  it('tears it: the first half is kept, the second refused', async () => {
    expect(await keptOf2(() => navigator.locks.request(book, () => undefined))).toBe(1);
  });

  it('tears it for WebCrypto too, except in Chromium, which hides it', async () => {
    const inChromium = navigator.userAgent.includes('Chrome/');
    const kept = await keptOf2(() => crypto.subtle.digest('SHA-256', new Uint8Array(64)));
    expect(kept).toBe(inChromium ? 2 : 1);
  });
});
