import { prefixesOf, type BookSettings } from '../book/index.ts';
import { daysAfter } from '../calendar.ts';
import type { InvoiceId } from '../ids.ts';
import type { Invoice, Seller } from './documents.ts';
import type { OrderState } from './shape.ts';
import { goodsOf } from './invoiced.ts';
import { balanceOf, moneyOn } from './totals.ts';

/** Invoices have a series of their own, whatever the prefixes of the past were: so it has no gaps. */
export const invoiceSeries = (settings: BookSettings): string => `invoice:${prefixesOf(settings).invoice}`;

export const sellerOf = (settings: BookSettings): Seller => ({
  name: settings.sellerName ?? settings.name,
  address: settings.address,
  taxNumber: settings.taxNumber,
  email: settings.email,
  phone: settings.phone,
  web: settings.web,
  bankDetails: settings.bankDetails,
});

const paidBy = ({ dates, dueByInvoice }: OrderState, { paymentDays }: BookSettings, issuedOn: string) =>
  (dueByInvoice ? undefined : dates.dueOn) ??
  (paymentDays === undefined ? undefined : daysAfter(issuedOn, paymentDays));

interface Issue {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly issuedOn: string;
}

/** The order and what was paid of it, frozen. */
export const invoiceOf = (
  state: OrderState & Required<Pick<OrderState, 'terms' | 'agreed'>>,
  settings: BookSettings,
  issue: Issue,
): Invoice => {
  const { credits, cashRounding } = moneyOn(state);
  const { net, balance } = balanceOf(state);
  const { customer, discount, shipping, terms, agreed } = state;
  return {
    ...issue,
    orderNumber: agreed.number,
    seller: sellerOf(settings),
    customer,
    ...goodsOf(state),
    discount,
    shipping,
    currency: terms.currency,
    taxMode: terms.taxMode,
    credits,
    paid: net,
    cashRounding: cashRounding === 0 ? undefined : cashRounding,
    balance,
    dueOn: paidBy(state, settings, issue.issuedOn),
    paymentTerms: settings.paymentTerms,
  };
};
