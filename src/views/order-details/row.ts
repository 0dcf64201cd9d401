import type { OrderId } from '../../domain/ids.ts';
import type { Credit, ItemsShipped, OrderState, Payment, Refund, Source } from '../../domain/order/index.ts';
import type { DataOf } from '../../kernel/index.ts';

/** When something happened for the trade (ISO instant), and who wrote it down. */
export interface Told {
  readonly at: string;
  readonly actor: string;
}

export interface OrderNote extends Told {
  readonly text: string;
}

export interface OrderPayment extends Payment, Told {
  /** Why it was made void, when and by whom. */
  readonly voided?: Told & { readonly reason: string };
}

export type OrderRefund = Refund & Told;

/** Less is due: it was granted, or nobody will get it any more. */
export type OrderCredit = Credit & Told & { readonly kind: 'credit' | 'write-off' };

export type Shipment = Omit<DataOf<typeof ItemsShipped>, 'stock'> & Told;

export interface Cancellation extends Told {
  readonly reason: string;
}

/** The order's own state, and what it does not remember because no rule asks for it. */
export interface OrderDetailsRow {
  readonly id: OrderId;
  readonly state: OrderState;
  /** When it was placed, or the draft begun. */
  readonly placedAt: string;
  readonly source?: Source;
  /** Why it was taken although stock was short. */
  readonly override?: string;
  readonly payments: readonly OrderPayment[];
  readonly refunds: readonly OrderRefund[];
  readonly credits: readonly OrderCredit[];
  readonly shipments: readonly Shipment[];
  readonly notes: readonly OrderNote[];
  readonly cancellation?: Cancellation;
  readonly version: number;
}

export interface OrderDetailsTables {
  orders: OrderDetailsRow;
}
