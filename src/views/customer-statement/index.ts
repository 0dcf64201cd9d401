export { CustomerStatement, Receivables, type OpenOrder, type Statement } from './query.ts';
