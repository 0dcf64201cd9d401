import type { OrderPage } from '../../../views/order-details/index.ts';
import { money, today } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import { numberOf } from './at-once.ts';
import type { Doing, Step } from './next.ts';

/** What the person filled in. */
interface Entered {
  readonly amount: number;
  readonly reason: string;
  readonly method: string;
  /** Ids of what begins with it, the same however often it is sent. */
  readonly ids: readonly [string, string];
}

/** A step that takes an amount and a reason, and, where money is handed over, how. Amounts in minor units. */
export interface AmountForm {
  readonly title: string;
  readonly text: string;
  readonly confirm: (figure: { amount: string }) => string;
  readonly done: (figure: { amount: string; number: string }) => string;
  /** What stands in the field already. */
  readonly start: number | null;
  /** Why, as far as it is known already: what the customer said of the return. */
  readonly reason?: string;
  readonly most: number;
  readonly tooMuch: string;
  readonly takesMethod: boolean;
  /** It settles the order: in cash, as far as coins can. */
  readonly settles?: true;
  readonly payload: (entered: Entered) => Readonly<Record<string, unknown>>;
}

/** What a return asks for: its worth, at most so much, for its reason; nothing where it isn't about a return. */
const ofReturn = (order: OrderPage, { subject }: Doing, most: number) => {
  const one = order.returns.find(({ returnId }) => returnId === subject);
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

const refundNow = (order: OrderPage, doing: Doing): AmountForm => {
  const { due, net } = order.balance;
  const most = Math.min(due, net);
  return {
    ...{ title: m.order_refund_now_title(), text: m.order_refund_now_text(), takesMethod: true },
    ...{ confirm: m.order_refund_confirm, done: m.order_refund_done, most },
    ...ofReturn(order, doing, most),
    tooMuch: m.error_refund_exceeds_net({ net: money(most, order.currency) }),
    payload: ({ amount, method, reason, ids: [creditId, refundId] }) => ({
      ...{ creditId, refundId, amount, method, reason },
    }),
  };
};

const credit = (order: OrderPage, doing: Doing): AmountForm => {
  const { due } = order.balance;
  return {
    ...{ title: m.order_credit_title(), text: m.order_credit_text(), takesMethod: false },
    ...{ confirm: m.order_credit_confirm, done: m.order_credit_done, most: due },
    ...ofReturn(order, doing, due),
    tooMuch: m.error_credit_exceeds_due({ due: money(due, order.currency) }),
    payload: ({ amount, reason, ids: [creditId] }) => ({ creditId, amount, reason }),
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

/** What the invoices say more than the order is worth by now; where they don't, all of the last one. */
const creditNote = ({ invoices, balance, currency }: OrderPage): AmountForm => {
  const invoice = invoices.findLast(({ left }) => left > 0);
  const left = invoice?.left ?? 0;
  const over = invoices.reduce((sum, one) => sum + one.left, 0) - balance.due;
  const start = over > 0 ? Math.min(over, left) : left;
  const number = invoice?.number ?? '';
  return {
    ...{ title: m.order_credit_note_title({ number }), text: m.order_credit_note_text(), takesMethod: false },
    ...{ confirm: m.order_credit_note_confirm, done: m.order_credit_note_done, start, most: left },
    tooMuch: m.error_more_than_invoiced({ number, left: money(left, currency) }),
    payload: ({ amount, reason, ids: [creditNoteId] }) => ({
      ...{ creditNoteId, invoiceId: invoice?.invoiceId, issuedOn: today(), reason },
      // All that is left is taken back line by line.
      ...(amount === left ? {} : { amount }),
    }),
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
