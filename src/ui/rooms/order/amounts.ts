import type { OrderPage } from '../../../views/order-details/index.ts';
import { list, money, today } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { GoodsBack } from '../../../domain/order/credit-note.ts';
import { numberOf } from './at-once.ts';
import { measured } from './measured.ts';
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
  /** What this very amount is for, where that is known. */
  readonly note?: (amount: number) => string | undefined;
  readonly takesMethod: boolean;
  /** It settles the order: in cash, as far as coins can. */
  readonly settles?: true;
  readonly payload: (entered: Entered) => Readonly<Record<string, unknown>>;
}

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

const refundNow = (order: OrderPage, doing: Doing): AmountForm => {
  const { due, net } = order.balance;
  const most = Math.min(due, net);
  return {
    ...{ title: m.order_refund_now_title(), text: m.order_refund_now_text(), takesMethod: true },
    ...{ confirm: m.order_refund_confirm, done: m.order_refund_done, most },
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

/** What came back, as the paper names it. */
const named = (order: OrderPage, lines: GoodsBack['lines']): string =>
  list(
    lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find((one) => one.lineId === lineId);
      return line ? [measured(quantity, line.unit, line.name)] : [];
    }),
  );

/** What the invoices say more than the order is worth by now; where they don't, all of the last one. */
const creditNote = (order: OrderPage): AmountForm => {
  const { invoices, balance, currency } = order;
  const invoice = invoices.findLast(({ left }) => left > 0);
  const left = invoice?.left ?? 0;
  const over = invoices.reduce((sum, one) => sum + one.left, 0) - balance.due;
  const start = over > 0 ? Math.min(over, left) : left;
  const number = invoice?.number ?? '';
  const back = invoice?.back;
  const reason = order.returns.findLast(({ received }) => received.length > 0)?.reason;
  return {
    ...{ title: m.order_credit_note_title({ number }), text: m.order_credit_note_text(), takesMethod: false },
    ...{ confirm: m.order_credit_note_confirm, done: m.order_credit_note_done, start, most: left },
    tooMuch: m.error_more_than_invoiced({ number, left: money(left, currency) }),
    ...(reason !== undefined && start === back?.total && { reason }),
    note: (amount) =>
      back && amount === back.total && amount < left
        ? m.order_credit_note_goods({ what: named(order, back.lines) })
        : undefined,
    payload: ({ amount, reason, ids: [creditNoteId] }) => ({
      ...{ creditNoteId, invoiceId: invoice?.invoiceId, issuedOn: today(), reason },
      // All that is left is taken back line by line, and so is what came back: each with the tax that it has.
      ...(amount === left ? {} : amount === back?.total ? { lines: back.lines } : { amount }),
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
