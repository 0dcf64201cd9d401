import { median, turns } from '../statistics.mjs';

const SHORT = '00000000-0000-4000-8000-000000005407';
const LONG = '00000000-0000-4000-8000-00000000106e';

/** In the page: two products, one of them with so many movements in its stock. */
const keepStock = async ({ short, long, movements }) => {
  const BATCH = 1000;
  const send = async (type, payload) => {
    const receipt = await globalThis.counterfoil.dispatch(type, payload, { durability: 'relaxed' });
    if (receipt.status !== 'committed') throw new Error(JSON.stringify(receipt));
  };
  for (const productId of [short, long])
    await send('CreateProduct', { productId, name: productId, unit: 'pcs', unitPrice: 1, taxRate: 0 });
  for (let left = movements; left > 0; left -= BATCH)
    await Promise.all(
      Array.from({ length: Math.min(BATCH, left) }, () =>
        send('ReceiveStock', { productId: long, quantity: 1000 }),
      ),
    );
  await globalThis.bench.settled();
};

/** In the page: forgets what is kept folded of streams. */
const dropSnapshots = () =>
  new Promise((resolve, reject) => {
    const opening = indexedDB.open('counterfoil-log');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const transaction = opening.result.transaction('snapshots', 'readwrite');
      transaction.objectStore('snapshots').clear();
      transaction.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });

/** In the page: milliseconds from the call to the receipt of the first command that this worker gets. */
const moveOnce = async (productId) => {
  await globalThis.bench.settled();
  const begin = performance.now();
  const receipt = await globalThis.counterfoil.dispatch(
    'ReceiveStock',
    { productId, quantity: 1000 },
    { durability: 'relaxed' },
  );
  if (receipt.status !== 'committed') throw new Error(JSON.stringify(receipt));
  return performance.now() - begin;
};

/** The first movement of a stock item after a start: of one with hardly any before it, and of one with very many. */
export const measureLoading = (book, { movements, loads }) =>
  book.use(async (browser) => {
    const app = await browser.openApp('#/settings');
    await app.evaluate(keepStock, { short: SHORT, long: LONG, movements });
    const times = { short: [], kept: [], whole: [] };
    for (let round = 0; round <= loads; round += 1)
      for (const way of turns(Object.keys(times), round)) {
        if (way === 'whole') await app.evaluate(dropSnapshots);
        await app.reload();
        await app.waitForFunction(() => 'counterfoil' in globalThis);
        const ms = await app.evaluate(moveOnce, way === 'short' ? SHORT : LONG);
        if (round > 0) times[way].push(ms);
      }
    const [short, kept, whole] = Object.values(times).map(median);
    return { movements, short, kept, whole };
  });
