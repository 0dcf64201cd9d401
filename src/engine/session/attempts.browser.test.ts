import { afterEach, expect, it } from 'vitest';
import { createAttempts } from './attempts.ts';

let idb: IDBDatabase | undefined;
afterEach(() => {
  idb?.close();
});

const attemptsInBook = async () => {
  const request = indexedDB.open(`book-${crypto.randomUUID()}`);
  request.onupgradeneeded = () => request.result.createObjectStore('meta', { keyPath: 'key' });
  idb = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('It does not open.'));
  });
  return createAttempts(idb);
};

it('lets nobody try again for some seconds after three wrong PINs', async () => {
  const attempts = await attemptsInBook();
  for (const second of ['01', '02', '03']) await attempts.failed('ann', `2026-05-01T10:00:${second}.000Z`);
  expect(await attempts.blockedUntil('ann', '2026-05-01T10:00:04.000Z')).toBe('2026-05-01T10:00:08.000Z');
  expect(await attempts.blockedUntil('ben', '2026-05-01T10:00:04.000Z')).toBeUndefined();
  expect(await attempts.blockedUntil('ann', '2026-05-01T10:00:08.000Z')).toBeUndefined();
});

it('keeps nobody out for a year because the clock was a year ahead, nor lets them in because it was set back', async () => {
  const attempts = await attemptsInBook();
  for (let wrong = 0; wrong < 3; wrong += 1) await attempts.failed('ann', '2027-05-01T10:00:00.000Z');
  expect(await attempts.blockedUntil('ann', '2026-05-01T10:00:00.000Z')).toBe('2026-05-01T10:00:05.000Z');
  expect(await attempts.blockedUntil('ann', '2026-05-01T10:00:04.000Z')).toBe('2026-05-01T10:00:05.000Z');
  expect(await attempts.blockedUntil('ann', '2026-05-01T10:00:06.000Z')).toBeUndefined();
});
