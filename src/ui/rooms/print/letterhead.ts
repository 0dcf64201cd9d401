import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { m } from '../../words/index.ts';
import { addressLines } from '../customers/address-lines.ts';
import type { Letterhead } from './paper.ts';

type Seller = OrderPage['invoices'][number]['seller'];

const present = (...lines: readonly (string | undefined)[]): string[] =>
  lines.filter((line): line is string => line !== undefined && line !== '');

/** A letterhead of what a paper holds of its seller; only the logo is today's. */
export const letterheadOf = (seller: Seller, logo: string | undefined): Letterhead => ({
  name: seller.name,
  lines: present(
    ...addressLines(seller.address),
    seller.phone,
    seller.email,
    seller.web,
    seller.taxNumber && m.print_tax_number({ number: seller.taxNumber }),
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
