export { orderHistory } from './projection.ts';
export { OrderHistory, type HistoryEntry } from './query.ts';
export type { HistoryRow, HistoryTables, SubmittedTold, Told } from './row.ts';
