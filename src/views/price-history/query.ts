import * as z from 'zod/mini';
import { defineQuery } from '../../kernel/index.ts';
import type { OwnPrice, PriceEntry, PriceHistoryTables } from './row.ts';

const lastUntil = <Entry extends { readonly position: number }>(
  entries: readonly Entry[],
  position: number,
): Entry | undefined => entries.findLast((entry) => entry.position <= position);

/** What a variant cost: its own price while it had one, else the product's; told once for each change. */
const variantPrices = (prices: readonly PriceEntry[], own: readonly OwnPrice[]): readonly PriceEntry[] => {
  const since = own[0]?.position ?? Infinity;
  const moments = [...own, ...prices.filter(({ position }) => position > since)];
  return moments
    .sort((one, other) => one.position - other.position)
    .reduce<readonly PriceEntry[]>((told, { at, position, actor }) => {
      const product = lastUntil(prices, position);
      if (!product) return told;
      const unitPrice = lastUntil(own, position)?.unitPrice ?? product.unitPrice;
      const last = told.at(-1);
      const same = last?.unitPrice === unitPrice && last.taxRate === product.taxRate;
      return same ? told : [...told, { at, position, actor, unitPrice, taxRate: product.taxRate }];
    }, []);
};

/** Prices of a product, or of one of its variants, the oldest first; none for what nobody knows. */
export const PriceHistory = defineQuery<PriceHistoryTables>()({
  name: 'PriceHistory',
  view: 'price-history',
  permission: 'product.see',
  params: z.object({ productId: z.uuid(), variantId: z.optional(z.uuid()) }),
  run: async ({ products }, { productId, variantId }): Promise<readonly PriceEntry[]> => {
    const row = await products.get(productId);
    if (!row) return [];
    return variantId === undefined ? row.prices : variantPrices(row.prices, row.variants[variantId] ?? []);
  },
});
