import type { ProductId } from '../ids.ts';
import { available, policyOf, type StockState } from '../stock/index.ts';
import type { OrderLine } from './parts.ts';

export interface Shortage {
  readonly productId: ProductId;
  readonly name: string;
  readonly unit: string;
  /** Thousandths of the unit, over all lines of the product. */
  readonly wanted: number;
  /** What can be promised; never below zero. */
  readonly available: number;
}

/** Products that block when short, and of which there is less than the lines want together. */
export const blockedShortages = (
  lines: readonly OrderLine[],
  shelves: ReadonlyMap<ProductId, StockState>,
): readonly Shortage[] => {
  const wanted = new Map<ProductId, number>();
  for (const { productId, quantity } of lines) wanted.set(productId, (wanted.get(productId) ?? 0) + quantity);
  return [...wanted].flatMap(([productId, sum]) => {
    const shelf = shelves.get(productId);
    const line = lines.find((one) => one.productId === productId);
    if (!shelf || !line || policyOf(shelf) !== 'block') return [];
    const free = Math.max(0, available(shelf));
    const { name, unit } = line;
    return free < sum ? [{ productId, name, unit, wanted: sum, available: free }] : [];
  });
};
