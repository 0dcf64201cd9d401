import { Submission, type Client } from '../../../client/index.ts';
import { isTaxNumber } from '../../../views/customers/index.ts';
import type { CustomerRow } from '../../../views/customers/row.ts';

const ADDRESS = ['street', 'postcode', 'city', 'region', 'country'] as const;
const OPTIONAL = ['company', 'taxNumber', 'email', 'phone', 'note', 'reference'] as const;
/** As many as a year has: more is a slip of the finger. */
const MOST_DAYS = 366;

export type CustomerFields = Record<'name' | (typeof OPTIONAL)[number] | (typeof ADDRESS)[number], string>;

const fieldsOf = (customer: Partial<CustomerRow>): CustomerFields => ({
  name: customer.name ?? '',
  company: customer.company ?? '',
  taxNumber: customer.taxNumber ?? '',
  email: customer.email ?? '',
  phone: customer.phone ?? '',
  note: customer.note ?? '',
  reference: customer.reference ?? '',
  street: customer.address?.street ?? '',
  postcode: customer.address?.postcode ?? '',
  city: customer.address?.city ?? '',
  region: customer.address?.region ?? '',
  country: customer.address?.country ?? '',
});

/** The fields as CreateCustomer and ChangeCustomer take them: an emptied field takes the old value away. */
export const customerPayload = (fields: CustomerFields, paymentDays: number | null) => ({
  name: fields.name,
  ...Object.fromEntries(OPTIONAL.map((name) => [name, fields[name]])),
  paymentDays: paymentDays ?? 'none',
  address: Object.fromEntries(
    ADDRESS.flatMap((name) => (fields[name].trim() === '' ? [] : [[name, fields[name]]])),
  ),
});

/** A customer being written down or changed. */
export class CustomerForm {
  fields: CustomerFields = $state(fieldsOf({}));
  paymentDays = $state<number | null>(null);
  #insists = $state(false);
  /** Said once somebody tried to save it, for as long as it is so. */
  readonly nameMissing = $derived(this.#insists && this.fields.name.trim() === '');
  readonly taxNumberBad = $derived(!isTaxNumber(this.fields.taxNumber.trim()));
  readonly daysBad = $derived((this.paymentDays ?? 0) > MOST_DAYS);
  readonly isNew: boolean;
  readonly customerId: string;
  readonly title: string;
  readonly submission: Submission;

  constructor(client: Client, begin: CustomerRow | { readonly name: string }) {
    this.fields = fieldsOf(begin);
    this.paymentDays = ('customerId' in begin ? begin.paymentDays : undefined) ?? null;
    this.isNew = !('customerId' in begin);
    this.customerId = 'customerId' in begin ? begin.customerId : client.newId();
    this.title = begin.name;
    this.submission = new Submission(client);
  }

  /** True once it is in the book. */
  async save(): Promise<boolean> {
    this.#insists = true;
    if (this.nameMissing || this.taxNumberBad || this.daysBad) return false;
    await this.submission.send(this.isNew ? 'CreateCustomer' : 'ChangeCustomer', {
      customerId: this.customerId,
      ...customerPayload(this.fields, this.paymentDays),
    });
    return this.submission.state === 'saved';
  }
}
