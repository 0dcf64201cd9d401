import type { OrderPage } from '../../../views/order-details/index.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { numberOf } from './at-once.ts';
import type { Doing, Step } from './next.ts';

/** A step that takes nothing but the person's reason. */
interface Reasoned {
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  readonly done: string;
  readonly keep?: string;
  readonly danger?: true;
  readonly payload?: Readonly<Record<string, unknown>>;
}

const cancelling = (order: OrderPage): Reasoned => {
  const number = numberOf(order);
  const { net } = order.balance;
  const paid = net > 0 ? ` ${m.order_cancel_paid({ amount: money(net, order.currency) })}` : '';
  return {
    title: m.order_cancel_title({ number }),
    text: m.order_cancel_text() + paid,
    ...{ confirm: m.order_cancel_confirm(), keep: m.order_cancel_keep(), danger: true },
    done: m.order_cancel_done({ number }),
  };
};

const voiding = (order: OrderPage, { subject }: Doing): Reasoned => {
  const payment = order.payments.find(({ paymentId }) => paymentId === subject);
  const amount = money(payment?.amount ?? 0, order.currency);
  return {
    ...{ title: m.order_void_title({ amount }), text: m.order_void_text() },
    ...{ confirm: m.order_void_confirm(), danger: true, done: m.order_void_done({ amount }) },
    payload: { paymentId: subject },
  };
};

/**
 * The very command by which the counter sale is taken back, given as a step of the order: with the person's own reason,
 * and as long as the order stands as sold, without looking for the sale in its history. The command's own rules keep it
 * from being done twice, whichever way is gone.
 */
const undoing = (order: OrderPage, _: Doing, newId: () => string): Reasoned => {
  const number = numberOf(order);
  const amount = money(order.balance.net, order.currency);
  return {
    ...{ title: m.order_undo_sale_title({ number }), text: m.order_undo_sale_text({ amount }) },
    ...{ confirm: m.order_undo_sale_confirm(), danger: true, done: m.order_undo_sale_done({ number }) },
    payload: { returnId: newId(), creditId: newId(), refundId: newId() },
  };
};

const plain =
  (
    title: typeof m.order_hold_title,
    text: () => string,
    confirm: () => string,
    done: typeof m.order_hold_done,
  ) =>
  (order: OrderPage): Reasoned => {
    const number = numberOf(order);
    return { title: title({ number }), text: text(), confirm: confirm(), done: done({ number }) };
  };

const forms: Partial<Record<Step, (order: OrderPage, doing: Doing, newId: () => string) => Reasoned>> = {
  HoldOrder: plain(m.order_hold_title, m.order_hold_text, m.order_hold_confirm, m.order_hold_done),
  ReopenOrder: plain(m.order_reopen_title, m.order_reopen_text, m.order_reopen_confirm, m.order_reopen_done),
  CancelOrder: cancelling,
  VoidPayment: voiding,
  UndoCounterSale: undoing,
};

export const reasonedOf = (order: OrderPage, doing: Doing, newId: () => string): Reasoned | undefined =>
  forms[doing.step]?.(order, doing, newId);
