import { Submission, type Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { optionsIn, optionsText } from './variant-options.ts';

type VariantRow = ProductRow['variants'][number];
type Policy = StockRow['policy'];

/** A variant being written down or changed. */
export class VariantForm {
  options = $state('');
  sku = $state('');
  barcode = $state('');
  unitPrice = $state<number | null>(null);
  policy = $state<Policy>('warn');
  optionsMissing = $state(false);
  readonly title: string | undefined;
  readonly submission: Submission;
  readonly #variantId: string;
  readonly #policyBefore: Policy;
  readonly #policySet: Submission;

  /** `variant`: the one to change; without, a new one. `policy` is what it has or begins with. */
  constructor(client: Client, policy: Policy, variant?: VariantRow) {
    this.title = variant?.title;
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
    return this.submission.busy || this.#policySet.busy;
  }

  /** What of it was not saved: the variant itself, or what happens when it runs short. */
  get trouble(): Submission {
    return this.submission.state === 'saved' ? this.#policySet : this.submission;
  }

  /** True once it is in the book. */
  async save(productId: string): Promise<boolean> {
    const options = optionsIn(this.options);
    this.optionsMissing = options.length === 0;
    if (this.optionsMissing) return false;
    const { sku, barcode, unitPrice, policy } = this;
    const variant = { productId, variantId: this.#variantId, options, sku, barcode };
    if (this.title === undefined) {
      const own = { stockPolicy: policy, ...(unitPrice !== null && { unitPrice }) };
      await this.submission.send('AddVariant', { ...variant, ...own });
      return this.submission.state === 'saved';
    }
    await this.submission.send('ChangeVariant', { ...variant, unitPrice: unitPrice ?? 'none' });
    if (this.submission.state !== 'saved') return false;
    if (policy === this.#policyBefore) return true;
    await this.#policySet.send('SetStockPolicy', { productId: this.#variantId, policy });
    return this.#policySet.state === 'saved';
  }
}
