export { PriceHistory } from './query.ts';
