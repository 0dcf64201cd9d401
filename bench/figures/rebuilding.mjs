import { median, pairedRatio } from '../statistics.mjs';

/** One read model: the one that most screens ask. */
const ONE = 'order-list';

/**
 * In the page: rebuilds read models one after another; milliseconds until all of them serve, checked, and how much of
 * that was spent on folding.
 */
const rebuild = async (views) => {
  const door = globalThis.counterfoil;
  const statuses = async () => (await door.health()).views.filter(({ view }) => views.includes(view));
  const before = new Map((await statuses()).map(({ view, generation }) => [view, generation]));
  const begin = performance.now();
  let checking = 0;
  await door.repair(views.map((view) => ({ do: 'rebuild', view })));
  for (let last = begin; ;) {
    const now = await statuses();
    if (now.some(({ gaveUp }) => gaveUp)) throw new Error(JSON.stringify(now));
    const at = performance.now();
    if (now.some(({ rebuild: under }) => under?.state === 'checking')) checking += at - last;
    last = at;
    if (now.every(({ view, generation, rebuild: under }) => generation !== before.get(view) && !under)) break;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const served = performance.now() - begin;
  return { served, folded: served - checking };
};

/**
 * In the page: the limit. Reads every record of the log, then writes the rows that each read model holds now into a
 * database laid out as its own; milliseconds.
 */
const rewrite = async (views) => {
  const RECORDS = 100;
  const ROWS = 1000;
  const promised = (request) =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const opened = (name, onUpgrade) => {
    const opening = indexedDB.open(name);
    if (onUpgrade) opening.onupgradeneeded = () => onUpgrade(opening.result);
    return promised(opening);
  };
  const readLog = async () => {
    const db = await opened('counterfoil-log');
    for (let after; ;) {
      const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
      const records = await promised(db.transaction('log').objectStore('log').getAll(range, RECORDS));
      if (records.length === 0) break;
      after = records.at(-1).position;
    }
    db.close();
  };
  const contentOf = async (db) => {
    const tables = [...db.objectStoreNames].filter((name) => !['checkpoint', 'parked'].includes(name));
    const read = async (name) => {
      const store = db.transaction(name).objectStore(name);
      const indexes = [...store.indexNames].map((index) => {
        const { keyPath, multiEntry, unique } = store.index(index);
        return { index, keyPath, options: { multiEntry, unique } };
      });
      return { name, keyPath: store.keyPath, indexes, rows: await promised(store.getAll()) };
    };
    return Promise.all(tables.map(read));
  };
  const layOut = (db, tables) => {
    for (const { name, keyPath, indexes } of tables) {
      const store = db.createObjectStore(name, { keyPath });
      for (const { index, keyPath: path, options } of indexes) store.createIndex(index, path, options);
    }
  };
  const write = async (db, { name, rows }) => {
    for (let from = 0; from < rows.length; from += ROWS) {
      const transaction = db.transaction(name, 'readwrite', { durability: 'relaxed' });
      for (const row of rows.slice(from, from + ROWS)) transaction.objectStore(name).put(row);
      await new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = () => reject(transaction.error);
      });
    }
  };

  const serving = new Map(
    (await globalThis.counterfoil.health()).views.map(({ view, generation }) => [view, generation]),
  );
  let spent = 0;
  for (const view of views) {
    const db = await opened(`counterfoil-view:${view}@${serving.get(view)}`);
    const tables = await contentOf(db);
    db.close();
    const scratch = await opened('bench-scratch', (fresh) => layOut(fresh, tables));
    const begin = performance.now();
    await readLog();
    for (const table of tables) await write(scratch, table);
    spent += performance.now() - begin;
    scratch.close();
    await promised(indexedDB.deleteDatabase('bench-scratch'));
  }
  return spent;
};

const measure = async (app, events, views, rounds) => {
  const readings = [];
  for (let round = 0; round < rounds; round += 1)
    readings.push({
      ...(await app.evaluate(rebuild, views)),
      raw: await app.evaluate(rewrite, views),
    });
  const of = (member) => readings.map((reading) => reading[member]);
  const perSecond = (member) => (1000 * events * views.length) / median(of(member));
  return {
    views: views.length,
    served: median(of('served')),
    perSecond: perSecond('served'),
    foldedPerSecond: perSecond('folded'),
    rawPerSecond: perSecond('raw'),
    toRaw: pairedRatio(of('served'), of('raw')),
  };
};

/** Rebuilds read models of a book while it lies open: events a second, against reading all and writing the final rows. */
export const measureRebuilding = async ({ orders, use }, sizes) =>
  use(async (browser) => {
    const app = await browser.openApp('#/settings');
    await app.evaluate(() => globalThis.bench.settled());
    const { head, views } = await app.evaluate(() => globalThis.counterfoil.health());
    const all = views.map(({ view }) => view);
    return {
      orders,
      events: head.position,
      one: await measure(app, head.position, [ONE], sizes.rebuilds),
      all: await measure(app, head.position, all, 1),
    };
  });
