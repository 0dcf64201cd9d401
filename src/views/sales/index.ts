export { POINTS, SalesBehind, type Point } from './behind.ts';
export { Sales, SoldOfLate } from './query.ts';
export type { SalesReport } from './report.ts';
