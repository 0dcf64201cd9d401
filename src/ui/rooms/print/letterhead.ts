import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { m } from '../../words/index.ts';
import { addressLines } from '../customers/address-lines.ts';
import type { Letterhead } from './paper.ts';

type Invoice = OrderPage['invoices'][number];
type Seller = Invoice['seller'];

const present = (...lines: readonly (string | undefined)[]): string[] =>
  lines.filter((line): line is string => line !== undefined && line !== '');

const taxLine = (number: string | undefined): string | undefined => number && m.print_tax_number({ number });

/** A letterhead of what a paper holds of its seller; only the logo is today's. */
export const letterheadOf = (seller: Seller, logo: string | undefined): Letterhead => ({
  name: seller.name,
  lines: present(
    ...addressLines(seller.address),
    seller.phone,
    seller.email,
    seller.web,
    taxLine(seller.taxNumber),
  ),
  logo,
});

/** The seller as the settings say today, for papers that are not issued but only printed. */
export const sellerOf = (settings: OpenedSettings): Seller => {
  const { name, sellerName, address, taxNumber, email, phone, web, bankDetails } = settings;
  return {
    name: sellerName ?? name,
    ...{ address, taxNumber, email, phone, web, bankDetails },
  };
};

/** Whom a paper goes to, as on an envelope. */
export const addresseeOf = (customer: OrderPage['customer']): readonly string[] =>
  customer ? present(customer.company, customer.name, ...addressLines(customer.address)) : [];

/** Whom a paper for the tax office was issued to: the same, with their tax number. */
export const billedTo = (customer: Invoice['customer']): readonly string[] =>
  present(...addresseeOf(customer), taxLine(customer?.taxNumber));
