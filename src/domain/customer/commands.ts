import * as z from 'zod/mini';
import { commandOn, ok, personal, reject, type NewEvent, unlessSince } from '../../kernel/index.ts';
import type { CustomerId } from '../ids.ts';
import { same } from '../same.ts';
import { orNone, Reason, textOrNone } from '../text.ts';
import {
  CustomerArchived,
  CustomerChanged,
  CustomerCreated,
  CustomerDescription,
  CustomerForgotten,
  CustomerRestored,
  type Address,
} from './events.ts';
import { customers, type CustomerState } from './state.ts';
import { customerBack } from './back.ts';
import { TAX_NUMBER } from './tax-number.ts';

const { customerId, name, paymentDays } = CustomerDescription.shape;
const own = (longest: number) => z.optional(personal(textOrNone(longest)));
const line = own(200);
const address = z.strictObject({
  street: line,
  city: line,
  region: line,
  postcode: own(30),
  country: line,
});
/** An empty text stands for none, as an address without a line does; days are taken away by `none`. */
const details = {
  company: line,
  email: own(320),
  phone: own(60),
  address: z.optional(address),
  note: own(2000),
  reference: own(120),
  taxNumber: z.optional(personal(textOrNone(60).check(z.regex(TAX_NUMBER)))),
  paymentDays: z.optional(z.union([paymentDays, z.literal('none')])),
};
type Given = Omit<CustomerDescription, 'paymentDays'> & {
  readonly paymentDays?: number | 'none' | undefined;
};

/** An address without a single line is none. */
const addressOf = (given: Address | undefined): Address | undefined => {
  const lines = Object.entries(given ?? {}).filter(([, value]) => orNone(value) !== undefined);
  return lines.length === 0 ? undefined : Object.fromEntries(lines);
};

const described = (given: Given): CustomerDescription => ({
  customerId: given.customerId,
  name: given.name,
  company: orNone(given.company),
  email: orNone(given.email),
  phone: orNone(given.phone),
  address: addressOf(given.address),
  note: orNone(given.note),
  reference: orNone(given.reference),
  taxNumber: orNone(given.taxNumber),
  paymentDays: given.paymentDays === 'none' ? undefined : given.paymentDays,
});

type Member = keyof typeof CustomerDescription.shape;

const otherMembers = (one: CustomerDescription, other: CustomerDescription): Member[] =>
  (Object.keys(CustomerDescription.shape) as Member[]).filter(
    (member) => !same({ of: one[member] }, { of: other[member] }),
  );

const known = (
  id: CustomerId,
  { description }: CustomerState,
  events: (present: CustomerDescription) => readonly NewEvent[],
) =>
  description
    ? ok(events(description))
    : reject('unknown-customer', 'There is no such customer.', { customerId: id });

const unforgotten = (
  id: CustomerId,
  state: CustomerState,
  events: (present: CustomerDescription) => readonly NewEvent[],
) =>
  state.forgotten
    ? reject('customer-forgotten', 'This customer was forgotten, and nothing of them can come back.', {
        customerId: id,
      })
    : known(id, state, events);

export const CreateCustomer = commandOn(customers)({
  type: 'CreateCustomer',
  payload: z.strictObject({ customerId, name, ...details }),
  permission: 'customer.edit',
  begins: true,
  id: (payload) => payload.customerId,
  decide: (payload, { description }) =>
    description
      ? reject('customer-exists', `This customer exists already as “${description.name}”.`, {
          customerId: payload.customerId,
          name: description.name,
        })
      : ok([CustomerCreated(described(payload))]),
});

/** What is named replaces what stands there, an address the whole address. */
export const ChangeCustomer = commandOn(customers)({
  type: 'ChangeCustomer',
  payload: z.strictObject({ customerId, name: z.optional(name), ...details }),
  permission: 'customer.edit',
  id: (payload) => payload.customerId,
  decide: (change, state) =>
    unforgotten(change.customerId, state, (present) => {
      const changed = described({
        customerId: present.customerId,
        name: change.name ?? present.name,
        company: change.company ?? present.company,
        email: change.email ?? present.email,
        phone: change.phone ?? present.phone,
        address: change.address ?? present.address,
        note: change.note ?? present.note,
        reference: change.reference ?? present.reference,
        taxNumber: change.taxNumber ?? present.taxNumber,
        paymentDays: change.paymentDays ?? present.paymentDays,
      });
      const members = otherMembers(present, changed);
      return members.length === 0 ? [] : [CustomerChanged({ ...changed, changed: members })];
    }),
  inverse: (done, then) => customerBack(done, then),
});

/** Out of the pickers; orders keep whom they are for. */
export const ArchiveCustomer = commandOn(customers)({
  type: 'ArchiveCustomer',
  payload: z.strictObject({ customerId }),
  permission: 'customer.edit',
  id: (payload) => payload.customerId,
  decide: (payload, state) =>
    known(payload.customerId, state, () => (state.archived ? [] : [CustomerArchived(payload)])),
  inverse: (done) =>
    unlessSince(done, [CustomerRestored], () => [{ type: 'RestoreCustomer', payload: done.payload }]),
});

export const RestoreCustomer = commandOn(customers)({
  type: 'RestoreCustomer',
  payload: z.strictObject({ customerId }),
  permission: 'customer.edit',
  id: (payload) => payload.customerId,
  decide: (payload, state) =>
    unforgotten(payload.customerId, state, () => (state.archived ? [CustomerRestored(payload)] : [])),
  inverse: (done) =>
    unlessSince(done, [CustomerArchived], () => [{ type: 'ArchiveCustomer', payload: done.payload }]),
});

/**
 * Forgets a person for good: the key that seals name, addresses and the like is destroyed, here and in every order.
 * Orders, totals and history stay. Free text that names them elsewhere (notes, reasons) is not found.
 */
export const ForgetCustomer = commandOn(customers)({
  type: 'ForgetCustomer',
  payload: z.strictObject({ customerId, reason: Reason }),
  permission: 'customer.forget',
  id: (payload) => payload.customerId,
  decide: (payload, state) =>
    known(payload.customerId, state, () => (state.forgotten ? [] : [CustomerForgotten(payload)])),
});

export const customerCommands = [
  CreateCustomer,
  ChangeCustomer,
  ArchiveCustomer,
  RestoreCustomer,
  ForgetCustomer,
];
