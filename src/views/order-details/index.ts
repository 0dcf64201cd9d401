// What a page may do with an order by itself, by the same rules that decide.
export { amountBack } from '../../domain/order/credit-note.ts';
export { isVoidable } from '../../domain/order/customer-credit.ts';
export { dueOf, type Due } from '../../domain/order/due.ts';
export { proposedCredit } from '../../domain/order/returned-credit.ts';
export { recentSimilarPayment } from '../../domain/order/similar-payment.ts';
export type { DetailsLine, OrderPage } from './page.ts';
export { OrderDetails } from './query.ts';
export type { OrderPayment } from './row.ts';
