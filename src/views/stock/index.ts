export { StockCounts } from './counts.ts';
export { Oversold, StockExplanation } from './explanation.ts';
export type { Explanation, OversoldRow } from './explanation.ts';
export { StockLedger, type LedgerEntry } from './ledger.ts';
export { StockLevels, StockList } from './query.ts';
export type { StockRow } from './row.ts';
export { StockWorth, type ShelfWorth, type StockWorthRow } from './worth.ts';
