import { parse, v5 } from 'uuid';

/** FOR EVER: an id follows from this and what the files say, so that importing again meets what is there. */
const NAMESPACE = parse('8a1f6c52-3d97-5b0e-9c44-71e0d2b8a5f3');

type Thing = 'customer' | 'product' | 'variant' | 'order' | 'line' | 'payment' | 'refund' | 'credit';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const derived = (thing: Thing, key: string): string => v5(`${thing}:${key}`, NAMESPACE);

/** Case and white space are no difference between two names. */
export const folded = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** An id of ours is its own; else the source's handle, the SKU or, without either, the name says which product it is. */
export const productIdOf = (named: {
  readonly id?: string | undefined;
  readonly handle?: string | undefined;
  readonly sku: string;
  readonly name: string;
}): string => {
  const { id = '', handle = '', sku, name } = named;
  if (UUID.test(id)) return id.toLowerCase();
  if (handle !== '') return derived('product', `handle:${handle}`);
  return derived('product', sku === '' ? `name:${folded(name)}` : `sku:${sku}`);
};

/** A variant is known by its options: SKUs are often missing, or change. */
export const variantIdOf = (productId: string, options: readonly { readonly value: string }[]): string =>
  derived('variant', `${productId}:${options.map(({ value }) => folded(value)).join('/')}`);

/** The same e-mail address is the same customer; without one the same name is. */
export const customerIdOf = (named: {
  readonly id?: string | undefined;
  readonly email: string;
  readonly name: string;
}): string => {
  const { id = '', email, name } = named;
  if (UUID.test(id)) return id.toLowerCase();
  return derived('customer', email === '' ? `name:${folded(name)}` : `email:${email.toLowerCase()}`);
};

export const orderIdOf = (system: string, reference: string, id = ''): string =>
  UUID.test(id) ? id.toLowerCase() : derived('order', `${system}:${reference}`);

/** The n-th line of an order: one product may stand on several. */
export const lineIdOf = (orderId: string, n: number): string => derived('line', `${orderId}:${String(n)}`);

/** Of what an order has at most one of in a file. */
export const partIdOf = (part: 'payment' | 'refund' | 'credit', orderId: string): string =>
  derived(part, orderId);

/** One per command that an import may give for a thing. */
export const commandIdOf = (deed: string, id: string): string => `import/${deed}/${id}`;
/** …FOR EVER until here. */
