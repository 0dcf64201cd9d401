export { CustomerCredit, CustomerStatement, type OrderCredit, type Statement } from './query.ts';
export { Overdue, Receivables, type Owed, type OwedOrder } from './receivables.ts';
