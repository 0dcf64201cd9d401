import type { OrderId } from '../../domain/ids.ts';
import type {
  Credit,
  ItemsShipped,
  LineQuantity,
  OrderState,
  Payment,
  Refund,
  Source,
  ItemsCollected,
  OrderRevised,
  Return,
  ShipTo,
} from '../../domain/order/index.ts';
import type { DataOf } from '../../kernel/index.ts';

/** When something happened for the trade (ISO instant), and who wrote it down. */
export interface Told {
  readonly at: string;
  readonly actor: string;
}

export interface OrderNote extends Told {
  readonly text: string;
  /** Printed on the customer's papers; any other is internal. */
  readonly forCustomer?: true | undefined;
}

export interface OrderPayment extends Payment, Told {
  /** Why it was made void, when and by whom. */
  readonly voided?: Told & { readonly reason: string };
}

export type OrderRefund = Refund & Told;

/** Less is due: it was granted, or nobody will get it any more. */
export type OrderCredit = Credit & Told & { readonly kind: 'credit' | 'write-off' };

/** How the order stood when goods of it left: what goes with them says so for good. */
interface Leaving extends Told {
  /** How often it had been revised by then. */
  readonly revision: number;
  /** What of it was still to go after them; absent where nothing was. */
  readonly toFollow?: readonly LineQuantity[];
}

export type Shipment = Omit<DataOf<typeof ItemsShipped>, 'stock'> & Leaving;

/** Goods handed over in the shop. */
export type HandOver = Pick<DataOf<typeof ItemsCollected>, 'fulfilmentId' | 'lines'> & Leaving;

/** Goods that the customer sends back, `Told` when that was asked for. */
export interface OrderReturn extends Return, Told {
  /** When the newest part came back. */
  readonly receivedAt?: string;
}

/** What a revision changed: everything as it was agreed before and after. */
export type Revision = DataOf<typeof OrderRevised> & Told;

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
  /** Where an imported order goes, when that is not simply its customer. */
  readonly shipTo?: ShipTo;
  /** Why it was taken although stock was short. */
  readonly override?: string;
  readonly payments: readonly OrderPayment[];
  readonly refunds: readonly OrderRefund[];
  readonly credits: readonly OrderCredit[];
  readonly shipments: readonly Shipment[];
  readonly handOvers: readonly HandOver[];
  /** When each return was asked for and came back, by its id. */
  readonly returnsTold: Readonly<Record<string, Omit<OrderReturn, keyof Return>>>;
  readonly revisions: readonly Revision[];
  readonly notes: readonly OrderNote[];
  readonly cancellation?: Cancellation;
  readonly version: number;
}

export interface OrderDetailsTables {
  orders: OrderDetailsRow;
}
