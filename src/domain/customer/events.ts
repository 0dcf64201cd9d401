import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { CustomerId } from '../ids.ts';
import { Name, Remark, text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

export const Address = z.object({
  street: z.optional(Name),
  city: z.optional(Name),
  region: z.optional(Name),
  postcode: z.optional(text(30)),
  country: z.optional(Name),
});
export type Address = z.infer<typeof Address>;

export const CustomerDescription = z.object({
  customerId: CustomerId,
  name: Name,
  company: z.optional(Name),
  email: z.optional(text(320)),
  phone: z.optional(text(60)),
  address: z.optional(Address),
  note: z.optional(Remark),
  /** What another system calls this customer. */
  reference: z.optional(text(120)),
});
export type CustomerDescription = z.infer<typeof CustomerDescription>;

export const CustomerCreated = defineEvent('CustomerCreated', 1, CustomerDescription);
/** The whole description as it stands from now on. */
export const CustomerChanged = defineEvent('CustomerChanged', 1, CustomerDescription);
export const CustomerArchived = defineEvent('CustomerArchived', 1, z.object({ customerId: CustomerId }));
export const CustomerRestored = defineEvent('CustomerRestored', 1, z.object({ customerId: CustomerId }));
