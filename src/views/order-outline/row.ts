import type { CustomerId, LineId, OrderId } from '../../domain/ids.ts';
import type {
  AllocationStatus,
  FulfilmentStatus,
  Lifecycle,
  MoneySums,
  OrderState,
  Return,
  ReturnStatus,
} from '../../domain/order/index.ts';
import type { CurrencyCode, MinorUnits, PaymentStatus, Quantity } from '../../domain/pricing/index.ts';

/** What is to be done next with an order. */
export type Task = 'draft' | 'ship' | 'return' | 'pay' | 'done' | 'cancelled' | 'discarded';

/** What of `ship` is to be done next. */
export type Step = 'prepare' | 'ship' | 'collect';

/** Where an order is listed: among all, or out of the way. */
export type OrderShelf = 'active' | 'archived' | 'discarded';

/** An order on one line of a list, in its currency's minor units. */
export interface Outline {
  readonly id: OrderId;
  /** Absent while it is a draft. */
  readonly number?: string;
  readonly lifecycle: Exclude<Lifecycle, 'none'>;
  readonly shelf: OrderShelf;
  readonly payment: PaymentStatus;
  readonly fulfilment: FulfilmentStatus;
  readonly allocation: AllocationStatus;
  /** Absent where nothing came back and nothing is to. */
  readonly returns?: Exclude<ReturnStatus, 'none'>;
  /** A sale over the counter that was taken back whole. */
  readonly undone?: true;
  readonly onHold?: true;
  readonly task: Task;
  /** Present while its task is to ship. */
  readonly step?: Step;
  readonly tags?: readonly string[];
  readonly customerId?: CustomerId;
  readonly customerName?: string;
  readonly customerCompany?: string;
  readonly total: MinorUnits;
  /** Above zero the customer owes, below we do. */
  readonly balance: MinorUnits;
  /** Day for which its goods are promised. */
  readonly promisedOn?: string;
  /** Day on which what is owed is due. */
  readonly dueOn?: string;
  /** What its standing invoice still comes to; absent where none stands. */
  readonly invoiced?: MinorUnits;
  /** The seller is to ask for what was due on this day. */
  readonly remindedOf?: string;
  readonly currency: CurrencyCode;
  readonly lineCount: number;
  /** Name of its first line. */
  readonly firstLine?: string;
  /** Its number in the book it was imported from. */
  readonly reference?: string;
  /** The order's stream version that this row knows of. */
  readonly version: number;
}

/**
 * Line id, then thousandths: ordered, reserved, back-ordered, prepared, shipped, cancelled, ready, delivered, returned.
 * Zeros at the end are left out; −1 after the first quantity stands for a line that was shipped whole, −2 for one whose
 * goods nobody counts, so that nothing is reserved.
 */
export type KeptLine = readonly [lineId: LineId, ordered: Quantity, ...more: number[]];

/**
 * The row as it is stored, small, since a book has a hundred thousand of them. Of the order's state it keeps no more than
 * later events need: of a draft everything, of an order its lines' quantities.
 */
export interface OutlineRow extends Outline {
  /** When it was placed, or the draft begun; made unique by the position of the event that made the row. */
  readonly sort: string;
  readonly draft?: OrderState;
  readonly lines?: readonly KeptLine[];
  readonly sentBack?: readonly Return[];
  /** Only where total and balance don't say it: credits, refunds, cash rounding. */
  readonly sums?: MoneySums;
  /** The due day is its invoice's own. */
  readonly dueByInvoice?: true;
  /** What a cancelled order comes to when it is reopened. */
  readonly agreedTotal?: MinorUnits;
}

/** The row as it is answered: what it keeps of the order's state stays behind. */
export interface OrderRow extends Outline {
  /** Where it stands in a list, and the cursor to go on from it. */
  readonly sort: string;
  /** ISO instant. */
  readonly placedAt: string;
}
