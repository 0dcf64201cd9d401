export { CustomerDetails, CustomerList } from './query.ts';
