export { OrderHistory, type HistoryEntry } from './query.ts';
export type { SubmittedTold, Told } from './row.ts';
