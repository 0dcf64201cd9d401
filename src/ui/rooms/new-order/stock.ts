import type { StockRow } from '../../../views/stock/index.ts';
import { stockItemOf, type TypedLine } from './typed-order.ts';

/** What the shelves lack for a line, in thousandths. */
export interface Shortage {
  /** What is there for this line, after the lines above it took theirs; never below zero. */
  readonly available: number;
  readonly short: number;
  /** The product isn't sold beyond stock: the order will be refused unless somebody says why. */
  readonly blocks: boolean;
}

/** The shortage of each line that has one, by line id. Products whose policy allows it are short without a word, uncounted ones never. */
export const shortages = (
  lines: readonly TypedLine[],
  levels: readonly Pick<StockRow, 'productId' | 'available' | 'policy'>[],
): ReadonlyMap<string, Shortage> => {
  const left = new Map<string, number>(
    levels.map((level) => [level.productId, Math.max(0, level.available)]),
  );
  const policies = new Map<string, StockRow['policy']>(
    levels.map((level) => [level.productId, level.policy]),
  );
  const found = new Map<string, Shortage>();
  for (const line of lines) {
    const { lineId, quantity } = line;
    const productId = stockItemOf(line);
    const available = left.get(productId);
    const policy = policies.get(productId);
    if (available === undefined || quantity === null) continue;
    if (policy === 'allow' || policy === 'uncounted') continue;
    left.set(productId, Math.max(0, available - quantity));
    if (quantity > available)
      found.set(lineId, { available, short: quantity - available, blocks: policy === 'block' });
  }
  return found;
};
