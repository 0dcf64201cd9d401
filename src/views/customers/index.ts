export { customerView } from './projection.ts';
export { CustomerDetails, CustomerList } from './query.ts';
export type { CustomerRow, CustomerTables } from './row.ts';
