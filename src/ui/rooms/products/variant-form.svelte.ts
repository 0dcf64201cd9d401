import { Submission, type Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import { optionsIn, optionsText } from './variant-options.ts';

type VariantRow = ProductRow['variants'][number];

/** A variant being written down or changed. */
export class VariantForm {
  options = $state('');
  sku = $state('');
  barcode = $state('');
  unitPrice = $state<number | null>(null);
  optionsMissing = $state(false);
  readonly title: string | undefined;
  readonly submission: Submission;
  readonly #variantId: string;

  /** `variant`: the one to change; without, a new one. */
  constructor(client: Client, variant?: VariantRow) {
    this.title = variant?.title;
    this.#variantId = variant?.variantId ?? client.newId();
    this.submission = new Submission(client);
    if (!variant) return;
    this.options = optionsText(variant.options);
    this.sku = variant.sku ?? '';
    this.barcode = variant.barcode ?? '';
    this.unitPrice = variant.unitPrice ?? null;
  }

  /** True once it is in the book. */
  async save(productId: string): Promise<boolean> {
    const options = optionsIn(this.options);
    this.optionsMissing = options.length === 0;
    if (this.optionsMissing) return false;
    const { sku, barcode, unitPrice } = this;
    const variant = { productId, variantId: this.#variantId, options, sku, barcode };
    if (this.title === undefined)
      await this.submission.send('AddVariant', { ...variant, ...(unitPrice !== null && { unitPrice }) });
    else await this.submission.send('ChangeVariant', { ...variant, unitPrice: unitPrice ?? 'none' });
    return this.submission.state === 'saved';
  }
}
