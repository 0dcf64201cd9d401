// By file and not by room: the rules of commands have no business in the page that asks.
import { possibleActions, type OrderAction } from '../../domain/order/actions.ts';
import { completed } from '../../domain/order/finished.ts';
import type { CreditNote, Invoice, OrderLine, OrderState, Terms } from '../../domain/order/index.ts';
import { returnable } from '../../domain/order/returnable.ts';
import { goodsBack, type GoodsBack } from '../../domain/order/credit-note.ts';
import { creditOfReturn, type ReturnedCredit } from '../../domain/order/returned-credit.ts';
import { grossOf, isOutdated, leftOf, netOf } from '../../domain/order/invoiced.ts';
import {
  allocation,
  fulfilmentStatus,
  lifecycle,
  progress,
  returnStatus,
  saleUndone,
  type AllocationStatus,
  type FulfilmentStatus,
  type Lifecycle,
  type LineProgress,
  type ReturnStatus,
} from '../../domain/order/status.ts';
import { balanceOf, paymentStatusOf, totalsOf } from '../../domain/order/totals.ts';
import type { Balance, PaymentStatus, PricedLine, PricedOrder } from '../../domain/pricing/index.ts';
import type { OrderDetailsRow, OrderReturn } from './row.ts';

/** A line as ordered, how far it is (thousandths), and what it comes to. */
export interface DetailsLine extends OrderLine, Omit<LineProgress, 'lineId' | 'name' | 'unit'> {
  /** Of what is left to ship: kept on the shelf for it, and waited for. */
  readonly reserved: number;
  readonly backOrdered: number;
  /** Nobody counts its goods: it needs neither. */
  readonly uncounted?: true;
  /** What of it may still be sent back. */
  readonly returnable: number;
  /** In minor units; zeros for a line that does not count any more. */
  readonly price: Omit<PricedLine, 'lineId'>;
}

/** `left`: minor units of it that no credit note has taken back, `leftNet` without tax. `outdated`: the order has changed since. */
export interface DetailsInvoice extends Invoice {
  readonly left: number;
  readonly leftNet: number;
  readonly outdated: boolean;
  /** What a credit note could name line by line: what came back of it and is on none yet. */
  readonly back?: GoodsBack;
}

/** A return, and what it brought is worth in minor units. */
export interface DetailsReturn extends OrderReturn {
  readonly credit: ReturnedCredit;
}

/** Everything that the page of an order shows. Amounts in minor units of `currency`. */
export interface OrderPage
  extends
    Omit<OrderDetailsRow, 'returnsTold'>,
    Terms,
    Pick<OrderState, 'customer' | 'discount' | 'shipping' | 'hold' | 'dates'> {
  readonly number?: string;
  readonly lifecycle: Exclude<Lifecycle, 'none'>;
  readonly payment: PaymentStatus;
  readonly fulfilment: FulfilmentStatus;
  readonly allocation: AllocationStatus;
  readonly returnStatus: ReturnStatus;
  /** A sale over the counter that was taken back whole. */
  readonly undone: boolean;
  /** Nothing is left to do: all has left, is paid, and nothing is to come back. */
  readonly completed: boolean;
  readonly archived: boolean;
  readonly tags: readonly string[];
  /** How often it was revised: what a revision is based on. */
  readonly revision: number;
  readonly returns: readonly DetailsReturn[];
  readonly lines: readonly DetailsLine[];
  /** What it comes to as it stands: nothing once it is cancelled. */
  readonly totals: PricedOrder;
  /** What was agreed, whatever became of it since; of a discarded draft, what it came to. */
  readonly agreed?: PricedOrder;
  readonly balance: Balance;
  /** What coins made of the balance, payment by payment. */
  readonly roundings: OrderState['roundings'];
  readonly invoices: readonly DetailsInvoice[];
  readonly creditNotes: readonly CreditNote[];
  /** Types of the commands that would not be refused now. */
  readonly actions: readonly OrderAction[];
}

const linesOf = (state: OrderState, totals: PricedOrder): readonly DetailsLine[] => {
  const moved = new Map(progress(state).map((line) => [line.lineId, line]));
  const prices = new Map(totals.lines.map((line) => [line.lineId, line]));
  const allocations = new Map(state.allocations?.map((line) => [line.lineId, line]));
  return state.lines.flatMap((line) => {
    const { lineId } = line;
    const how = moved.get(lineId);
    const priced = prices.get(lineId);
    if (!how || !priced) return [];
    const { left } = how;
    const { lineId: _, ...price } = priced;
    // The stock items answer for what was ordered; what has left since needs no stock any more.
    const told = allocations.get(lineId);
    const reserved = Math.min(left, told?.reserved ?? 0);
    const backOrdered = Math.min(left - reserved, told?.backOrdered ?? 0);
    const kept = { reserved, backOrdered, ...(told?.uncounted && { uncounted: true as const }) };
    return [{ ...line, ...how, ...kept, returnable: returnable(state, how), price }];
  });
};

const returnsOf = ({ state, placedAt, returnsTold }: OrderDetailsRow): readonly DetailsReturn[] =>
  state.returns.map((one) => ({
    ...{ at: placedAt, actor: '' },
    ...returnsTold[one.returnId],
    ...one,
    credit: creditOfReturn(state, one.returnId),
  }));

/** The page of an order; none for an order that never began. */
export const pageOf = (stored: OrderDetailsRow): OrderPage | undefined => {
  const { returnsTold: _, ...row } = stored;
  const { state } = row;
  const standing = lifecycle(state);
  if (standing === 'none' || !state.terms) return undefined;
  const totals = totalsOf(state);
  const { customer, discount, shipping, hold, dates, agreed } = state;
  return {
    ...row,
    ...state.terms,
    ...(customer && { customer }),
    ...(discount && { discount }),
    ...(shipping && { shipping }),
    ...(hold && { hold }),
    dates,
    ...(agreed && { number: agreed.number, agreed: agreed.totals }),
    ...(state.discarded && { agreed: totalsOf({ ...state, discarded: false }) }),
    lifecycle: standing,
    payment: paymentStatusOf(state),
    fulfilment: fulfilmentStatus(state),
    allocation: allocation(state),
    returnStatus: returnStatus(state),
    undone: saleUndone(state),
    completed: completed(state),
    archived: state.archived,
    tags: state.tags,
    revision: state.revision,
    returns: returnsOf(stored),
    lines: linesOf(state, totals),
    totals,
    balance: balanceOf(state),
    roundings: state.roundings,
    invoices: state.invoices.map((invoice) => {
      const back = goodsBack(state, invoice);
      const left = leftOf(state, invoice);
      return {
        ...invoice,
        left: grossOf(left),
        leftNet: netOf(left),
        outdated: isOutdated(state, invoice),
        ...(back && { back }),
      };
    }),
    creditNotes: state.creditNotes,
    actions: possibleActions(state),
  };
};
