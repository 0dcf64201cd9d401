import { m } from '../../words/index.ts';
import { membersNamed } from './members.ts';

const words: Readonly<Record<string, () => string>> = {
  name: m.customers_name,
  company: m.customers_company,
  taxNumber: m.customers_tax_number,
  email: m.customers_email,
  phone: m.customers_phone,
  address: m.customers_address,
  paymentDays: m.customers_payment_days,
  reference: m.customers_reference,
  note: m.customers_note,
};

/** Which of a customer's details were changed; undefined where that was not kept. */
export const customerMembers = (changed: readonly string[] | undefined): string | undefined =>
  membersNamed(words, changed);
