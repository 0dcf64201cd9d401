import type { BookSettings } from '../book/index.ts';
import type { InvoiceId } from '../ids.ts';
import type { CustomerDescription } from '../customer/index.ts';
import type { Invoice, Seller } from './documents.ts';
import { dueOf } from './due.ts';
import type { OrderState } from './shape.ts';
import { goodsOf } from './invoiced.ts';
import { balanceOf, moneyOn } from './totals.ts';

export const sellerOf = (settings: BookSettings): Seller => ({
  name: settings.sellerName ?? settings.name,
  address: settings.address,
  taxNumber: settings.taxNumber,
  email: settings.email,
  phone: settings.phone,
  web: settings.web,
  bankDetails: settings.bankDetails,
});

interface Issue {
  readonly invoiceId: InvoiceId;
  readonly number: string;
  readonly issuedOn: string;
  /** Instead of the day that follows from order, customer and book; `none` for no day. */
  readonly dueOn?: string | undefined;
}

/** What is asked as it is issued, and not as the order was agreed. */
interface Now {
  readonly settings: BookSettings;
  /** Absent where the order is for nobody known. */
  readonly buyer?: CustomerDescription | undefined;
}

/** The order and what was paid of it, frozen. */
export const invoiceOf = (
  state: OrderState & Required<Pick<OrderState, 'terms' | 'agreed'>>,
  { settings, buyer }: Now,
  { dueOn, ...issue }: Issue,
): Invoice => {
  const { credits, cashRounding } = moneyOn(state);
  const { net, balance } = balanceOf(state);
  const { customer, discount, shipping, terms, agreed } = state;
  const days = { customer: buyer?.paymentDays, book: settings.paymentDays };
  const due = dueOn ?? dueOf(state, days, issue.issuedOn)?.on;
  return {
    ...issue,
    orderNumber: agreed.number,
    seller: sellerOf(settings),
    customer: customer && { ...customer, taxNumber: buyer?.taxNumber },
    ...goodsOf(state),
    discount,
    shipping,
    currency: terms.currency,
    taxMode: terms.taxMode,
    credits,
    paid: net,
    cashRounding: cashRounding === 0 ? undefined : cashRounding,
    balance,
    dueOn: due === 'none' ? undefined : due,
    paymentTerms: settings.paymentTerms,
    ...(state.notesForCustomer && { notes: [...state.notesForCustomer] }),
  };
};
