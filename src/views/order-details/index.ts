export type { DetailsLine, OrderPage } from './page.ts';
export { orderDetails } from './projection.ts';
export { OrderDetails } from './query.ts';
export type { Cancellation, OrderDetailsTables, OrderNote, OrderPayment, Shipment } from './row.ts';
