import type { ProductId } from '../../domain/ids.ts';
import type { StockPolicy } from '../../domain/stock/index.ts';
import type { Shelf } from '../listing/index.ts';

/** What the shelves hold, in thousandths of the unit. */
export interface Holding {
  readonly onHand: number;
  readonly reserved: number;
  /** Ordered, not reserved, and waited for. */
  readonly backOrdered: number;
}

/** One product's stock as it stands. */
export interface StockRow extends Holding {
  readonly productId: ProductId;
  readonly name: string;
  readonly sku?: string;
  readonly unit: string;
  readonly shelf: Shelf;
  readonly policy: StockPolicy;
  /** onHand − reserved; below zero when more is promised than there is. */
  readonly available: number;
  /** `short`: somebody waits for it, or more is promised than there is. */
  readonly supply: 'short' | 'covered';
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
  /** The reason of an adjustment, the note of a receipt or count. */
  readonly reason?: string;
}

/** The number by which people know an order that has to do with stock. */
export interface OrderNumberRow {
  readonly orderId: string;
  readonly number: string;
}

export interface StockTables {
  levels: StockRow;
  movements: MovementRow;
  orders: OrderNumberRow;
}
