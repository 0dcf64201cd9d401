import { randomUUID } from 'node:crypto';
import { percentile } from '../statistics.mjs';
import { rowOf } from '../selectors.mjs';

const spread = (times) => ({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) });

/** From a receipt to an answer of the order list that knows of it, in the same tab. */
export const measureOwnWrites = async (app, sizes) =>
  spread(
    await app.evaluate((options) => globalThis.bench.readOwnWrites(options), { count: sizes.writesRead }),
  );

/** From a dispatch, and from its receipt, in one tab to the row in the list of another. */
export const measureOtherTab = async (one, other, sizes) => {
  const fromDispatch = [];
  const fromReceipt = [];
  for (let n = 0; n < sizes.ordersSeen; n += 1) {
    const orderId = randomUUID();
    const waiting = other.evaluate((row) => globalThis.bench.seen(row), rowOf(orderId));
    const { begin, receipt } = await one.evaluate((id) => globalThis.bench.takeOrder(id), orderId);
    const seen = await waiting;
    fromDispatch.push(seen - begin);
    fromReceipt.push(seen - receipt);
  }
  return { fromDispatch: spread(fromDispatch), fromReceipt: spread(fromReceipt) };
};
