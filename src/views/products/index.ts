export { ProductDetails, ProductList } from './query.ts';
export type { ProductRow } from './row.ts';
