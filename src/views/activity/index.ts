export { Activity, ActivityActors, type ActivityActor, type ActivityEntry } from './query.ts';
export type { Changed, FromTo, Happened, Kind, OrderFact, StockFact } from './row.ts';
