export type { DetailsLine, OrderPage } from './page.ts';
export { OrderDetails } from './query.ts';
export type { Cancellation, OrderNote, OrderPayment, Shipment } from './row.ts';
