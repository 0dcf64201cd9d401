import { m } from './index.ts';
import { time } from './format.ts';
import { ofOrders } from './order-errors.ts';
import { some, text, type Sentence } from './refusal-values.ts';

/** A refusal as the kernel gives it: a stable code, a plain English sentence, the values that clash. */
interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly values?: Readonly<Record<string, unknown>>;
}

/** What each code says to a seller. Codes are for ever; one without a sentence here speaks its own plain message. */
const sentences = new Map<string, Sentence>([
  ...ofOrders,
  ['outlet-address', () => m.outlets_url_needed()],
  ['unknown-outlet', () => m.outlets_gone()],
  ['unknown-product', () => m.error_unknown_product()],
  ['unknown-customer', () => m.error_unknown_customer()],
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
  ['numbers-alike', (values) => m.error_numbers_alike({ prefix: text(values, 'prefix') })],
  [
    'number-taken',
    (values) => m.error_number_taken({ last: text(values, 'last'), free: text(values, 'free') }),
  ],
  [
    'more-than-unavailable',
    (values) =>
      m.error_more_than_unavailable({
        unavailable: some(values, 'unavailable'),
        wanted: some(values, 'wanted'),
      }),
  ],
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
  ['not-permitted', () => m.error_not_permitted()],
  ['invalid-payload', () => m.error_invalid_payload()],
  ['disk-full', () => m.error_disk_full()],
  ['connection-lost', () => m.error_connection_lost()],
  ['newer-version', () => m.error_newer_version()],
  ['book-missing', () => m.error_book_missing()],
  ['store-broken', () => m.error_store_broken()],
  ['internal-error', () => m.error_internal()],
  ['unknown-variant', () => m.error_unknown_variant()],
  ['variant-exists', () => m.error_variant_exists()],
  ['operator-exists', (values) => m.error_operator_exists({ name: text(values, 'name') })],
  ['unknown-import', () => m.error_unknown_import()],
  ['changed-since-import', () => m.error_changed_since_import()],
  ['in-use', () => m.error_in_use()],
  ['in-doubt', () => m.error_import_in_doubt()],
  ['missing-file', () => m.error_missing_file()],
  ['unknown-deed', () => m.error_unknown_deed()],
  ['unknown-command', () => m.error_unknown_command()],
  ['not-canonical', () => m.error_not_canonical()],
  ['book-replaced', () => m.app_lock_replaced_text()],
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
