import type { Hold } from '../../domain/order/index.ts';
import { heldBecause } from './held.ts';
import { m } from './index.ts';
import { day, list, money, quantity, time } from './format.ts';

/** A refusal as the kernel gives it: a stable code, a plain English sentence, the values that clash. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

type Values = Readonly<Record<string, unknown>>;
type Sentence = (values: Values, currency: string) => string;

const text = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value : '';
};

const whole = (values: Values, name: string): number => {
  const value = values[name];
  return typeof value === 'number' ? value : 0;
};

const amount = (values: Values, name: string, currency: string): string =>
  money(whole(values, name), currency, currency === '');

const some = (values: Values, name: string): string => quantity(whole(values, name), text(values, 'unit'));

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

function moreThanInvoiced(values: Values, currency: string): string {
  const number = text(values, 'number');
  return values['lineId'] === undefined
    ? m.error_more_than_invoiced({ number, left: amount(values, 'left', currency) })
    : m.error_more_than_invoiced_line({ number, name: text(values, 'name'), left: some(values, 'left') });
}

/** What each code says to a seller. Codes are for ever; one without a sentence here speaks its own plain message. */
const sentences = new Map<string, Sentence>([
  ['outlet-address', () => m.outlets_url_needed()],
  ['unknown-outlet', () => m.outlets_gone()],
  ['unknown-order', () => m.error_unknown_order()],
  ['unknown-product', () => m.error_unknown_product()],
  ['unknown-customer', () => m.error_unknown_customer()],
  ['unknown-line', () => m.error_unknown_line()],
  ['order-exists', () => m.error_order_exists()],
  ['line-exists', () => m.error_line_exists()],
  ['payment-exists', () => m.error_payment_exists()],
  ['fulfilment-exists', () => m.error_fulfilment_exists()],
  ['product-exists', () => m.error_product_exists()],
  ['customer-exists', () => m.error_customer_exists()],
  ['product-archived', (values) => m.error_product_archived({ name: text(values, 'name') })],
  ['customer-archived', (values) => m.error_customer_archived({ name: text(values, 'name') })],
  ['variant-options-taken', (values) => m.error_variant_options_taken({ title: text(values, 'title') })],
  [
    'variant-archived',
    (values) => m.error_variant_archived({ name: text(values, 'name'), variant: text(values, 'variant') }),
  ],
  ['variant-needed', (values) => m.error_variant_needed({ name: text(values, 'name') })],
  ['prefixes-clash', (values) => m.error_prefixes_clash({ prefix: text(values, 'prefix') })],
  ['revision-out-of-date', () => m.error_revision_out_of_date()],
  ['not-a-draft', () => m.error_not_a_draft()],
  ['not-open', notOpen],
  ['not-as-sold', () => m.error_not_as_sold()],
  ['no-lines', () => m.error_no_lines()],
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
  [
    'more-than-left',
    (values) =>
      m.error_more_than_left({
        name: text(values, 'name'),
        left: some(values, 'left'),
        wanted: some(values, 'wanted'),
      }),
  ],
  [
    'more-than-unavailable',
    (values) =>
      m.error_more_than_unavailable({
        unavailable: some(values, 'unavailable'),
        wanted: some(values, 'wanted'),
      }),
  ],
  ['on-hold', (values) => m.error_on_hold({ reason: held(values) })],
  ['already-on-hold', (values) => m.error_already_on_hold({ reason: held(values) })],
  ['not-on-hold', () => m.error_not_on_hold()],
  ['already-shipped', () => m.error_already_shipped()],
  ['book-already-open', () => m.error_book_already_open()],
  ['book-not-open', () => m.error_book_not_open()],
  ['customer-forgotten', () => m.error_customer_forgotten()],
  ['unknown-operator', () => m.error_unknown_operator()],
  ['operator-name-taken', (values) => m.error_operator_name_taken({ name: text(values, 'name') })],
  ['owner-first', () => m.error_owner_first()],
  ['last-owner', (values) => m.error_last_owner({ name: text(values, 'name') })],
  ['not-your-pin', () => m.error_not_your_pin()],
  ['bad-pin', () => m.operators_pin_bad()],
  ['wrong-pin', () => m.sign_in_wrong()],
  ['wait-for-pin', (values) => m.sign_in_wait({ time: time(text(values, 'until')) })],
  ['asks-for-pin', () => m.error_asks_for_pin()],
  ['changed-since', () => m.error_changed_since()],
  ['changed-meanwhile', () => m.error_changed_meanwhile()],
  ['already-undone', () => m.error_already_undone()],
  ['no-inverse', () => m.error_no_inverse()],
  ['nothing-to-undo', () => m.error_nothing_to_undo()],
  ['stock-promised', () => m.error_stock_promised()],
  ['held-by-stock', () => m.error_held_by_stock()],
  ['not-permitted', () => m.error_not_permitted()],
  ['invalid-payload', () => m.error_invalid_payload()],
  ['disk-full', () => m.error_disk_full()],
  ['connection-lost', () => m.error_connection_lost()],
  ['newer-version', () => m.error_newer_version()],
  ['book-missing', () => m.error_book_missing()],
  ['store-broken', () => m.error_store_broken()],
  ['internal-error', () => m.error_internal()],
]);

/**
 * A refusal as a sentence in the person's language: what happened, what was kept, what to do. Amounts in its values
 * are minor units of `currency`; without one they are written bare.
 */
export function sentence(refusal: Refusal, currency = ''): string {
  return sentences.get(refusal.code)?.(refusal.values ?? {}, currency) ?? refusal.message;
}

/** What to say while nobody knows whether a command was written; `reason` is the receipt's. */
export function doubt(reason: string): string {
  return sentences.get(reason)?.({}, '') ?? m.error_in_doubt();
}
