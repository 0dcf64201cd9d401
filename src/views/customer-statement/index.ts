export { CustomerStatement } from './query.ts';
