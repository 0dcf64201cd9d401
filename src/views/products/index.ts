export { ProductDetails, ProductList, ProductNames, ProductsByCode } from './query.ts';
export type { ProductRow } from './row.ts';
