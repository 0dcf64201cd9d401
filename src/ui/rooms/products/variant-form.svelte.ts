import { Submission, type Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import type { Beside } from './beside.ts';
import { moveToVariant } from './move-form.svelte.ts';
import { optionsIn, optionsText } from './variant-options.ts';

type VariantRow = ProductRow['variants'][number];
type Policy = StockRow['policy'];
type Product = Pick<ProductRow, 'productId' | 'name'>;

/** A variant being written down or changed. */
export class VariantForm {
  options = $state('');
  sku = $state('');
  barcode = $state('');
  unitPrice = $state<number | null>(null);
  policy = $state<Policy>('warn');
  /** What lies under the product's own name comes along. */
  takesStock = $state(false);
  optionsMissing = $state(false);
  readonly title: string | undefined;
  readonly submission: Submission;
  readonly #variantId: string;
  readonly #policyBefore: Policy;
  readonly #policySet: Submission;
  readonly #stockMoved: Submission;
  readonly #beside: Beside | undefined;

  /**
   * `variant`: the one to change; without, a new one. `policy` is what it has or begins with, `beside` what a new one can
   * take along: the first one does, unless somebody says otherwise.
   */
  constructor(
    client: Client,
    policy: Policy,
    {
      variant,
      beside,
      first = false,
    }: { variant?: VariantRow; beside?: Beside | undefined; first?: boolean },
  ) {
    this.title = variant?.title;
    this.#beside = beside;
    this.takesStock = first;
    this.#stockMoved = new Submission(client);
    this.#variantId = variant?.variantId ?? client.newId();
    this.submission = new Submission(client);
    this.#policySet = new Submission(client);
    this.policy = this.#policyBefore = policy;
    if (!variant) return;
    this.options = optionsText(variant.options);
    this.sku = variant.sku ?? '';
    this.barcode = variant.barcode ?? '';
    this.unitPrice = variant.unitPrice ?? null;
  }

  get busy(): boolean {
    return this.submission.busy || this.#policySet.busy || this.#stockMoved.busy;
  }

  /** Thousandths that it can take along; none where nobody counts it. */
  get takes(): number {
    return this.policy === 'uncounted' ? 0 : (this.#beside?.free ?? 0);
  }

  /** What of it was not saved: the variant itself, what happens when it runs short, or the stock that it takes along. */
  get trouble(): Submission {
    if (this.submission.state !== 'saved') return this.submission;
    return this.title === undefined ? this.#stockMoved : this.#policySet;
  }

  /** True once it is in the book. */
  async save({ productId, name }: Product): Promise<boolean> {
    const options = optionsIn(this.options);
    this.optionsMissing = options.length === 0;
    if (this.optionsMissing) return false;
    const { sku, barcode, unitPrice, policy } = this;
    const variant = { productId, variantId: this.#variantId, options, sku, barcode };
    if (this.title === undefined) {
      const own = { stockPolicy: policy, ...(unitPrice !== null && { unitPrice }) };
      await this.submission.send('AddVariant', { ...variant, ...own });
      if (this.submission.state !== 'saved') return false;
      return this.#takeStock({ productId, name }, options.map(({ value }) => value).join(' / '));
    }
    await this.submission.send('ChangeVariant', { ...variant, unitPrice: unitPrice ?? 'none' });
    if (this.submission.state !== 'saved') return false;
    if (policy === this.#policyBefore) return true;
    await this.#policySet.send('SetStockPolicy', { productId: this.#variantId, policy });
    return this.#policySet.state === 'saved';
  }

  async #takeStock(product: Product, title: string): Promise<boolean> {
    const quantity = this.takes;
    const beside = this.#beside;
    if (!beside || quantity === 0 || !this.takesStock) return true;
    const to = { variantId: this.#variantId, title };
    await this.#stockMoved.send('MoveStock', moveToVariant(product, to, { beside, quantity }));
    return this.#stockMoved.state === 'saved';
  }
}
