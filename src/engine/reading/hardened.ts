import Dexie from 'dexie';

/**
 * A Dexie that never comes back by itself: by default it would reopen after an upgrade, a deletion or an eviction,
 * with a database that is another one (promises.md, facts 2 and 3; M5). It makes way at once for whoever upgrades or
 * deletes. `onClosed` hears of each closing, asked for or not; it may hear of one twice.
 * Read models and their bookkeeping are disposable, so `relaxed` does: the log and the keys are what must survive a
 * power cut.
 */
export const hardened = (
  name: string,
  onClosed: () => void,
  durability: 'relaxed' | 'strict' = 'relaxed',
): Dexie => {
  const db = new Dexie(name, {
    autoOpen: false,
    cache: 'disabled',
    chromeTransactionDurability: durability,
  });
  db.on('versionchange', () => {
    db.close({ disableAutoOpen: true });
    return false;
  });
  db.on('close', onClosed);
  return db;
};
