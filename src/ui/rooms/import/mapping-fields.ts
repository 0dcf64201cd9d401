import type { Field, Mapping } from '../../../jobs/import-book/index.ts';
import { m } from '../../words/index.ts';
import { otherNames } from './other-names.ts';

type Kind = Mapping['kind'];
type Words = { readonly [Of in Kind]: Readonly<Record<Field<Of>, () => string>> };

const address = {
  street: m.import_field_street,
  city: m.import_field_city,
  region: m.import_field_region,
  postcode: m.import_field_postcode,
  country: m.import_field_country,
};
const option = (n: number) => () => m.import_field_option_name({ n });
const value = (n: number) => () => m.import_field_option_value({ n });

/** Every field of a table by kind, in a seller's words and in the order in which they are asked for. */
export const fieldWords: Words = {
  customers: {
    name: m.import_field_name,
    company: m.import_field_company,
    taxNumber: m.import_field_tax_number,
    email: m.import_field_email,
    phone: m.import_field_phone,
    ...address,
    note: m.import_field_note,
    reference: m.import_field_reference,
    paymentDays: m.import_field_payment_days,
    id: m.import_field_id,
  },
  products: {
    name: m.import_field_product,
    price: m.import_field_price,
    sku: m.import_field_sku,
    barcode: m.import_field_barcode,
    unit: m.import_field_unit,
    taxRate: m.import_field_tax_rate,
    stock: m.import_field_stock,
    policy: m.import_field_policy,
    reorderLevel: m.import_field_reorder_level,
    option1Name: option(1),
    option1Value: value(1),
    option2Name: option(2),
    option2Value: value(2),
    option3Name: option(3),
    option3Value: value(3),
    vendor: m.import_field_vendor,
    tags: m.import_field_tags,
    description: m.import_field_description,
    id: m.import_field_id,
    variantId: m.import_field_id,
  },
  orders: {
    number: m.import_field_number,
    placedAt: m.import_field_placed_at,
    product: m.import_field_product,
    quantity: m.import_field_quantity,
    price: m.import_field_price,
    sku: m.import_field_sku,
    variant: m.import_field_variant,
    lineDiscount: m.import_field_line_discount,
    taxRate: m.import_field_tax_rate,
    customer: m.import_field_customer,
    company: m.import_field_company,
    email: m.import_field_email,
    phone: m.import_field_phone,
    ...address,
    orderDiscount: m.import_field_order_discount,
    shipping: m.import_field_shipping,
    shippingTaxRate: m.import_field_shipping_tax,
    taxMode: m.import_field_tax_mode,
    currency: m.import_field_currency,
    total: m.import_field_total,
    paid: m.import_field_paid,
    paymentMethod: m.import_field_payment_method,
    shippedAt: m.import_field_shipped_at,
    promisedOn: m.import_field_promised_on,
    dueOn: m.import_field_due_on,
    status: m.import_field_status,
    note: m.import_field_note,
    orderId: m.import_field_id,
    customerId: m.import_field_id,
    productId: m.import_field_id,
    variantId: m.import_field_id,
  },
};

/** Ids of the book itself are only in its own exports, which need no mapping. */
const OWN = ['id', 'variantId', 'orderId', 'customerId', 'productId'];

export const fieldsOf = (kind: Kind): { readonly field: string; readonly label: string }[] =>
  Object.entries(fieldWords[kind])
    .filter(([field]) => !OWN.includes(field))
    .map(([field, label]) => ({ field, label: label() }));

/** Fields without which a row says nothing. */
const NEEDED: Record<Kind, readonly string[]> = {
  customers: ['name'],
  products: ['name', 'price'],
  orders: ['number', 'placedAt', 'product', 'quantity', 'price'],
};

export const missingFields = (kind: Kind, fields: Readonly<Record<string, string>>): string[] =>
  fieldsOf(kind)
    .filter(({ field }) => NEEDED[kind].includes(field) && (fields[field] ?? '') === '')
    .map(({ label }) => label);

/** What was said of every field, also that it is not in the table: so no guess takes its place. */
export const saidIn = ({ kind, fields }: Mapping): Record<string, string> =>
  Object.fromEntries(fieldsOf(kind).map(({ field }) => [field, fields[field] ?? '']));

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A first guess: columns that are called as the fields are, then those by their other names; each column once. */
export const guessed = (kind: Kind, header: readonly string[]): Record<string, string> => {
  const found = new Map<string, string>();
  const isFree = (column: string): boolean => ![...found.values()].includes(column);
  for (const namesOf of [
    ({ field, label }: { field: string; label: string }) => [folded(label), folded(field)],
    ({ field }: { field: string }) => otherNames(kind, field),
  ])
    for (const one of fieldsOf(kind)) {
      if (found.has(one.field)) continue;
      const column = header.find((title) => isFree(title) && namesOf(one).includes(folded(title)));
      if (column !== undefined) found.set(one.field, column);
    }
  return Object.fromEntries(found);
};

const KINDS: readonly Kind[] = ['products', 'customers', 'orders'];

/** What a table holds most likely: that of which it says most and lacks least; products where nothing is known. */
export const likeliestKind = (header: readonly string[]): Kind => {
  const known = KINDS.map((kind) => {
    const fields = guessed(kind, header);
    const found = Object.keys(fields).length;
    return { kind, found, worth: found - missingFields(kind, fields).length };
  });
  const [best] = known.filter(({ found }) => found > 0).toSorted((one, other) => other.worth - one.worth);
  return best?.kind ?? 'products';
};

/** It is asked for at once: a row says nothing without it, or a column is called so. */
export const isAtHand = (kind: Kind, header: readonly string[], field: string): boolean =>
  NEEDED[kind].includes(field) || guessed(kind, header)[field] !== undefined;
