export { Sales } from './query.ts';
export type { SalesReport, Sums } from './report.ts';
