import { CustomerList } from '../../views/customers/query.ts';
import { ProductDetails, ProductList } from '../../views/products/query.ts';
import type { JobContext } from '../../kernel/index.ts';
import type { Article, Entry, Known, Named } from './formats/format.ts';
import { customerEntry, productEntry, variantName } from './formats/named.ts';
import type { CustomerRecord, ProductRecord } from './formats/records.ts';
import { customerIdOf, folded, productIdOf } from './formats/trade-ids.ts';

type Ask = Pick<JobContext, 'query'>;

/** How many names are looked up in the book between two looks at whether to stop. */
const AT_ONCE = 50;

/** An id of the book, else the SKU, else the whole name. */
const keyOf = ({ productId = '', variantId = '', sku, name }: Named): string => {
  if (productId !== '') return `id:${productId}:${variantId}`;
  return sku === '' ? `name:${folded(name)}` : `sku:${sku}`;
};

/**
 * Whom and what the orders of an import name: its own customers and products first, then those that are in the book
 * already, and what nobody knows is begun with what the order says of it.
 */
export class Names implements Known {
  readonly #articles = new Map<string, Article>();
  readonly #customers = new Map<string, string>();
  readonly #wantedProducts = new Map<string, ProductRecord & Named>();
  readonly #wantedCustomers = new Map<string, CustomerRecord>();
  /** What the orders need and nobody has: to be created before them. */
  readonly implied: Entry[] = [];

  /** Notes what an entry brings. Call it for every entry before `want`. */
  offer({ kind, id, offers = [] }: Entry): void {
    if (kind === 'customers') this.#customers.set(id, id);
    for (const { productId, variantId, ...named } of offers) {
      const article = variantId === undefined ? { productId } : { productId, variantId };
      const own = `id:${productId}:${variantId ?? ''}`;
      for (const key of [
        own,
        `name:${folded(named.name)}`,
        ...(named.sku === '' ? [] : [`sku:${named.sku}`]),
      ])
        if (!this.#articles.has(key)) this.#articles.set(key, article);
    }
  }

  want({ needs }: Entry): void {
    for (const product of needs?.products ?? []) {
      const key = keyOf(product);
      if (!this.#articles.has(key) && !this.#wantedProducts.has(key)) this.#wantedProducts.set(key, product);
    }
    const customer = needs?.customer;
    if (!customer) return;
    const id = customerIdOf(customer);
    if (!this.#customers.has(id) && !this.#wantedCustomers.has(id)) this.#wantedCustomers.set(id, customer);
  }

  get settled(): boolean {
    return this.#wantedProducts.size === 0 && this.#wantedCustomers.size === 0;
  }

  /** Looks up the next names in the book; once `settled`, everything has an id. */
  async settleSome(context: Ask): Promise<void> {
    for (const [key, product] of [...this.#wantedProducts].slice(0, AT_ONCE)) {
      const found = await articleInBook(context, product);
      if (!found) this.implied.push(productEntry(product, { implied: true }));
      this.#articles.set(key, found ?? { productId: productIdOf(product) });
      this.#wantedProducts.delete(key);
    }
    for (const [id, customer] of [...this.#wantedCustomers].slice(0, AT_ONCE)) {
      const found = await customerInBook(context, customer);
      if (found === undefined) this.implied.push(customerEntry(customer, { implied: true }));
      this.#customers.set(id, found ?? id);
      this.#wantedCustomers.delete(id);
    }
  }

  article(named: Named): Article {
    return this.#articles.get(keyOf(named)) ?? { productId: productIdOf(named) };
  }

  customerId(named: Parameters<Known['customerId']>[0]): string {
    const id = customerIdOf(named);
    return this.#customers.get(id) ?? id;
  }
}

/** Words of a search may be at most so long. */
const LONGEST_SEARCH = 200;

const articleInBook = async ({ query }: Ask, named: Named): Promise<Article | undefined> => {
  const { productId = '', variantId = '', sku, name } = named;
  if (productId !== '') {
    const known = await query(ProductDetails, { productId });
    return known && (variantId === '' ? { productId } : { productId, variantId });
  }
  const { rows } = await query(ProductList, { text: (sku || name).slice(0, LONGEST_SEARCH), limit: 50 });
  for (const product of rows) {
    if (sku === '' ? folded(product.name) === folded(name) : product.sku === sku)
      return { productId: product.productId };
    const variant = product.variants.find((one) =>
      sku === '' ? folded(variantName(product.name, one.options)) === folded(name) : one.sku === sku,
    );
    if (variant) return { productId: product.productId, variantId: variant.variantId };
  }
  return undefined;
};

const customerInBook = async ({ query }: Ask, customer: CustomerRecord): Promise<string | undefined> => {
  const { email, name } = customer;
  const { rows } = await query(CustomerList, {
    text: (email || name).slice(0, LONGEST_SEARCH),
    limit: 50,
  });
  return rows.find((row) =>
    email === '' ? folded(row.name) === folded(name) : row.email?.toLowerCase() === email.toLowerCase(),
  )?.customerId;
};
