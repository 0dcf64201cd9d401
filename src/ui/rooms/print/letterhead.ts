import type { OpenedSettings } from '../../../views/book/index.ts';
import type { OrderPage } from '../../../views/order-details/index.ts';
import { buyerName } from '../../../domain/naming/buyer-name.ts';
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

/** For whom the order was when it was placed: whose door an imported one names. */
const firstCustomer = (order: OrderPage): OrderPage['customer'] =>
  (order.revisions[0]?.before ?? order).customer;

/**
 * To whose door goods go: where an imported order sends them, as long as it is for the same customer at the same
 * address; else to the customer as they stand in what was agreed then. `hasDoor`: more than the name is known; `orderedBy`:
 * who ordered, where the door has another name.
 */
export const recipientOf = (
  order: OrderPage,
  { customer }: Pick<OrderPage, 'customer'>,
): { readonly to: readonly string[]; readonly hasDoor: boolean; readonly orderedBy?: string } => {
  const first = firstCustomer(order);
  const isAsFirst =
    customer?.customerId === first?.customerId &&
    addresseeOf(customer).join('\n') === addresseeOf(first).join('\n');
  const { name, address } = (isAsFirst && order.shipTo) || {};
  const door = addressLines(address);
  const place = door.length > 0 ? door : addressLines(customer?.address);
  const hasDoor = place.length > 0;
  const isTheirs = name === undefined || name === customer?.name || name === customer?.company;
  if (isTheirs) return { to: present(customer?.company, customer?.name, ...place), hasDoor };
  return { to: present(name, ...place), hasDoor, ...(customer && { orderedBy: buyerName(customer) }) };
};
