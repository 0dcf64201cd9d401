import type { ProductId } from '../../domain/ids.ts';
import type { TaxRate, UnitPrice } from '../../domain/pricing/index.ts';

/** When what something costs was decided, and by whom. */
export interface Decided {
  /** ISO instant, for the trade. */
  readonly at: string;
  readonly position: number;
  readonly actor: string;
}

/** A price as it stood from then on. */
export interface PriceEntry extends Decided {
  readonly unitPrice: UnitPrice;
  readonly taxRate: TaxRate;
}

/** A variant's own price from then on; without one, the product's counts. */
export interface OwnPrice extends Decided {
  readonly unitPrice?: UnitPrice;
}

export interface PriceRow {
  readonly productId: ProductId;
  /** The oldest first. */
  readonly prices: readonly PriceEntry[];
  readonly variants: Readonly<Record<string, readonly OwnPrice[]>>;
}

export interface PriceHistoryTables {
  products: PriceRow;
}
