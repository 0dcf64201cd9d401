import { completed, resultOf, storeFailure } from '../log/idb.ts';

const FREE = 3;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 5 * 60_000;

interface Kept {
  readonly key: string;
  readonly wrong: number;
  /** ISO instant. */
  readonly last: string;
}

/** How long to wait after so many wrong PINs in a row, in milliseconds. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(FIRST_WAIT_MS * 2 ** (wrong - FREE), LONGEST_WAIT_MS);

export interface Attempts {
  /** Instant before which nothing is tried; undefined when it may be. */
  blockedUntil(operatorId: string, now: string): Promise<string | undefined>;
  failed(operatorId: string, now: string): Promise<void>;
  succeeded(operatorId: string): Promise<void>;
  /** One at a time in all tabs: many tries at once would all be looked at before the first is counted. */
  inTurn<Value>(work: () => Promise<Value>): Promise<Value>;
}

/** Wrong PINs in a row, kept beside the log, so that neither a reload nor another tab begins anew. */
export const createAttempts = (idb: IDBDatabase): Attempts => {
  const keyOf = (operatorId: string) => `pin/${operatorId}`;
  const meta = (mode: IDBTransactionMode) => {
    try {
      return idb.transaction('meta', mode).objectStore('meta');
    } catch (error) {
      throw storeFailure(error);
    }
  };
  const kept = async (operatorId: string) =>
    (await resultOf(meta('readonly').get(keyOf(operatorId)))) as Kept | undefined;
  const write = async (change: (meta: IDBObjectStore) => void): Promise<void> => {
    const store = meta('readwrite');
    change(store);
    await completed(store.transaction);
  };
  const keep = (operatorId: string, wrong: number, last: string): Promise<void> =>
    write((store) => store.put({ key: keyOf(operatorId), wrong, last } satisfies Kept));
  return {
    blockedUntil: async (operatorId, now) => {
      const { wrong, last } = (await kept(operatorId)) ?? { wrong: 0, last: now };
      const wait = waitAfter(wrong);
      if (wait === 0) return undefined;
      // A clock that was set back meanwhile keeps nobody out for longer than the wait, counted from now.
      const isAhead = Date.parse(last) > Date.parse(now);
      if (isAhead) await keep(operatorId, wrong, now);
      const until = Date.parse(isAhead ? now : last) + wait;
      return until > Date.parse(now) ? new Date(until).toISOString() : undefined;
    },
    failed: async (operatorId, now) => keep(operatorId, ((await kept(operatorId))?.wrong ?? 0) + 1, now),
    succeeded: (operatorId) => write((store) => store.delete(keyOf(operatorId))),
    inTurn: <Value>(work: () => Promise<Value>) =>
      navigator.locks.request(`${idb.name}-pin`, work) as Promise<Value>,
  };
};
