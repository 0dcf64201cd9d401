import {
  LineRemainderCancelled,
  OrderRevised,
  DraftRestored,
  ItemsCollected,
  ItemsDelivered,
  ItemsReady,
  OrderArchived,
  OrderReopened,
  OrderUnarchived,
  PreparationUndone,
  ReturnCancelled,
  ReturnClosed,
  ReturnReceived,
  ReturnRequested,
  Tagged,
  Untagged,
  CashRounded,
  CreditGranted,
  CreditNoteIssued,
  CustomerAssigned,
  CustomerUnassigned,
  DatesSet,
  DiscountSet,
  DraftCreated,
  DraftDiscarded,
  InvoiceIssued,
  ItemsPrepared,
  ItemsShipped,
  LineAdded,
  LineChanged,
  LineRemoved,
  NoteAdded,
  OrderAllocated,
  OrderCancelled,
  OrderImportUndone,
  orderIdOf,
  OrderHeld,
  OrderReleased,
  OrderSubmitted,
  PaymentRecorded,
  PaymentVoided,
  RefundPaid,
  ShippingSet,
  WrittenOff,
} from '../../domain/order/index.ts';
import { changesOf, defineProjection, type DataOf, type EventEnvelope } from '../../kernel/index.ts';
import { positionKey } from '../listing/index.ts';
import type { HistoryRow, HistoryTables, RevisedTold, Told, ToldAsItIs } from './row.ts';

const { entries } = changesOf<HistoryTables>()('entries');

const entry = (event: EventEnvelope, told: Told) => {
  const { position, meta } = event;
  const key = `${orderIdOf(event)}/${positionKey(position)}`;
  const { occurredAt: at, recordedAt, actor } = meta;
  const row: HistoryRow = { key, position, at, actor, told, ...(recordedAt === at ? {} : { recordedAt }) };
  return [entries(key, () => row)];
};

const toldAsTheyAre: readonly ToldAsItIs[] = [
  DraftCreated,
  LineAdded,
  LineChanged,
  LineRemoved,
  CustomerAssigned,
  CustomerUnassigned,
  DiscountSet,
  ShippingSet,
  DatesSet,
  DraftDiscarded,
  NoteAdded,
  PaymentRecorded,
  PaymentVoided,
  CreditGranted,
  RefundPaid,
  WrittenOff,
  CashRounded,
  ItemsPrepared,
  ItemsShipped,
  OrderCancelled,
  OrderImportUndone,
  OrderHeld,
  OrderReleased,
  OrderAllocated,
  DraftRestored,
  ItemsCollected,
  ItemsDelivered,
  ItemsReady,
  OrderArchived,
  OrderReopened,
  OrderUnarchived,
  PreparationUndone,
  ReturnCancelled,
  ReturnClosed,
  ReturnReceived,
  ReturnRequested,
  Tagged,
  Untagged,
];

type Lines = DataOf<typeof OrderRevised>['before']['lines'];

/** Lines of which there is more or less, by name. */
const changed = (before: Lines, after: Lines): RevisedTold['lines'] => {
  const [old, now] = [before, after].map((lines) => new Map(lines.map((line) => [line.lineId, line])));
  const added = after.filter(({ lineId }) => !old?.has(lineId));
  return [...before, ...added]
    .map(({ lineId, name, unit }) => ({
      ...{ name, unit },
      before: old?.get(lineId)?.quantity ?? 0,
      after: now?.get(lineId)?.quantity ?? 0,
    }))
    .filter((line) => line.before !== line.after);
};

/** What happened to this order, when, and who did it? */
export const orderHistory = toldAsTheyAre.reduce(
  // An event keeps its type and data together, which a union taken apart and put together again can't show.
  (view, eventType) =>
    view.on(eventType, (event) => entry(event, { type: event.type, data: event.data } as Told)),
  defineProjection<HistoryTables>({
    name: 'order-history',
    version: 1,
    tables: { entries: { key: 'key' } },
  })
    .on(OrderSubmitted, (event) => {
      const { number, currency, source, override, lines, totals } = event.data;
      return entry(event, {
        type: 'OrderSubmitted',
        data: {
          number,
          currency,
          lineCount: lines.length,
          total: totals.total,
          ...(source && { source }),
          ...(override === undefined ? {} : { override }),
        },
      });
    })
    .on(OrderRevised, (event) => {
      const { revision, reason, before, after } = event.data;
      const total = { before: before.totals.total, after: after.totals.total };
      const lines = changed(before.lines, after.lines);
      return entry(event, { type: 'OrderRevised', data: { revision, reason, total, lines } });
    })
    .on(LineRemainderCancelled, (event) => {
      const { lines, reason, totals } = event.data;
      return entry(event, { type: 'LineRemainderCancelled', data: { lines, reason, total: totals.total } });
    })
    .on(InvoiceIssued, (event) => {
      const { invoiceId, number, currency, totals } = event.data;
      const data = { invoiceId, number, currency, total: totals.total };
      return entry(event, { type: 'InvoiceIssued', data });
    })
    .on(CreditNoteIssued, (event) => {
      const { creditNoteId, number, invoiceNumber, currency, total, reason } = event.data;
      const data = { creditNoteId, number, invoiceNumber, currency, total, reason };
      return entry(event, { type: 'CreditNoteIssued', data });
    }),
);
