export { POINTS, type Point } from './behind.ts';
export { Sales, SalesBehind } from './query.ts';
export type { SalesReport } from './report.ts';
