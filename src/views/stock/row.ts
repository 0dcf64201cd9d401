import type { ProductId, VariantId } from '../../domain/ids.ts';
import type { Disposition } from '../../domain/order/index.ts';
import type { UnitPrice } from '../../domain/pricing/index.ts';
import type { StockPolicy } from '../../domain/stock/index.ts';
import type { Shelf } from '../listing/index.ts';

/** What the shelves hold, in thousandths of the unit. */
export interface Holding {
  readonly onHand: number;
  readonly reserved: number;
  /** Ordered, not reserved, and waited for. */
  readonly backOrdered: number;
  /** On hand, and not to be sold. */
  readonly unavailable: number;
  /** Kept back from promising. */
  readonly buffer: number;
}

/** One product's stock as it stands. */
export interface StockRow extends Holding {
  /** Of a variant, its own. */
  readonly productId: ProductId;
  /** Of a variant, its product's. */
  readonly name: string;
  /** A variant's options in words, and whose variant it is. */
  readonly variant?: string;
  readonly ofProduct?: ProductId;
  readonly sku?: string;
  readonly unit: string;
  /** What one of it is sold for. Absent until the product is described. */
  readonly unitPrice?: UnitPrice;
  readonly shelf: Shelf;
  readonly policy: StockPolicy;
  /** onHand − reserved − unavailable − buffer; below zero when more is promised than there is. */
  readonly available: number;
  /**
   * `oversold`: something is missing; `sold-out`: in use, and nothing is left to promise; `low`: in use, and time to order
   * more; `uncounted`: nobody counts it, and its figures say nothing.
   */
  readonly supply: 'oversold' | 'sold-out' | 'low' | 'covered' | 'uncounted';
  /** At so much available it is time to order more; absent where nobody wants to be told. */
  readonly reorderLevel?: number;
  /** It is in use, and that time has come, also when nothing is left of it. */
  readonly reorder?: 'due';
  /** What must come in, or be free again, so that everybody has what they ordered; absent when nothing is missing. */
  readonly missing?: number;
  /** Folded name and tie: unique. Absent until the product is described. */
  readonly sort?: string;
  /** Key of its newest movement: the one after which it stands as it does. */
  readonly moved?: string;
}

/** One movement: by how much it changed each figure, and why. */
export interface MovementRow {
  /** `product/position` */
  readonly key: string;
  readonly position: number;
  /** Event type, e.g. `StockReceived`. */
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly by: Partial<Holding>;
  readonly orderId?: string;
  readonly counted?: number;
  /** Of goods that came back. */
  readonly disposition?: Disposition;
  /** The reason of an adjustment, the note of a receipt or count. */
  readonly reason?: string;
}

/** Where a product's stock came from and went, in thousandths: `onHand` is the sum of these. */
export interface CausesRow {
  readonly productId: ProductId;
  readonly received: number;
  readonly returned: number;
  readonly adjusted: number;
  /** Found more (or less) by counting. */
  readonly counted: number;
  readonly shipped: number;
}

/** What one order has of a product: no row when it has nothing. */
export interface ClaimRow {
  /** `product/order` */
  readonly key: string;
  readonly orderId: string;
  readonly reserved: number;
  readonly backOrdered: number;
}

export interface GoodsVariant {
  readonly variantId: VariantId;
  readonly title: string;
  readonly sku?: string;
  /** Its own price; without it, its product's. */
  readonly unitPrice?: UnitPrice;
  readonly tie: string;
  readonly archived: boolean;
}

/** How a product and its variants are called, so that their levels are. */
export interface GoodsRow {
  readonly productId: ProductId;
  readonly name: string;
  readonly unit: string;
  readonly unitPrice: UnitPrice;
  readonly sku?: string;
  readonly tie: string;
  readonly archived: boolean;
  readonly variants: readonly GoodsVariant[];
}

/** The number by which people know an order that has to do with stock. */
export interface OrderNumberRow {
  readonly orderId: string;
  readonly number: string;
}

export interface StockTables {
  levels: StockRow;
  goods: GoodsRow;
  movements: MovementRow;
  causes: CausesRow;
  claims: ClaimRow;
  orders: OrderNumberRow;
}
