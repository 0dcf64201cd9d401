export { productView } from './projection.ts';
export { ProductDetails, ProductList } from './query.ts';
export type { ProductRow, ProductTables } from './row.ts';
