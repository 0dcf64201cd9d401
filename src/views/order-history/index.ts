export { OrderHistory, type HistoryEntry } from './query.ts';
