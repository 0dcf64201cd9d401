import type { Client } from '../../../client/index.ts';
import { Quantity } from '../../../domain/pricing/index.ts';
import { proposedCredit, type OrderPage } from '../../../views/order-details/index.ts';
import { problemOf } from '../../feedback/receipts.ts';
import { toasts } from '../../parts/toasts.svelte.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { linesMoved } from './deeds.ts';
import { lastWay, type Method } from './methods.ts';
import { allAs, type Way } from './returning.ts';

/** How the money of what came goes back with it, or that it does not yet. */
export type BackBy = Method | 'later';

type Lines = ReturnType<typeof linesMoved>;

/** Sold at the counter: whoever brings some of it back stands there with it. */
const isCounterSale = ({ state }: OrderPage): boolean => state.agreed?.stock === 'handed-over';

/** Goods that are here when their return is noted: where they go, and how what they are worth is given back. */
export class TakingBack {
  /** Undefined while they are still to come. */
  way = $state<Way>();
  by = $state<BackBy>('later');
  readonly #client: Client;
  readonly #order: () => OrderPage;
  readonly #mayRefund: boolean;

  constructor(client: Client, order: () => OrderPage, mayRefund: boolean) {
    this.#client = client;
    this.#order = order;
    this.#mayRefund = mayRefund;
    if (!isCounterSale(order())) return;
    this.way = 'restock';
    if (this.isRefundable) this.by = lastWay(order()) ?? 'later';
  }

  /** Nothing is owed on it any more, so that what comes back is paid for. */
  get isRefundable(): boolean {
    const { balance, net } = this.#order().balance;
    return this.#mayRefund && balance <= 0 && net > 0;
  }

  /** Minor units that go back with these lines. */
  amountOf(lines: Lines): number {
    if (this.way === undefined || this.by === 'later' || !this.isRefundable) return 0;
    const { state, balance } = this.#order();
    const { total } = proposedCredit(
      state,
      lines.map((line) => ({ ...line, quantity: Quantity.parse(line.quantity) })),
    );
    return Math.min(total, balance.due, balance.net);
  }

  /** The return stands on the order already: whatever becomes of this, it can be gone on with there. */
  async take(returnId: string, lines: Lines, amount: number, reason: string): Promise<void> {
    const { way, by } = this;
    if (way === undefined) return;
    const { id: orderId, currency } = this.#order();
    const ofReturn = { orderId, returnId };
    const none = await this.#problem('ReceiveReturn', { ...ofReturn, lines: allAs(way, lines) });
    if (none !== undefined) this.#complain(m.order_return_only_noted({ why: none }));
    else if (amount === 0) toasts.show(m.order_receive_done());
    else {
      const ids = { creditId: this.#client.newId(), refundId: this.#client.newId() };
      const unpaid = await this.#problem('RefundNow', { ...ofReturn, ...ids, amount, method: by, reason });
      if (unpaid !== undefined) this.#complain(m.order_return_only_taken({ why: unpaid }));
      else {
        // All that was to come is here and paid for; should it stay open, the sheet offers the same.
        await this.#client.dispatch('CloseReturn', ofReturn);
        toasts.show(m.order_return_refunded({ amount: money(amount, currency) }));
      }
    }
  }

  async #problem(type: string, payload: object): Promise<string | undefined> {
    return problemOf(await this.#client.dispatch(type, payload), this.#order().currency);
  }

  #complain(text: string): void {
    toasts.show(text, { tone: 'wrong' });
  }
}
