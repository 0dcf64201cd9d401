export { CustomerCredit, CustomerStatement, type OrderCredit, type Statement } from './query.ts';
export { Receivables, type Owed, type OwedOrder } from './receivables.ts';
