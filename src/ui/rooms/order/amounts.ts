import type { OrderPage } from '../../../views/order-details/index.ts';
import { money } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { numberOf } from './at-once.ts';
import type { AmountForm } from './amount-form.ts';
import { creditNote } from './credit-note-form.ts';
import type { Doing, Step } from './next.ts';

const returnOf = (order: OrderPage, { subject }: Doing) =>
  order.returns.find(({ returnId }) => returnId === subject);

/** What a return asks for: its worth, at most so much, for its reason; nothing where it isn't about a return. */
const ofReturn = (order: OrderPage, doing: Doing, most: number) => {
  const one = returnOf(order, doing);
  return one ? { start: Math.min(most, one.credit.total), reason: one.reason } : { start: null };
};

const refund = (order: OrderPage): AmountForm => {
  const { net, balance } = order.balance;
  return {
    ...{ title: m.order_refund_title(), text: m.order_refund_text(), takesMethod: true },
    ...{ confirm: m.order_refund_confirm, done: m.order_refund_done },
    ...{ start: balance < 0 ? Math.min(net, 0 - balance) : null, most: net, settles: true },
    tooMuch: m.error_refund_exceeds_net({ net: money(net, order.currency) }),
    payload: ({ amount, method, reason, ids: [refundId] }) => ({ refundId, amount, method, reason }),
  };
};

/** What a credit comes to is said with its tax, also where the prices are without. */
const inAll = ({ taxMode }: OrderPage): Pick<AmountForm, 'label'> =>
  taxMode === 'exclusive' ? { label: m.order_amount_with_tax() } : {};

const refundNow = (order: OrderPage, doing: Doing): AmountForm => {
  const { due, net } = order.balance;
  const most = Math.min(due, net);
  return {
    ...{ title: m.order_refund_now_title(), text: m.order_refund_now_text(), takesMethod: true },
    ...{ confirm: m.order_refund_confirm, done: m.order_refund_done, most, ...inAll(order) },
    ...ofReturn(order, doing, most),
    tooMuch: m.error_refund_exceeds_net({ net: money(most, order.currency) }),
    payload: ({ amount, method, reason, ids: [creditId, refundId] }) => ({
      ...{ creditId, refundId, amount, method, reason, returnId: returnOf(order, doing)?.returnId },
    }),
  };
};

const credit = (order: OrderPage, doing: Doing): AmountForm => {
  const { due } = order.balance;
  return {
    ...inAll(order),
    ...{ title: m.order_credit_title(), text: m.order_credit_text(), takesMethod: false },
    ...{ confirm: m.order_credit_confirm, done: m.order_credit_done, most: due },
    ...ofReturn(order, doing, due),
    tooMuch: m.error_credit_exceeds_due({ due: money(due, order.currency) }),
    payload: ({ amount, reason, ids: [creditId] }) => ({
      ...{ creditId, amount, reason, returnId: returnOf(order, doing)?.returnId },
    }),
  };
};

const writeOff = ({ balance: { due, balance }, currency }: OrderPage): AmountForm => {
  const most = Math.min(due, balance);
  return {
    ...{ title: m.order_write_off_title(), text: m.order_write_off_text(), takesMethod: false },
    ...{ confirm: m.order_write_off_confirm, done: m.order_write_off_done, start: most, most },
    tooMuch: m.error_write_off_exceeds_balance({ balance: money(most, currency) }),
    payload: ({ amount, reason, ids: [creditId] }) => ({ creditId, amount, reason }),
  };
};

const forms: Partial<Record<Step, (order: OrderPage, doing: Doing) => AmountForm>> = {
  PayRefund: refund,
  RefundNow: refundNow,
  GrantCredit: credit,
  WriteOff: writeOff,
  IssueCreditNote: creditNote,
};

export const amountFormOf = (order: OrderPage, doing: Doing): AmountForm | undefined =>
  forms[doing.step]?.(order, doing);

export const saidOf = (order: OrderPage, form: AmountForm, amount: number): string =>
  form.done({ amount: money(amount, order.currency), number: numberOf(order) });
