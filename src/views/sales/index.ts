export { POINTS, type Point } from './behind.ts';
export { Sales, SalesBehind, SoldOfLate } from './query.ts';
export type { SalesReport } from './report.ts';
