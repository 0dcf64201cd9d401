export { CustomerDetails, CustomerList } from './query.ts';
export type { CustomerRow } from './row.ts';
