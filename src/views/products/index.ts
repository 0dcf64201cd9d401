export type { Coded } from './codes.ts';
export { ProductDetails, ProductList, ProductsByCode } from './query.ts';
export type { ProductRow, VariantRow } from './row.ts';
