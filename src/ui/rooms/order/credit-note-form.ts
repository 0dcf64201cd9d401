import type { GoodsBack } from '../../../domain/order/credit-note.ts';
import { minorUnits } from '../../../domain/pricing/index.ts';
import { amountBack, type OrderPage } from '../../../views/order-details/index.ts';
import { list, money, today } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { AmountForm } from './amount-form.ts';
import { measured } from './measured.ts';

type Invoice = OrderPage['invoices'][number];

/** Minor units with their tax and without. */
interface Taxed {
  readonly gross: number;
  readonly net: number;
}

/** What came back, as the paper names it. */
const named = (order: OrderPage, lines: GoodsBack['lines']): string =>
  list(
    lines.flatMap(({ lineId, quantity }) => {
      const line = order.lines.find((one) => one.lineId === lineId);
      return line ? [measured(quantity, line.unit, line.name)] : [];
    }),
  );

/** What a credit note over such an amount of an invoice comes to; nothing for one that could not be issued. */
const taxed = (
  order: OrderPage,
  invoice: Invoice | undefined,
  amount: number,
  saidIn: 'gross' | 'net',
): Taxed | undefined => {
  const back =
    invoice && amount > 0 ? amountBack(order.state, invoice, minorUnits(amount), saidIn) : undefined;
  if (!back?.ok) return undefined;
  const { taxByRate } = back.value;
  return {
    gross: taxByRate.reduce((sum, { gross }) => sum + gross, 0),
    net: taxByRate.reduce((sum, { net }) => sum + net, 0),
  };
};

/**
 * What the invoices say more than the order is worth by now; where they don't, all of the last one. It is asked for as the
 * invoice says it: where its prices are without tax, so is the amount.
 */
export const creditNote = (order: OrderPage): AmountForm => {
  const { invoices, balance, currency } = order;
  const invoice = invoices.findLast(({ left }) => left > 0);
  const isNet = invoice?.taxMode === 'exclusive';
  const inMode = ({ gross, net }: Taxed): number => (isNet ? net : gross);
  const all: Taxed = { gross: invoice?.left ?? 0, net: invoice?.leftNet ?? 0 };
  const over = Math.min(all.gross, invoices.reduce((sum, one) => sum + one.left, 0) - balance.due);
  const goods = invoice?.back;
  const back = goods && { gross: goods.total, net: goods.net };
  const proposal = (): Taxed => {
    if (over <= 0 || over === all.gross) return all;
    if (over === back?.gross) return back;
    return (isNet && taxed(order, invoice, over, 'gross')) || { gross: over, net: over };
  };
  const proposed = proposal();
  /** The first of those that an amount stands for: all that is left, what came back, what is proposed. */
  const meant = (amount: number): Taxed | undefined =>
    [all, back, proposed].find((one) => one && inMode(one) === amount);
  const withTax = (amount: number): number | undefined =>
    (meant(amount) ?? taxed(order, invoice, amount, 'net'))?.gross;
  const goodsNote = (amount: number): string[] =>
    goods && back && meant(amount) === back
      ? [m.order_credit_note_goods({ what: named(order, goods.lines) })]
      : [];
  const taxNote = (amount: number): string[] => {
    const gross = isNet ? withTax(amount) : undefined;
    return gross === undefined
      ? []
      : [m.order_amount_comes_to({ amount: money(gross, currency), tax: money(gross - amount, currency) })];
  };
  const taken = (amount: number): Readonly<Record<string, unknown>> => {
    const of = meant(amount);
    // All that is left is taken back line by line, and so is what came back: each with the tax that it has.
    if (of === all) return {};
    if (goods && of === back) return { lines: goods.lines };
    return isNet && of === undefined ? { net: amount } : { amount: of?.gross ?? amount };
  };
  const number = invoice?.number ?? '';
  const most = inMode(all);
  const reason = order.returns.findLast(({ received }) => received.length > 0)?.reason;
  return {
    ...{ title: m.order_credit_note_title({ number }), text: m.order_credit_note_text(), takesMethod: false },
    ...{ confirm: m.order_credit_note_confirm, done: m.order_credit_note_done },
    ...{ start: inMode(proposed), most },
    ...(isNet && { label: m.order_amount_without_tax(), withTax: (amount) => withTax(amount) ?? amount }),
    tooMuch: m.error_more_than_invoiced({ number, left: money(most, currency) }),
    ...(reason !== undefined && proposed.gross === back?.gross && { reason }),
    note: (amount) => [...goodsNote(amount), ...taxNote(amount)].join(' · ') || undefined,
    payload: ({ amount, reason: why, ids: [creditNoteId] }) => ({
      ...{ creditNoteId, invoiceId: invoice?.invoiceId, issuedOn: today(), reason: why },
      ...taken(amount),
    }),
  };
};
