import {
  ProductChanged,
  ProductCreated,
  VariantAdded,
  VariantChanged,
  type ProductDescription,
  type VariantDescription,
} from '../../domain/product/index.ts';
import { changesOf, defineProjection, type EventEnvelope } from '../../kernel/index.ts';
import type { Decided, PriceHistoryTables, PriceRow } from './row.ts';

const { products } = changesOf<PriceHistoryTables>()('products');

const decided = ({ meta, position }: EventEnvelope): Decided => ({
  at: meta.occurredAt,
  position,
  actor: meta.actor,
});

/** The row with the price of the description, where it is another than before. */
const priced = (
  { unitPrice, taxRate }: ProductDescription,
  event: EventEnvelope,
  row: PriceRow,
): PriceRow => {
  const last = row.prices.at(-1);
  if (last?.unitPrice === unitPrice && last.taxRate === taxRate) return row;
  return { ...row, prices: [...row.prices, { ...decided(event), unitPrice, taxRate }] };
};

const variantPriced = (
  { variantId, unitPrice }: VariantDescription,
  event: EventEnvelope,
  row: PriceRow,
): PriceRow => {
  const before = row.variants[variantId] ?? [];
  const last = before.at(-1);
  if (last && last.unitPrice === unitPrice) return row;
  const own = { ...decided(event), ...(unitPrice !== undefined && { unitPrice }) };
  return { ...row, variants: { ...row.variants, [variantId]: [...before, own] } };
};

/** What did it cost, and since when? */
export const priceHistory = defineProjection<PriceHistoryTables>({
  name: 'price-history',
  version: 1,
  tables: { products: { key: 'productId' } },
})
  .on(ProductCreated, (event) => {
    const { productId } = event.data;
    return [products(productId, () => priced(event.data, event, { productId, prices: [], variants: {} }))];
  })
  .on(ProductChanged, (event) => [
    products(event.data.productId, (row) => row && priced(event.data, event, row)),
  ])
  .on(VariantAdded, (event) => [
    products(event.data.productId, (row) => row && variantPriced(event.data, event, row)),
  ])
  .on(VariantChanged, (event) => [
    products(event.data.productId, (row) => row && variantPriced(event.data, event, row)),
  ]);
