import type { BookSettings } from '../../../domain/book/index.ts';
import type { Changed } from '../../../views/activity/index.ts';
import { m } from '../../words/index.ts';
import { membersNamed } from './members.ts';

const words: { readonly [Member in keyof Required<BookSettings>]: () => string } = {
  name: m.settings_name,
  currency: m.settings_currency,
  taxMode: m.activity_tax_mode,
  rounding: m.activity_rounding,
  defaultTaxRate: m.settings_tax_rate,
  numberPrefix: m.activity_number_prefix,
  invoicePrefix: m.activity_invoice_prefix,
  creditNotePrefix: m.activity_credit_note_prefix,
  cashStep: m.settings_cash_step,
  sellerName: m.settings_seller_name,
  address: m.customers_address,
  taxNumber: m.settings_tax_number,
  email: m.settings_email,
  phone: m.settings_phone,
  web: m.settings_web,
  bankDetails: m.settings_bank,
  paymentDays: m.settings_payment_days,
  reminderDays: m.settings_reminder_days,
  paymentTerms: m.settings_terms,
  logo: m.settings_logo,
};

/** Which settings were changed; undefined where that is not known. */
export const settingsMembers = ({ others }: Changed = {}): string | undefined => membersNamed(words, others);
