/**
 * The limit that the app is measured against: one plain record per order, one index, one transaction for each order.
 * No events, no receipts, no read models, no check of anything.
 */
const request = (asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const open = () => {
  const opening = indexedDB.open('raw', 1);
  opening.onupgradeneeded = () => {
    opening.result.createObjectStore('orders', { keyPath: 'id' }).createIndex('placedAt', 'placedAt');
  };
  return request(opening);
};

let opened;
const database = () => (opened ??= open());
let placed = Date.parse('2020-01-01T00:00:00.000Z');

const plainOrder = () => ({
  id: crypto.randomUUID(),
  placedAt: new Date((placed += 60_000)).toISOString(),
  customer: 'Ada Lovelace',
  total: 5790,
  lines: [1, 2, 3].map((n) => ({ product: `Product ${n}`, quantity: 1000 * n, unitPrice: 96_500 })),
});

const write = async (orders, durability) => {
  const transaction = (await database()).transaction('orders', 'readwrite', { durability });
  const store = transaction.objectStore('orders');
  for (const order of orders) store.add(order);
  transaction.commit();
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
};

export const store = {
  /** Writes orders one after the other; milliseconds of each. */
  oneByOne: async ({ count, durability }) => {
    await database();
    const times = [];
    for (let n = 0; n < count; n += 1) {
      const begin = performance.now();
      await write([plainOrder()], durability);
      times.push(performance.now() - begin);
    }
    return times;
  },
  /** Brings the store to so many orders. */
  fillTo: async ({ count }) => {
    const transaction = (await database()).transaction('orders');
    let missing = count - (await request(transaction.objectStore('orders').count()));
    for (; missing > 0; missing -= 1000)
      await write(Array.from({ length: Math.min(missing, 1000) }, plainOrder), 'relaxed');
  },
  /** Reads the newest orders, as the first page of a list would; milliseconds of each reading. */
  readPage: async ({ rounds, limit }) => {
    const times = [];
    for (let n = 0; n < rounds; n += 1) {
      const begin = performance.now();
      const index = (await database()).transaction('orders').objectStore('orders').index('placedAt');
      const rows = await newest(index, limit);
      if (rows.length !== limit) throw new Error(`read ${rows.length} rows of ${limit}`);
      times.push(performance.now() - begin);
    }
    return times;
  },
};

/** In one request where the browser can read backwards (`getAllRecords` came together with that), else by a cursor. */
const newest = async (index, limit) => {
  if ('getAllRecords' in index) return request(index.getAll({ direction: 'prev', count: limit }));
  const rows = [];
  const walk = index.openCursor(null, 'prev');
  for (let cursor = await request(walk); cursor && rows.length < limit; cursor = await request(walk)) {
    rows.push(cursor.value);
    cursor.continue();
  }
  return rows;
};
