export { ProductDetails, ProductList, ProductsByCode } from './query.ts';
export type { ProductRow } from './row.ts';
