export { CustomerStatement, type OpenOrder, type Statement } from './query.ts';
export type { StatementEntry } from './row.ts';
export type { CurrencyAccount, StatementLine } from './statement.ts';
