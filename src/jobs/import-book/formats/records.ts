import type { StockPolicy } from '../../../domain/stock/index.ts';
import type { RowProblem } from '../problem.ts';

/** A customer as a file describes one; what it does not say is empty. */
export interface CustomerRecord {
  readonly row: number;
  /** An id of this book, where a file that it wrote comes back. */
  readonly id?: string;
  readonly name: string;
  readonly company: string;
  readonly email: string;
  readonly phone: string;
  readonly address: Readonly<Record<'street' | 'city' | 'region' | 'postcode' | 'country', string>>;
  readonly note: string;
  readonly reference: string;
  readonly taxNumber?: string;
  readonly paymentDays?: number | undefined;
}

/** What lies on the shelf by itself: a product without variants, or a variant. */
export interface Stocked {
  readonly row: number;
  readonly sku: string;
  readonly barcode: string;
  readonly stockPolicy?: StockPolicy;
  /** Thousandths that lie there. */
  readonly quantity: number;
  /** The file says so; where it is silent, `quantity` is 0 all the same. */
  readonly isSaid?: boolean;
  /** Thousandths; at so many it is time to order more. */
  readonly reorderLevel?: number;
  /** What a person should know of how it comes in. */
  readonly remarks?: readonly RowProblem[];
}

export interface VariantRecord extends Stocked {
  readonly id?: string;
  readonly options: readonly { readonly name: string; readonly value: string }[];
  /** Ten-thousandths of a major unit. */
  readonly unitPrice: number;
}

export interface ProductRecord extends Stocked {
  readonly id?: string;
  /** What tells it from others where it has neither id nor SKU; its name when left out. */
  readonly handle?: string;
  readonly name: string;
  readonly unit: string;
  /** Ten-thousandths of a major unit. */
  readonly unitPrice: number;
  /** Thousandths of a percent. */
  readonly taxRate: number;
  readonly description?: string;
  readonly vendor?: string;
  readonly tags?: readonly string[];
  readonly images?: readonly { readonly url: string; readonly alt?: string }[];
  readonly variants?: readonly VariantRecord[];
}
