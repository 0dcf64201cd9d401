export { customerOrders } from './projection.ts';
export { CustomerOrders, CustomerSummary, type CustomerSums } from './query.ts';
export type { CustomerOrdersTables, Sum } from './row.ts';
