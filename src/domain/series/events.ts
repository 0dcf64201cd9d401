import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { CreditNoteId, InvoiceId, OrderId } from '../ids.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** More nobody reads out; a billion numbers are enough for anybody. */
export const MOST_DIGITS = 9;

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

/** From now on the series goes on with `next`, written with zeros before it up to `digits`. */
export const NumberingSet = defineEvent(
  'NumberingSet',
  1,
  z.object({
    series: z.string(),
    next: z.int().check(z.positive()),
    digits: z.optional(z.int().check(z.positive(), z.maximum(MOST_DIGITS))),
  }),
);
