import { goodsName } from '../../domain/naming/goods-name.ts';
import { CustomerAssigned, OrderRevised, OrderSubmitted } from '../../domain/order/index.ts';
import type { EventEnvelope, Recorded } from '../../kernel/index.ts';
import type { Told } from '../order-history/row.ts';
import type { About, Kind, OrderFact } from './row.ts';

/** What each event of an order is about, and whether it is but a small step. */
const sorts: { readonly [Type in Told['type']]: readonly [Kind, 'main' | 'small'] } = {
  DraftCreated: ['orders', 'small'],
  LineAdded: ['orders', 'small'],
  LineChanged: ['orders', 'small'],
  LineRemoved: ['orders', 'small'],
  CustomerAssigned: ['orders', 'small'],
  CustomerUnassigned: ['orders', 'small'],
  DiscountSet: ['orders', 'small'],
  ShippingSet: ['orders', 'small'],
  DatesSet: ['orders', 'small'],
  Tagged: ['orders', 'small'],
  Untagged: ['orders', 'small'],
  DraftDiscarded: ['orders', 'main'],
  DraftRestored: ['orders', 'main'],
  OrderSubmitted: ['orders', 'main'],
  OrderRevised: ['orders', 'main'],
  LineRemainderCancelled: ['orders', 'main'],
  OrderCancelled: ['orders', 'main'],
  OrderReopened: ['orders', 'main'],
  OrderHeld: ['orders', 'main'],
  OrderReleased: ['orders', 'main'],
  OrderArchived: ['orders', 'main'],
  OrderUnarchived: ['orders', 'main'],
  OrderImportUndone: ['orders', 'main'],
  NoteAdded: ['orders', 'main'],
  PaymentRecorded: ['money', 'main'],
  PaymentVoided: ['money', 'main'],
  CreditGranted: ['money', 'main'],
  RefundPaid: ['money', 'main'],
  WrittenOff: ['money', 'main'],
  CashRounded: ['money', 'small'],
  PaymentReminderDue: ['money', 'main'],
  InvoiceIssued: ['money', 'main'],
  CreditNoteIssued: ['money', 'main'],
  ItemsPrepared: ['goods', 'main'],
  PreparationUndone: ['goods', 'main'],
  ItemsReady: ['goods', 'main'],
  ItemsShipped: ['goods', 'main'],
  ItemsDelivered: ['goods', 'main'],
  ItemsCollected: ['goods', 'main'],
  ReturnRequested: ['returns', 'main'],
  ReturnReceived: ['returns', 'main'],
  ReturnClosed: ['returns', 'main'],
  ReturnCancelled: ['returns', 'main'],
  OrderAllocated: ['stock', 'small'],
};

/** Stock that keeps a customer waiting is news; that it was kept for an order is not. */
const isMain = (told: Told): boolean =>
  told.type === 'OrderAllocated'
    ? told.data.lines.some(({ backOrdered }) => backOrdered > 0)
    : sorts[told.type][1] === 'main';

const factOf = (told: Told): OrderFact => {
  switch (told.type) {
    case 'CustomerAssigned':
      return { type: told.type, data: {} };
    case 'NoteAdded':
      return { type: told.type, data: told.data.forCustomer ? { forCustomer: true } : {} };
    case 'LineAdded': {
      const { unit, quantity, discount } = told.data;
      return {
        type: told.type,
        data: { name: goodsName(told.data), unit, quantity, ...(discount && { discount }) },
      };
    }
    default:
      return told;
  }
};

const is = <Of extends { readonly type: string }>(
  event: EventEnvelope,
  eventType: Of,
): event is EventEnvelope & Recorded<Of> => event.type === eventType.type;

const customerIn = (event: EventEnvelope): string | undefined => {
  if (is(event, CustomerAssigned)) return event.data.customerId;
  if (is(event, OrderSubmitted)) return event.data.customer?.customerId;
  return is(event, OrderRevised) ? event.data.after.customer?.customerId : undefined;
};

/** A moment of an order: what is kept of it, and whose it is beside the order's. */
export const ofOrder = (event: EventEnvelope, told: Told) => {
  const customerId = customerIn(event);
  const about: Pick<About, 'customerId'> = customerId === undefined ? {} : { customerId };
  return { kind: sorts[told.type][0], main: isMain(told), told: factOf(told), ...about };
};
