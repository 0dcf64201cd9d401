import { afterEach, expect } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { StockLevels } from '../../src/views/stock/query.ts';
import { someTime } from './some-time.ts';
import { terminating } from './terminating.ts';
import { eventually } from './eventually.ts';

const book = `killed-${crypto.randomUUID()}`;
const workers: Worker[] = [];
let client: Client | undefined;
afterEach(() => client?.close());

const spawn = () => {
  const worker = new Worker(new URL('./trade.worker.ts', import.meta.url), { type: 'module', name: book });
  workers.push(worker);
  return worker;
};

terminating(
  'keeps shelves and orders in step when the worker is killed at random between two steps',
  async () => {
    const wait = someTime();
    const shop = (client = createClient({
      book,
      spawn,
      views: [StockLevels.view],
      queries: () => Promise.resolve([StockLevels]),
    }));
    const productId = crypto.randomUUID();
    const described = { productId, name: 'Tea', unit: 'tin', unitPrice: 45_000, taxRate: 0 };
    await shop.dispatch('CreateProduct', described);
    await shop.dispatch('ReceiveStock', { productId, quantity: 30_000 });
    for (let n = 0; n < 8; n += 1) {
      const orderId = crypto.randomUUID();
      const lineId = crypto.randomUUID();
      const give = (type: string, more: object) => shop.dispatch(type, { orderId, ...more });
      await give('CreateDraft', { lines: [{ lineId, productId, quantity: 3000 }] });
      await give('SubmitOrder', {});
      await wait(60);
      workers.at(-1)?.terminate();
      const change = { kind: 'change', lineId, quantity: 2000 };
      await give('ReviseOrder', { baseRevision: 0, changes: { lines: [change] }, reason: 'less' });
      await wait(60);
      workers.at(-1)?.terminate();
      if (n % 2 === 0) await give('ShipItems', { fulfilmentId: crypto.randomUUID() });
      else await give('CancelOrder', { reason: 'x' });
    }
    await eventually(async () => {
      const { head, processes } = await shop.health();
      const atRest = { state: 'live', lagEvents: 0, outbox: 0, refused: 0 };
      expect(processes).toMatchObject([atRest, atRest]);
      const { answer } = await shop.query(
        StockLevels,
        { productIds: [productId] },
        { atLeast: head.position, timeoutMs: 60_000 },
      );
      expect(answer).toMatchObject([{ onHand: 22_000, reserved: 0, backOrdered: 0, available: 22_000 }]);
    });
  },
);
