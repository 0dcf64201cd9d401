export { CustomerBalances, CustomerOrders, CustomerSummary, type CustomerBalance } from './query.ts';
