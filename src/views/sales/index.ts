export { Sales } from './query.ts';
export type { SalesReport } from './report.ts';
