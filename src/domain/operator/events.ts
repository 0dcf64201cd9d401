import * as z from 'zod/mini';
import { defineEvent } from '../../kernel/index.ts';
import { OperatorId } from '../ids.ts';
import { text } from '../text.ts';

// These names and shapes are for ever: books out there hold them. To change one, raise its version and upcast.

/** What people can be to the book; `system` is none of them. */
export const Role = z.enum(['owner', 'manager', 'clerk', 'packer', 'viewer']);
export type Role = z.infer<typeof Role>;

export const OperatorDescription = z.object({ operatorId: OperatorId, name: text(80), role: Role });
export type OperatorDescription = z.infer<typeof OperatorDescription>;

const hex = z.string().check(z.regex(/^[0-9a-f]+$/), z.minLength(32), z.maxLength(128));
/** PBKDF2 over SHA-256. The PIN itself is in no event and no command. */
export const Pin = z.object({
  salt: hex,
  hash: hex,
  iterations: z.int().check(z.minimum(600_000), z.maximum(100_000_000)),
});
export type Pin = z.infer<typeof Pin>;

export const OperatorAdded = defineEvent('OperatorAdded', 1, OperatorDescription);
/** The whole description as it stands from now on. */
export const OperatorChanged = defineEvent('OperatorChanged', 1, OperatorDescription);
export const OperatorRemoved = defineEvent('OperatorRemoved', 1, z.object({ operatorId: OperatorId }));
export const PinSet = defineEvent('PinSet', 1, z.object({ operatorId: OperatorId, ...Pin.shape }));
/** Nobody has a PIN any more: the book is open to whoever opens it. Whoever works here stays, by name and role. */
export const SignInTurnedOff = defineEvent('SignInTurnedOff', 1, z.object({}));
