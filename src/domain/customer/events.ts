import * as z from 'zod/mini';
import { defineEvent, personal } from '../../kernel/index.ts';
import { CustomerId } from '../ids.ts';
import { Name, Reason, Remark, text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** What stands where a forgotten customer's name stood. */
export const FORGOTTEN = 'Forgotten customer';

/** A customer's name: sealed with the customer's own key wherever the log keeps it, as is all that is `personal`. */
export const CustomerName = personal(Name, FORGOTTEN);

export const Address = z.object({
  street: z.optional(personal(Name)),
  city: z.optional(personal(Name)),
  region: z.optional(personal(Name)),
  postcode: z.optional(personal(text(30))),
  country: z.optional(personal(Name)),
});
export type Address = z.infer<typeof Address>;

/** By which the tax office knows them: VAT ID, NIF, TRN. */
export const TaxNumber = personal(text(60));

export const CustomerDescription = z.object({
  customerId: CustomerId,
  name: CustomerName,
  company: z.optional(personal(Name)),
  email: z.optional(personal(text(320))),
  phone: z.optional(personal(text(60))),
  address: z.optional(Address),
  note: z.optional(personal(Remark)),
  /** What another system calls this customer. */
  reference: z.optional(personal(text(120))),
  taxNumber: z.optional(TaxNumber),
  /** Days from an invoice of theirs until it is due, where these are not the book's. */
  paymentDays: z.optional(z.int().check(z.nonnegative(), z.maximum(366))),
});
export type CustomerDescription = z.infer<typeof CustomerDescription>;

/** Version 2: tax number and days to pay. An app that knows neither would drop them with the next change of all. */
const unknownBefore = { 1: (data: unknown) => data };

export const CustomerCreated = defineEvent('CustomerCreated', 2, CustomerDescription, unknownBefore);
/** The whole description as it stands from now on; `changed` names the members that are other than before. */
export const CustomerChanged = defineEvent(
  'CustomerChanged',
  2,
  z.object({ ...CustomerDescription.shape, changed: z.optional(z.array(text(40))) }),
  unknownBefore,
);
export const CustomerArchived = defineEvent('CustomerArchived', 1, z.object({ customerId: CustomerId }));
/** The customer's key is destroyed because of it: what was sealed with it can't be read by anybody any more. */
export const CustomerForgotten = defineEvent(
  'CustomerForgotten',
  1,
  z.object({ customerId: CustomerId, reason: Reason }),
);
export const CustomerRestored = defineEvent('CustomerRestored', 1, z.object({ customerId: CustomerId }));
