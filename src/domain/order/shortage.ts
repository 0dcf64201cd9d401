import type { ProductId } from '../ids.ts';
import { available, policyOf, type StockState } from '../stock/index.ts';
import { goodsName } from '../naming/goods-name.ts';
import { stockItemOf, type OrderLine } from './parts.ts';

export interface Shortage {
  /** The stock item: a variant, or a product that has none. */
  readonly productId: ProductId;
  readonly name: string;
  readonly unit: string;
  /** Thousandths of the unit, over all lines of the product. */
  readonly wanted: number;
  /** What can be promised; never below zero. */
  readonly available: number;
}

/** What blocks when it is short, and of which there is less than the lines want together. */
export const blockedShortages = (
  lines: readonly OrderLine[],
  shelves: ReadonlyMap<ProductId, StockState>,
): readonly Shortage[] => {
  const wanted = new Map<ProductId, number>();
  for (const line of lines)
    wanted.set(stockItemOf(line), (wanted.get(stockItemOf(line)) ?? 0) + line.quantity);
  return [...wanted].flatMap(([productId, sum]) => {
    const shelf = shelves.get(productId);
    const line = lines.find((one) => stockItemOf(one) === productId);
    if (!shelf || !line || policyOf(shelf) !== 'block') return [];
    const free = Math.max(0, available(shelf));
    return free < sum
      ? [{ productId, name: goodsName(line), unit: line.unit, wanted: sum, available: free }]
      : [];
  });
};
