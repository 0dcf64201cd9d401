import {
  CreditNoteIssued,
  InvoiceIssued,
  OrderCancelled,
  PaymentRecorded,
  PaymentVoided,
  RefundPaid,
  WrittenOff,
  CreditGranted,
  type Payment,
} from '../../domain/order/index.ts';
import type { EventEnvelope } from '../../kernel/index.ts';
import type { StatementEntry } from './row.ts';

type Told = Pick<StatementEntry, 'method' | 'reason' | 'reference' | 'creditOf' | 'document' | 'amount'>;

interface Moved extends Pick<Payment, 'method' | 'reference'> {
  readonly creditOf?: Payment['creditOf'];
}

/** Whose credit it is, or was spent on; references of other money say nothing to a customer. */
const ofCredit = ({ method, reference, creditOf }: Moved): Told => ({
  ...(method === 'credit' && reference !== undefined && { reference }),
  ...(creditOf && { creditOf }),
});

const told = ({ type, data }: EventEnvelope): Told => {
  switch (type) {
    case PaymentRecorded.type: {
      const payment = PaymentRecorded.schema.parse(data);
      return { method: payment.method, ...ofCredit(payment) };
    }
    case PaymentVoided.type: {
      const { method, reason } = PaymentVoided.schema.parse(data);
      return { method, reason };
    }
    case RefundPaid.type: {
      const { method, reason, reference } = RefundPaid.schema.parse(data);
      return { method, reason, ...ofCredit({ method, reference }) };
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
