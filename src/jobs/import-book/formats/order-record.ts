import type { CustomerRecord } from './records.ts';

/** A line of an order as a file has it. */
export interface LineRecord {
  readonly row: number;
  /** Ids of this book, where a file that it wrote comes back. */
  readonly productId?: string;
  readonly variantId?: string;
  readonly name: string;
  readonly sku: string;
  /** Thousandths. */
  readonly quantity: number;
  /** Ten-thousandths of a major unit, in the order's tax mode. */
  readonly unitPrice: number;
  /** Minor units off the whole line. */
  readonly discount: number;
  /** Thousandths of a percent; the order's own when left out. */
  readonly taxRate?: number;
}

/** What the rows of an order say of it as a whole. Amounts in minor units. */
export interface OrderHead {
  /** Its id in this book, where a file that it wrote comes back. */
  readonly id?: string;
  readonly customer?: CustomerRecord;
  /** ISO instant. */
  readonly placedAt: string;
  readonly shipTo?: { readonly name?: string; readonly address?: Readonly<Record<string, string>> };
  /** Whether the source's prices hold the tax; the book's own way when left out. */
  readonly taxMode?: 'inclusive' | 'exclusive';
  readonly taxRate: number;
  readonly shipping: number;
  readonly shippingTaxRate: number;
  /** Off the whole order, after the lines' own discounts. */
  readonly discount: number;
  readonly promisedOn?: string;
  readonly dueOn?: string;
  readonly shippedAt?: string;
  readonly payment?: {
    readonly amount: number;
    readonly method: 'cash' | 'card' | 'transfer' | 'other';
    readonly at: string;
    readonly reference: string;
  };
  /** Given back of the payment, and no longer due. */
  readonly refunded?: number;
  readonly cancelled?: { readonly at: string; readonly reason: string };
  readonly notes: readonly string[];
  /** What the source says the customer owes in all, to be compared; undefined when it does not say. */
  readonly total?: number;
}

export interface OrderRecord {
  /** Where it comes from: `Shopify`. */
  readonly system: string;
  readonly reference: string;
  readonly row: number;
  readonly head: OrderHead;
  readonly lines: readonly LineRecord[];
}
