export {
  CustomerCredit,
  CustomerStatement,
  Receivables,
  type OpenOrder,
  type OrderCredit,
  type Statement,
} from './query.ts';
