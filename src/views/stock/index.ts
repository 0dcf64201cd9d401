export { Oversold, StockExplanation, type Explanation, type OrderClaim } from './explanation.ts';
export { StockLedger, type Ledger, type LedgerEntry } from './ledger.ts';
export { StockLevels, StockList } from './query.ts';
export type { StockRow } from './row.ts';
