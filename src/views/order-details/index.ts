// What a page may do with an order by itself, by the same rules that decide.
export type { Changes, LineChange } from '../../domain/order/changes.ts';
export { overdue } from '../../domain/order/finished.ts';
export { proposedCredit, type ReturnedCredit } from '../../domain/order/returned-credit.ts';
export { previewRevision, type RevisionPreview, type RevisionWorld } from '../../domain/order/revision.ts';
export type { DetailsInvoice, DetailsLine, DetailsReturn, OrderPage } from './page.ts';
export { OrderDetails } from './query.ts';
export type {
  Cancellation,
  OrderCredit,
  OrderNote,
  OrderPayment,
  OrderRefund,
  Revision,
  Shipment,
} from './row.ts';
