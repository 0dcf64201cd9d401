export { CustomerOrders, CustomerSummary, type CustomerSums } from './query.ts';
export type { Sum } from './row.ts';
