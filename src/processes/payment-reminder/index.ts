export { paymentReminder } from './process.ts';
