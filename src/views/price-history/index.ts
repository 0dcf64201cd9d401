export { PriceHistory } from './query.ts';
export type { PriceEntry } from './row.ts';
