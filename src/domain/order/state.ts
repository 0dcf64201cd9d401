import { defineAggregate, type DataOf, type EventEnvelope } from '../../kernel/index.ts';
import { OrderId, type FulfilmentId } from '../ids.ts';
import { minorUnits } from '../pricing/index.ts';
import { isCreditBack } from './customer-credit.ts';
import * as facts from './events.ts';
import { added, atLeast, atMost, of, withRequested, withReturn, withSaleAgain } from './goods.ts';
import type { GrantedCredit, OrderLine } from './parts.ts';
import { noOrder, type MoneySums, type OrderState } from './shape.ts';

export * from './shape.ts';

const withFulfilment = ({ fulfilments }: OrderState, id: FulfilmentId): readonly FulfilmentId[] =>
  fulfilments.includes(id) ? fulfilments : [...fulfilments, id];

/** The sums after money moved; by `sign` −1, it did not after all. */
const summed = (
  { sums }: OrderState,
  by: Partial<Readonly<Record<keyof MoneySums, number | undefined>>>,
  sign: 1 | -1 = 1,
): MoneySums => {
  const sum = (member: keyof MoneySums) => minorUnits((sums[member] ?? 0) + sign * (by[member] ?? 0));
  const spent = sum('spent');
  return {
    payments: sum('payments'),
    refunds: sum('refunds'),
    credits: sum('credits'),
    cashRounding: sum('cashRounding'),
    ...(spent !== 0 && { spent }),
  };
};

/** Credit that is spent on another order is a refund without money; where it comes back, it never was one. */
const spent = (amount: MoneySums['refunds']) => ({ refunds: amount, spent: amount });

/** The order after less is due. */
export const credited = (state: OrderState, credit: GrantedCredit): OrderState => ({
  ...state,
  credits: [...state.credits, credit],
  sums: summed(state, { credits: credit.amount }),
});

/** What the shelves said of other quantities says nothing of these. */
const stillAllocated = (state: OrderState, lines: readonly OrderLine[]): Pick<OrderState, 'allocations'> => {
  const isSame =
    lines.length === state.lines.length &&
    lines.every(({ lineId, quantity }) =>
      state.lines.some((line) => line.lineId === lineId && line.quantity === quantity),
    );
  return isSame && state.allocations ? { allocations: state.allocations } : {};
};

const revised = (
  { allocations, ...state }: OrderState,
  { revision, after }: DataOf<typeof facts.OrderRevised>,
): OrderState => ({
  ...state,
  lines: after.lines,
  customer: after.customer,
  discount: after.discount,
  shipping: after.shipping,
  dates: { ...state.dates, promisedOn: after.promisedOn, dueOn: after.dueOn },
  dueByInvoice: (state.dueByInvoice && after.dueOn === state.dates.dueOn) || undefined,
  ...(state.agreed && { agreed: { ...state.agreed, totals: after.totals } }),
  ...stillAllocated(allocations ? { ...state, allocations } : state, after.lines),
  revision,
  returns: withSaleAgain(state.returns),
  cancelledItems: of(state.cancelledItems, after.lines),
});

export const orders = defineAggregate({
  category: 'order',
  initial: noOrder,
  events: Object.values(facts),
  evolve: {
    DraftCreated: (state, { currency, taxMode, rounding }) => ({
      ...state,
      terms: { currency, taxMode, rounding },
    }),
    LineAdded: (state, line) => ({ ...state, lines: [...state.lines, line] }),
    LineChanged: (state, change) => ({
      ...state,
      lines: state.lines.map((line) =>
        line.lineId === change.lineId
          ? { ...line, quantity: change.quantity, unitPrice: change.unitPrice, discount: change.discount }
          : line,
      ),
    }),
    LineRemoved: (state, { lineId }) => ({
      ...state,
      lines: state.lines.filter((line) => line.lineId !== lineId),
    }),
    CustomerAssigned: (state, customer) => ({ ...state, customer }),
    CustomerUnassigned: (state) => ({ ...state, customer: undefined }),
    DiscountSet: (state, { discount }) => ({ ...state, discount }),
    ShippingSet: (state, shipping) => ({ ...state, shipping }),
    DatesSet: (state, dates) => ({ ...state, dates }),
    DraftDiscarded: (state) => ({ ...state, discarded: true }),
    DraftRestored: (state) => ({ ...state, discarded: false, archived: false }),
    OrderSubmitted: (state, data) => ({
      ...state,
      terms: { currency: data.currency, taxMode: data.taxMode, rounding: data.rounding },
      lines: data.lines,
      customer: data.customer,
      discount: data.discount,
      shipping: data.shipping,
      dates: { placedOn: data.placedOn, promisedOn: data.promisedOn, dueOn: data.dueOn },
      agreed: { number: data.number, totals: data.totals, stock: data.stock },
      ...(data.source && { imported: true as const }),
    }),
    OrderRevised: revised,
    LineRemainderCancelled: (state, { lines, totals }) => ({
      ...state,
      ...(state.agreed && { agreed: { ...state.agreed, totals } }),
      cancelledItems: added(state.cancelledItems, lines),
    }),
    OrderImportUndone: () => noOrder,
    NoteAdded: (state, { text, forCustomer }) =>
      forCustomer ? { ...state, notesForCustomer: [...(state.notesForCustomer ?? []), text] } : state,
    Tagged: (state, { tag }) => ({ ...state, tags: [...state.tags, tag] }),
    Untagged: (state, { tag }) => ({ ...state, tags: state.tags.filter((one) => one !== tag) }),
    OrderArchived: (state) => ({ ...state, archived: true }),
    OrderUnarchived: (state) => ({ ...state, archived: false }),
    PaymentRecorded: (state, payment, { meta }) => ({
      ...state,
      payments: [...state.payments, { ...payment, at: meta.occurredAt, voided: false }],
      sums: isCreditBack(payment)
        ? summed(state, spent(payment.amount), -1)
        : summed(state, { payments: payment.amount }),
    }),
    PaymentVoided: (state, { paymentId, amount, cashRounding }) => ({
      ...state,
      payments: state.payments.map((payment) =>
        payment.paymentId === paymentId ? { ...payment, voided: true } : payment,
      ),
      roundings: state.roundings.filter(({ cause }) => cause !== paymentId),
      sums: summed(state, { payments: amount, cashRounding }, -1),
    }),
    CreditGranted: credited,
    WrittenOff: credited,
    RefundPaid: (state, refund) => ({
      ...state,
      refunds: [...state.refunds, refund],
      sums: summed(state, refund.method === 'credit' ? spent(refund.amount) : { refunds: refund.amount }),
    }),
    CashRounded: (state, rounding) => ({
      ...state,
      roundings: [...state.roundings, rounding],
      sums: summed(state, { cashRounding: rounding.amount }),
    }),
    PaymentReminderDue: (state, { dueOn }) => ({ ...state, remindedOf: dueOn }),
    // The paper asks for the money on the day that was agreed, or where none was, on a day of its own.
    InvoiceIssued: (state, invoice) => {
      const dueByInvoice = (state.dueByInvoice ?? state.dates.dueOn === undefined) || undefined;
      const agreedOn = dueByInvoice ? undefined : state.dates.dueOn;
      return {
        ...state,
        invoices: [...state.invoices, invoice],
        invoiced: invoice.totals.total,
        dates: { ...state.dates, dueOn: invoice.dueOn ?? agreedOn },
        dueByInvoice,
      };
    },
    // A paper that is taken back in full asks for no money any more.
    CreditNoteIssued: (state, note) => {
      const left = (state.invoiced ?? 0) - note.total;
      const noted = { ...state, creditNotes: [...state.creditNotes, note] };
      if (left > 0) return { ...noted, invoiced: minorUnits(left) };
      const dates = state.dueByInvoice ? { ...state.dates, dueOn: undefined } : state.dates;
      return { ...noted, invoiced: undefined, dates, dueByInvoice: undefined };
    },
    ItemsPrepared: (state, { fulfilmentId, lines }) => ({
      ...state,
      prepared: added(state.prepared, lines),
      fulfilments: withFulfilment(state, fulfilmentId),
    }),
    PreparationUndone: (state, { lines }) => {
      const prepared = added(state.prepared, lines, -1);
      return { ...state, prepared, ready: atMost(state.ready, prepared) };
    },
    ItemsReady: (state, { fulfilmentId, lines }) => ({
      ...state,
      ready: added(atLeast(state.ready, state.shipped), lines),
      fulfilments: withFulfilment(state, fulfilmentId),
    }),
    ItemsShipped: (state, { fulfilmentId, lines }) => ({
      ...state,
      shipped: added(state.shipped, lines),
      fulfilments: withFulfilment(state, fulfilmentId),
    }),
    ItemsDelivered: (state, { lines }) => ({ ...state, delivered: added(state.delivered, lines) }),
    ItemsCollected: (state, { fulfilmentId, lines }) => ({
      ...state,
      shipped: added(state.shipped, lines),
      delivered: added(state.delivered, lines),
      fulfilments: withFulfilment(state, fulfilmentId),
    }),
    ReturnRequested: (state, asked) => ({ ...state, returns: withRequested(state.returns, asked) }),
    ReturnReceived: (state, { returnId, lines }) => ({
      ...state,
      returned: added(state.returned, lines),
      returns: withReturn(state.returns, returnId, (one) => ({
        ...one,
        received: [...one.received, ...lines],
      })),
    }),
    ReturnClosed: (state, { returnId }) => ({
      ...state,
      returns: withReturn(state.returns, returnId, (one) => ({ ...one, standing: 'closed' })),
    }),
    ReturnCancelled: (state, { returnId }) => ({
      ...state,
      returns: withReturn(state.returns, returnId, (one) => ({ ...one, standing: 'cancelled' })),
    }),
    OrderCancelled: (state) => ({ ...state, cancelled: true, hold: undefined }),
    OrderReopened: (state) => {
      const { allocations: _, ...kept } = state;
      return { ...kept, cancelled: false, archived: false, openings: state.openings + 1 };
    },
    OrderHeld: (state, hold) => ({ ...state, hold }),
    OrderReleased: (state) => ({ ...state, hold: undefined }),
    OrderAllocated: (state, { lines }) => ({ ...state, allocations: lines }),
  },
});

/** Whose event it is: an order's events don't repeat its id. */
export const orderIdOf = (event: Pick<EventEnvelope, 'stream'>): OrderId =>
  OrderId.parse(event.stream.slice(orders.stream('').length));
