import { on, type Decided, type Loaded, type NewEvent } from '../../kernel/index.ts';
import type { CreditNoteId, InvoiceId, OrderId } from '../ids.ts';
import { nextNumber, NumberAllocated, numberLabel, series, type SeriesState } from '../series/index.ts';
import { orders } from './state.ts';

/** Gives an order the series' next number, in the same commit as the order's own events: so none is ever lost or used twice. */
export const numbered = (
  orderId: OrderId,
  { id: prefix, state }: Loaded<SeriesState>,
  events: (label: string) => readonly NewEvent[],
): readonly Decided[] => {
  const number = nextNumber(state);
  return [
    on(orders, orderId, ...events(numberLabel(prefix, number, state.digits))),
    on(series, prefix, NumberAllocated({ series: prefix, number, orderId })),
  ];
};

/** The same for an invoice or a credit note, whose series is named by more than its prefix. */
export const numberedPaper = (
  orderId: OrderId,
  { id, state }: Loaded<SeriesState>,
  { documentId, prefix }: { readonly documentId: InvoiceId | CreditNoteId; readonly prefix: string },
  event: (label: string) => NewEvent,
): readonly Decided[] => {
  const number = nextNumber(state);
  return [
    on(orders, orderId, event(numberLabel(prefix, number, state.digits))),
    on(series, id, NumberAllocated({ series: id, number, orderId, documentId })),
  ];
};
