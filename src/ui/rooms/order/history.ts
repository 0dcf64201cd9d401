import type { Discount } from '../../../domain/pricing/index.ts';
import type { HistoryEntry, SaidEntry } from '../../../views/order-history/index.ts';
import { day, money, percent, quantity, unitPrice, when } from '../../words/format.ts';
import { heldBecause } from '../../words/held.ts';
import { m } from '../../words/index.ts';
import { asRead } from '../../words/as-read.ts';
import { goodsName } from '../../../domain/naming/goods-name.ts';
import { toldOfGoods, type GoodsTold } from './history-goods.ts';
import { measured } from './measured.ts';
import { creditOn } from './money-moves.ts';
import type { Sentence } from './sentence.ts';

type Told = HistoryEntry['told'];
type Payment = Extract<Told, { type: 'PaymentRecorded' }>['data'];
type Dates = Extract<Told, { type: 'DatesSet' }>['data'];

const inWords = (discount: Discount, currency: string): string =>
  discount.kind === 'percent' ? percent(discount.rate) : money(discount.amount, currency);

const withDiscount = (discount: Discount | undefined, currency: string): string | undefined =>
  discount && m.order_told_discount({ discount: inWords(discount, currency) });

const PAID = {
  cash: m.order_told_paid_cash,
  card: m.order_told_paid_card,
  transfer: m.order_told_paid_transfer,
  other: m.order_told_paid_other,
  credit: m.order_told_paid_credit,
};

const REFUNDED = {
  cash: m.order_told_refunded_cash,
  card: m.order_told_refunded_card,
  transfer: m.order_told_refunded_transfer,
  other: m.order_told_refunded_other,
  credit: m.order_told_refunded_credit,
};

const paymentDetail = ({ tendered, change, reference }: Payment, currency: string): string | undefined =>
  tendered === undefined || change === undefined || change === 0
    ? reference
    : m.order_payment_change({ tendered: money(tendered, currency), change: money(change, currency) });

function dated(who: string, { placedOn, promisedOn, dueOn }: Dates): Sentence {
  const said = [
    promisedOn === undefined ? [] : m.order_told_promised({ who, day: day(promisedOn) }),
    dueOn === undefined ? [] : m.order_told_due({ who, day: day(dueOn) }),
    placedOn === undefined ? [] : m.order_told_placed_on({ who, day: day(placedOn) }),
  ].flat();
  const [text = m.order_told_dates_cleared({ who }), ...more] = said;
  return { text, detail: more.length > 0 ? more.join('\n') : undefined };
}

export function allocated(lines: Extract<Told, { type: 'OrderAllocated' }>['data']['lines']): Sentence {
  const waiting = lines.filter((line) => line.backOrdered > 0).length;
  if (waiting > 0) return { text: m.order_told_waits({ count: waiting }), tone: 'attention' };
  if (lines.some((line) => line.reserved > 0)) return { text: m.order_told_reserved() };
  if (lines.every((line) => line.uncounted)) return { text: m.order_told_uncounted() };
  return { text: m.order_told_unreserved(), tone: 'attention' };
}

/** Gives a colleague's name; undefined for whoever is looking. */
export type Colleagues = (actor: string) => string | undefined;

/** Who did it: a person, the book itself, or an import. */
export function whoIs(actor: string, nameOf: Colleagues): string {
  if (actor.startsWith('process')) return m.order_told_book();
  return actor.startsWith('job') ? m.order_told_import() : (nameOf(actor) ?? m.order_told_you());
}

function told(
  { told: { type, data }, actor, lineName }: SaidEntry,
  currency: string,
  nameOf: Colleagues,
): Sentence {
  const who = whoIs(actor, nameOf);
  const name = lineName ?? m.order_told_a_line();
  switch (type) {
    case 'DraftCreated':
      return { text: m.order_told_draft({ who }) };
    case 'LineAdded': {
      const what = measured(data.quantity, data.unit, goodsName(data));
      const text = m.order_told_line_added({ who, what });
      return { text, detail: withDiscount(data.discount, currency) };
    }
    case 'LineChanged': {
      const figures = { quantity: quantity(data.quantity), price: unitPrice(data.unitPrice, currency) };
      const text = m.order_told_line_changed({ who, name, ...figures });
      return { text, detail: withDiscount(data.discount, currency) };
    }
    case 'LineRemoved':
      return { text: m.order_told_line_removed({ who, name }) };
    case 'CustomerAssigned':
      return { text: m.order_told_customer({ who, name: data.name }) };
    case 'CustomerUnassigned':
      return { text: m.order_told_no_customer({ who }) };
    case 'DiscountSet':
      return data.discount
        ? { text: m.order_told_discount_set({ who, discount: inWords(data.discount, currency) }) }
        : { text: m.order_told_discount_cleared({ who }) };
    case 'ShippingSet':
      return data.amount > 0
        ? { text: m.order_told_shipping({ who, amount: money(data.amount, currency) }) }
        : { text: m.order_told_shipping_none({ who }) };
    case 'DatesSet':
      return dated(who, data);
    case 'DraftDiscarded':
      return { text: m.order_told_discarded({ who }), tone: 'attention' };
    case 'OrderSubmitted': {
      const { number, lineCount: count, total, source, override } = data;
      const detail =
        override === undefined
          ? source && m.order_told_source({ ...source })
          : m.order_told_override({ reason: override });
      const figures = { number, count, total: money(total, data.currency) };
      const text = source ? m.order_told_imported(figures) : m.order_told_placed({ who, ...figures });
      return { text, detail, tone: 'good' };
    }
    case 'NoteAdded':
      return {
        text: data.forCustomer ? m.order_told_note_customer({ who }) : m.order_told_note({ who }),
        detail: data.text && asRead(data.text),
      };
    case 'PaymentRecorded': {
      const figures = { who, amount: money(data.amount, currency) };
      const isBack = data.method === 'credit' && data.creditOf === undefined;
      const text = isBack ? m.order_told_credit_back(figures) : PAID[data.method](figures);
      return { text, detail: paymentDetail(data, currency), tone: 'good' };
    }
    case 'PaymentVoided':
      return {
        text: m.order_told_payment_voided({ who, amount: money(data.amount, currency) }),
        detail: data.reason,
        tone: 'wrong',
      };
    case 'CreditGranted':
      return {
        text: m.order_told_credited({ who, amount: money(data.amount, currency) }),
        detail: asRead(data.reason),
      };
    case 'RefundPaid': {
      const { reason, reference, spentOn } = data;
      const detail =
        spentOn === undefined ? [asRead(reason), reference].filter(Boolean).join('\n') : creditOn(reference);
      return { text: REFUNDED[data.method]({ who, amount: money(data.amount, currency) }), detail };
    }
    case 'WrittenOff':
      return {
        text: m.order_told_written_off({ who, amount: money(data.amount, currency) }),
        detail: data.reason,
        tone: 'attention',
      };
    case 'CashRounded':
      return { text: m.order_told_cash_rounded({ amount: money(data.amount, currency) }) };
    case 'InvoiceIssued': {
      const amount = money(data.total, data.currency);
      return { text: m.order_told_invoiced({ who, number: data.number, amount }), tone: 'good' };
    }
    case 'CreditNoteIssued': {
      const { number, invoiceNumber: invoice, reason } = data;
      const amount = money(data.total, data.currency);
      return { text: m.order_told_credit_note({ who, number, amount, invoice }), detail: reason };
    }
    case 'ItemsPrepared':
      return { text: m.order_told_packed({ who, count: data.lines.length }) };
    case 'ItemsShipped': {
      const detail = [data.carrier, data.tracking].filter(Boolean).join(' ');
      const text = m.order_told_shipped({ who, count: data.lines.length });
      return { text, detail: detail === '' ? undefined : detail, tone: 'good' };
    }
    case 'OrderImportUndone':
      return { text: m.order_told_import_undone({ who }), tone: 'attention' };
    case 'OrderCancelled':
      return { text: m.order_told_cancelled({ who }), detail: asRead(data.reason), tone: 'wrong' };
    case 'OrderHeld': {
      const text = data.cause === 'stock' ? m.order_told_held_stock() : m.order_told_held({ who });
      return { text, detail: heldBecause(data), tone: 'attention' };
    }
    case 'OrderReleased':
      return { text: m.order_told_released({ who }) };
    case 'PaymentReminderDue': {
      const text = m.order_told_reminder({ day: day(data.dueOn) });
      return {
        text,
        detail: data.late > A_DAY_MS ? m.order_told_reminder_late() : undefined,
        tone: 'attention',
      };
    }
    case 'OrderAllocated':
      return allocated(data.lines);
    default:
      return toldOfGoods({ type, data } as GoodsTold, who, currency);
  }
}

/** A closed laptop over night is nothing to tell of. */
const A_DAY_MS = 24 * 60 * 60_000;

/** Entries written within this time were written in one go. */
const ONE_GO_MS = 5 * 60_000;

type Written = Pick<HistoryEntry, 'at' | 'recordedAt'>;

/** What was written down later than it happened says so, once for all that was written in one go. */
function writtenLater(entry: Written, before: Written | undefined): string | undefined {
  if (entry.recordedAt === undefined) return undefined;
  const since = Date.parse(entry.recordedAt) - Date.parse(before?.recordedAt ?? before?.at ?? '');
  return since < ONE_GO_MS ? undefined : m.order_told_written({ when: when(entry.recordedAt) });
}

/** The sentence, and when it was written down where that was later. `before` is what happened just before. */
export function withWriting(said: Sentence, entry: Written, before: Written | undefined): Sentence {
  const written = writtenLater(entry, before);
  if (written === undefined) return said;
  return { ...said, detail: said.detail === undefined ? written : `${said.detail}\n${written}` };
}

/** An entry of an order's history in plain words, and the entry before it. Amounts are minor units of `currency`. */
export function sentenceOf(
  entry: SaidEntry,
  currency: string,
  before?: Written,
  nameOf: Colleagues = () => undefined,
): Sentence {
  return withWriting(told(entry, currency, nameOf), entry, before);
}
