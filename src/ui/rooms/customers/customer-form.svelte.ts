import { Submission, type Client } from '../../../client/index.ts';
import type { CustomerRow } from '../../../views/customers/row.ts';

const ADDRESS = ['street', 'postcode', 'city', 'region', 'country'] as const;
const OPTIONAL = ['company', 'email', 'phone', 'note', 'reference'] as const;

export type CustomerFields = Record<'name' | (typeof OPTIONAL)[number] | (typeof ADDRESS)[number], string>;

const fieldsOf = (customer: Partial<CustomerRow>): CustomerFields => ({
  name: customer.name ?? '',
  company: customer.company ?? '',
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
export const customerPayload = (fields: CustomerFields) => ({
  name: fields.name,
  ...Object.fromEntries(OPTIONAL.map((name) => [name, fields[name]])),
  address: Object.fromEntries(
    ADDRESS.flatMap((name) => (fields[name].trim() === '' ? [] : [[name, fields[name]]])),
  ),
});

/** A customer being written down or changed. */
export class CustomerForm {
  fields: CustomerFields = $state(fieldsOf({}));
  nameMissing = $state(false);
  readonly isNew: boolean;
  readonly customerId: string;
  readonly title: string;
  readonly submission: Submission;

  constructor(client: Client, begin: CustomerRow | { readonly name: string }) {
    this.fields = fieldsOf(begin);
    this.isNew = !('customerId' in begin);
    this.customerId = 'customerId' in begin ? begin.customerId : client.newId();
    this.title = begin.name;
    this.submission = new Submission(client);
  }

  get touched(): boolean {
    return this.fields.name !== this.title || this.submission.state !== 'idle';
  }

  /** True once it is in the book. */
  async save(): Promise<boolean> {
    this.nameMissing = this.fields.name.trim() === '';
    if (this.nameMissing) return false;
    await this.submission.send(this.isNew ? 'CreateCustomer' : 'ChangeCustomer', {
      customerId: this.customerId,
      ...customerPayload(this.fields),
    });
    return this.submission.state === 'saved';
  }
}
