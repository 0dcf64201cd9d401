export { CustomerStatement, type Statement } from './query.ts';
