import { Submission, type Client } from '../../../client/index.ts';
import type { ProductRow } from '../../../views/products/row.ts';
import type { StockRow } from '../../../views/stock/row.ts';
import { unitBooked, unitShown } from './unit-words.ts';

type Policy = StockRow['policy'];

interface Fields {
  name: string;
  sku: string;
  barcode: string;
  unit: string;
  unitPrice: number | null;
  taxRate: number | null;
  policy: Policy;
  /** Only of a new product: what is there already. */
  opening: number | null;
}

export interface NewProduct {
  readonly name: string;
  readonly taxRate: number;
}

/** What must be there before it can be saved. */
type Missing = 'name' | 'unit' | 'price';

/** A product being written down or changed. */
export class ProductForm {
  fields: Fields = $state({
    ...{ name: '', sku: '', barcode: '', unit: unitShown('pcs'), unitPrice: null, taxRate: 0 },
    ...{ policy: 'warn', opening: null },
  });
  /** Somebody tried to save it: what is missing is named for as long as it is. */
  #insists = $state(false);
  readonly missing = $derived(this.#insists ? this.#lacking() : []);
  readonly isNew: boolean;
  readonly productId: string;
  readonly title: string;
  readonly submission: Submission;
  readonly #opening: Submission;

  constructor(client: Client, begin: NewProduct | { readonly product: ProductRow; readonly policy: Policy }) {
    this.isNew = !('product' in begin);
    if ('product' in begin) {
      const { name, sku = '', barcode = '', unit, unitPrice, taxRate, productId } = begin.product;
      const known = { name, sku, barcode, unitPrice, taxRate };
      Object.assign(this.fields, { ...known, unit: unitShown(unit), policy: begin.policy });
      this.productId = productId;
    } else {
      Object.assign(this.fields, begin);
      this.productId = client.newId();
    }
    this.title = this.fields.name;
    this.submission = new Submission(client);
    this.#opening = new Submission(client);
  }

  get busy(): boolean {
    return this.submission.busy || this.#opening.busy;
  }

  /** What of it was not saved: the product itself, or what is in stock of it. */
  get trouble(): Submission {
    return this.submission.state === 'saved' ? this.#opening : this.submission;
  }

  /** True once it is in the book, with what is there of it. */
  async save(): Promise<boolean> {
    this.#insists = true;
    if (this.#lacking().length > 0) return false;
    const { name, sku, barcode, unit, unitPrice, taxRate, policy, opening } = this.fields;
    const { productId } = this;
    // As wherever goods are written down: what isn't said is not counted, until some comes or is counted.
    const isUncounted = this.isNew && opening === null && policy === 'warn';
    const described = { productId, name, sku, barcode, unitPrice, taxRate: taxRate ?? 0 };
    await this.submission.send(this.isNew ? 'CreateProduct' : 'ChangeProduct', {
      ...described,
      unit: unitBooked(unit),
      stockPolicy: isUncounted ? 'uncounted' : policy,
    });
    if (this.submission.state !== 'saved') return false;
    if (!this.isNew || opening === null || opening === 0) return true;
    await this.#opening.send('ReceiveStock', { productId, quantity: opening });
    return this.#opening.state === 'saved';
  }

  #lacking(): readonly Missing[] {
    const { name, unit, unitPrice } = this.fields;
    const lacking: readonly (Missing | false)[] = [
      name.trim() === '' && 'name',
      unit.trim() === '' && 'unit',
      unitPrice === null && 'price',
    ];
    return lacking.filter((one) => one !== false);
  }
}
