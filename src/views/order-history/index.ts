export { OrderHistory, type HistoryEntry, type SaidEntry } from './query.ts';
