import { reject, said, unlessSince, type Done, type Inverse, type Then } from '../../kernel/index.ts';
import type { ProductId } from '../ids.ts';
import { StockCounted, StockPolicySet } from './events.ts';
import { available, stock } from './state.ts';

/**
 * A movement is taken back by the opposite one, thousandths of the unit. Not after a count, which says what lies there
 * whatever came before, nor when less would lie there than is promised.
 */
export const counterMove = async (
  done: Done<{ readonly productId: ProductId }>,
  { now }: Then,
  delta: number,
  unavailable = 0,
): Promise<Inverse> => {
  const { productId } = done.payload;
  const free = available((await now(stock, productId)).state);
  const less = unavailable - delta;
  // Goods that were counted by it for the first time are not any more: then nothing of them is promised.
  const isFirst = said(done, StockPolicySet) !== undefined;
  if (!isFirst && less > 0 && free < less)
    return reject('stock-promised', 'Some of it is promised to orders by now, so it can’t be booked off.', {
      ...{ productId, free, wanted: less },
    });
  const uncounted = { type: 'SetStockPolicy', payload: { productId, policy: 'uncounted' } };
  const adjusted = {
    type: 'AdjustStock',
    payload: { productId, delta, ...(unavailable && { unavailable }), reason: done.reason },
  };
  return unlessSince(done, isFirst ? [StockCounted, StockPolicySet] : [StockCounted], () => [
    ...(isFirst ? [uncounted] : []),
    ...(delta === 0 && unavailable === 0 ? [] : [adjusted]),
  ]);
};
