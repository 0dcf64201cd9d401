import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { CreditNoteId, InvoiceId, OrderId } from '../ids.ts';

// This name and shape are for ever: books out there hold them. To change it, raise its version and upcast.

/** `series` is the prefix (of documents: their kind and prefix), `number` the next without a gap: `A-` and 1001 make the label A-1001. */
export const NumberAllocated = defineEvent(
  'NumberAllocated',
  1,
  z.object({
    series: z.string(),
    number: z.int().check(z.positive()),
    orderId: OrderId,
    /** The invoice or credit note that bears it; without one, the order itself does. */
    documentId: z.optional(z.union([InvoiceId, CreditNoteId])),
  }),
);
