export { CustomerOrders, CustomerSummary } from './query.ts';
