// By file and not by room: the rules of commands have no business in the page that asks.
export { isTaxNumber } from '../../domain/customer/tax-number.ts';
export { CustomerDetails, CustomerList, CustomerNames } from './query.ts';
