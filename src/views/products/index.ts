export { ProductDetails, ProductList, ProductNames, ProductsByCode, ProductsById } from './query.ts';
export type { ProductRow } from './row.ts';
