import { StoreFailure, type StoreFault } from '../ports.ts';

/**
 * Which fault an IndexedDB error stands for. Over quota Chromium aborts the transaction with QuotaExceededError;
 * Dexie wraps it in AbortError with `inner` (promises.md, fact 6).
 */
const faultOf = (error: unknown): StoreFault => {
  const names = new Set<string>();
  for (let each: unknown = error; each instanceof Error || each instanceof DOMException;) {
    names.add(each.name);
    each = 'inner' in each ? each.inner : undefined;
  }
  if (names.has('QuotaExceededError')) return 'disk-full';
  if (names.has('InvalidStateError') || names.has('DatabaseClosedError')) return 'connection-lost';
  if (names.has('VersionError')) return 'newer-version';
  return 'store-broken';
};

export const storeFailure = (error: unknown): StoreFailure =>
  error instanceof StoreFailure ? error : new StoreFailure(faultOf(error), error);

/** Only Chromium has this member. */
export const isChromium = (): boolean => 'userAgentData' in navigator;

export const isConstraint = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'ConstraintError';

/** The result of a request. Only ever awaited for reads: a write counts when its transaction is complete (fact 6). */
export const resultOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(storeFailure(request.error));
    };
  });

/** Resolves when the transaction is on disk as its durability says; fails with what it was aborted for. */
export const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(transaction.error ?? new DOMException('The transaction was aborted.', 'AbortError'));
    };
  });
