export { StockLedger, type Ledger, type LedgerEntry } from './ledger.ts';
export { stockView } from './projection.ts';
export { StockLevels, StockList } from './query.ts';
export type { StockRow, StockTables } from './row.ts';
