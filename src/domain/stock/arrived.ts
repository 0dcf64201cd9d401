import type { NewEvent } from '../../kernel/index.ts';
import type { ProductId } from '../ids.ts';
import { firstCounted } from './counting.ts';
import { available, type StockState } from './state.ts';
import { serveWaiting } from './waiting.ts';

/** So many thousandths more can be promised: those who wait are served. */
export const arrived = (state: StockState, productId: ProductId, delta: number) =>
  serveWaiting(state, productId, available(state) + delta);

/** Somebody said how many came or are there: if nobody counted it before, it is counted from here on. */
export const told = (
  state: StockState,
  productId: ProductId,
  delta: number,
  movement: NewEvent,
): readonly NewEvent[] => {
  const first = firstCounted(state, productId, delta);
  return first ? [first.set, movement, ...first.kept] : [movement, ...arrived(state, productId, delta)];
};
