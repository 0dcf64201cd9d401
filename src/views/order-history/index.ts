export { OrderHistory, type HistoryEntry } from './query.ts';
export type { RemainderTold, RevisedTold, SubmittedTold, Told } from './row.ts';
