import type { Hold } from '../../domain/order/index.ts';
import { heldBecause } from './held.ts';
import { m } from './index.ts';
import { day, list } from './format.ts';
import { amount, some, text, type Sentence, type Values } from './refusal-values.ts';

function notOpen(values: Values): string {
  switch (text(values, 'lifecycle')) {
    case 'draft':
      return m.error_not_open_draft();
    case 'discarded':
      return m.error_not_open_discarded();
    default:
      return m.error_not_open_cancelled();
  }
}

function stockBlocked(values: Values): string {
  const products = Array.isArray(values['products']) ? (values['products'] as Values[]) : [];
  const short = products.map((product) =>
    m.error_stock_blocked_item({
      name: text(product, 'name'),
      available: some(product, 'available'),
      wanted: some(product, 'wanted'),
    }),
  );
  return m.error_stock_blocked({ list: list(short) });
}

const held = (values: Values): string =>
  heldBecause({ ...(values as Partial<Hold>), reason: text(values, 'reason') });

const ofLine = (values: Values) => ({
  name: text(values, 'name'),
  left: some(values, 'left'),
  wanted: some(values, 'wanted'),
});

function alreadyInvoiced(values: Values): string {
  const number = text(values, 'number');
  return values['changed'] === true
    ? m.error_invoice_outdated({ number })
    : m.error_already_invoiced({ number });
}

function moreThanInvoiced(values: Values, currency: string): string {
  const number = text(values, 'number');
  return values['lineId'] === undefined
    ? m.error_more_than_invoiced({ number, left: amount(values, 'left', currency) })
    : m.error_more_than_invoiced_line({ number, name: text(values, 'name'), left: some(values, 'left') });
}

/** What the refusals of an order say, and of its money, goods and papers. */
export const ofOrders: readonly (readonly [code: string, sentence: Sentence])[] = [
  ['unknown-order', () => m.error_unknown_order()],
  ['unknown-line', () => m.error_unknown_line()],
  ['order-exists', () => m.error_order_exists()],
  ['line-exists', () => m.error_line_exists()],
  ['payment-exists', () => m.error_payment_exists()],
  ['fulfilment-exists', () => m.error_fulfilment_exists()],
  ['revision-out-of-date', () => m.error_revision_out_of_date()],
  ['not-a-draft', () => m.error_not_a_draft()],
  ['not-open', notOpen],
  ['not-as-sold', () => m.error_not_as_sold()],
  ['no-lines', () => m.error_no_lines()],
  [
    'total-changed',
    (values, currency) => m.error_total_changed({ total: amount(values, 'total', currency) }),
  ],
  [
    'line-discount-exceeds-line',
    (values, currency) =>
      m.error_line_discount({ name: text(values, 'name'), gross: amount(values, 'gross', currency) }),
  ],
  [
    'order-discount-exceeds-subtotal',
    (values, currency) =>
      m.error_order_discount({
        discount: amount(values, 'discount', currency),
        available: amount(values, 'available', currency),
      }),
  ],
  ['amount-too-large', () => m.error_amount_too_large()],
  ['stock-blocked', stockBlocked],
  ['draft-has-payments', () => m.error_draft_has_payments()],
  ['draft-discarded', () => m.error_draft_discarded()],
  [
    'credit-exceeds-due',
    (values, currency) => m.error_credit_exceeds_due({ due: amount(values, 'due', currency) }),
  ],
  [
    'refund-exceeds-net',
    (values, currency) => m.error_refund_exceeds_net({ net: amount(values, 'net', currency) }),
  ],
  [
    'payment-refunded',
    (values, currency) => m.error_payment_refunded({ net: amount(values, 'net', currency) }),
  ],
  [
    'write-off-exceeds-balance',
    (values, currency) => m.error_write_off_exceeds_balance({ balance: amount(values, 'balance', currency) }),
  ],
  ['not-their-credit', () => m.error_not_their_credit()],
  ['credit-in-other-currency', () => m.error_credit_in_other_currency()],
  [
    'more-than-credit',
    (values, currency) =>
      m.error_more_than_credit({
        number: text(values, 'number'),
        credit: amount(values, 'credit', currency),
      }),
  ],
  [
    'more-than-owed',
    (values, currency) => m.error_more_than_owed({ owed: amount(values, 'owed', currency) }),
  ],
  ['credit-came-back', () => m.error_credit_came_back()],
  ['more-than-invoiced', moreThanInvoiced],
  ['due-before-issued', (values) => m.error_due_before_issued({ day: day(text(values, 'issuedOn')) })],
  ['customer-renewed', () => m.error_customer_renewed()],
  ['only-cash-is-tendered', () => m.error_only_cash_is_tendered()],
  [
    'tendered-too-small',
    (values, currency) =>
      m.error_tendered_too_small({
        tendered: amount(values, 'tendered', currency),
        amount: amount(values, 'amount', currency),
      }),
  ],
  ['nothing-to-ship', () => m.error_nothing_to_ship()],
  ['more-than-left', (values) => m.error_more_than_left(ofLine(values))],
  ['on-hold', (values) => m.error_on_hold({ reason: held(values) })],
  ['already-on-hold', (values) => m.error_already_on_hold({ reason: held(values) })],
  ['not-on-hold', () => m.error_not_on_hold()],
  ['already-shipped', () => m.error_already_shipped()],
  ['held-by-stock', () => m.error_held_by_stock()],
  ['nothing-to-collect', () => m.error_nothing_to_collect()],
  ['nothing-to-prepare', () => m.error_nothing_to_prepare()],
  ['nothing-to-mark-ready', () => m.error_nothing_to_mark_ready()],
  ['nothing-prepared', () => m.error_nothing_prepared()],
  ['nothing-to-deliver', () => m.error_nothing_to_deliver()],
  ['nothing-to-cancel', () => m.error_nothing_to_cancel()],
  ['more-than-prepared', (values) => m.error_more_than_prepared(ofLine(values))],
  ['more-than-shipped', (values) => m.error_more_than_shipped(ofLine(values))],
  ['more-than-requested', (values) => m.error_more_than_requested(ofLine(values))],
  [
    'below-prepared',
    (values) => m.error_below_prepared({ name: text(values, 'name'), prepared: some(values, 'prepared') }),
  ],
  ['not-cancelled', () => m.error_not_cancelled()],
  ['not-finished', () => m.error_not_finished()],
  ['not-discarded', () => m.error_not_discarded()],
  ['unknown-payment', () => m.error_unknown_payment()],
  ['payment-voided', () => m.error_payment_voided()],
  ['credit-exists', () => m.error_credit_exists()],
  ['refund-exists', () => m.error_refund_exists()],
  ['nothing-to-write-off', () => m.error_nothing_to_write_off()],
  ['already-invoiced', alreadyInvoiced],
  ['invoice-exists', (values) => m.error_invoice_exists({ number: text(values, 'number') })],
  ['credit-note-exists', (values) => m.error_credit_note_exists({ number: text(values, 'number') })],
  ['nothing-invoiced', () => m.error_nothing_invoiced()],
  ['unknown-invoice', () => m.error_unknown_invoice()],
  ['nothing-to-credit', (values) => m.error_nothing_to_credit({ number: text(values, 'number') })],
  ['return-exists', () => m.error_return_exists()],
  ['unknown-return', () => m.error_unknown_return()],
  [
    'return-closed',
    (values) =>
      text(values, 'standing') === 'cancelled' ? m.error_return_cancelled() : m.error_return_closed(),
  ],
  ['nothing-received', () => m.error_nothing_received()],
  ['already-received', () => m.error_already_received()],
  ['not-imported', () => m.error_not_imported()],
];
