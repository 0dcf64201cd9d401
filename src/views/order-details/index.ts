export type { DetailsInvoice, DetailsLine, OrderPage } from './page.ts';
export { OrderDetails } from './query.ts';
export type { Cancellation, OrderCredit, OrderNote, OrderPayment, OrderRefund, Shipment } from './row.ts';
