/**
 * The least that an order costs this house, nothing decided: its record, as the log keeps it, in a store with the log's
 * own indexes, by one plain `add`. The page asks a worker for each, which is the way of a command without its stages.
 */
const open = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('records', 1);
    opening.onupgradeneeded = () => {
      const log = opening.result.createObjectStore('log', { keyPath: 'position' });
      log.createIndex('streams', 'streams', { multiEntry: true });
      log.createIndex('commandIds', 'commandIds', { multiEntry: true, unique: true });
      log.createIndex('begins', 'begins', { multiEntry: true, unique: true });
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });

let opened;
let position = 0;

/** Writes one more record of this shape, whose ids are its own. */
export const addRecord = async ({ record, durability }) => {
  const id = crypto.randomUUID();
  const transaction = (await (opened ??= open())).transaction('log', 'readwrite', { durability });
  const begins = record.begins.map((stream) => `${stream} ${id}`);
  position += 1;
  transaction.objectStore('log').add({ ...record, position, commandIds: [id], begins });
  transaction.commit();
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
};
