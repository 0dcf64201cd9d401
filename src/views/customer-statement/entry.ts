import {
  CreditNoteIssued,
  InvoiceIssued,
  OrderCancelled,
  PaymentRecorded,
  PaymentVoided,
  RefundPaid,
  WrittenOff,
  CreditGranted,
} from '../../domain/order/index.ts';
import type { EventEnvelope } from '../../kernel/index.ts';
import type { StatementEntry } from './row.ts';

type Told = Pick<StatementEntry, 'method' | 'reason' | 'document' | 'amount'>;

const told = ({ type, data }: EventEnvelope): Told => {
  switch (type) {
    case PaymentRecorded.type:
      return { method: PaymentRecorded.schema.parse(data).method };
    case PaymentVoided.type: {
      const { method, reason } = PaymentVoided.schema.parse(data);
      return { method, reason };
    }
    case RefundPaid.type: {
      const { method, reason } = RefundPaid.schema.parse(data);
      return { method, reason };
    }
    case CreditGranted.type:
    case WrittenOff.type:
      return { reason: CreditGranted.schema.parse(data).reason };
    case OrderCancelled.type:
      return { reason: OrderCancelled.schema.parse(data).reason };
    case InvoiceIssued.type: {
      const { number, totals } = InvoiceIssued.schema.parse(data);
      return { document: number, amount: totals.total };
    }
    case CreditNoteIssued.type: {
      const { number, total, reason } = CreditNoteIssued.schema.parse(data);
      return { document: number, amount: total, reason };
    }
    default:
      return {};
  }
};

/** What an event says on a statement; nothing where it neither changed what is owed nor is a paper. */
export const entryOf = (event: EventEnvelope, change: number): StatementEntry | undefined => {
  const paper = event.type === InvoiceIssued.type || event.type === CreditNoteIssued.type;
  if (change === 0 && !paper) return undefined;
  const { type, position, meta } = event;
  return { at: meta.occurredAt, position, type, change, ...told(event) };
};
