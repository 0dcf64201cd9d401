export { CustomerDetails, CustomerList, CustomerNames } from './query.ts';
