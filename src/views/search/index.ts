export { FINDABLE, FindableCustomers, FindableOrders, FindableProducts } from './query.ts';
export type { FoundRow, Kind } from './row.ts';
