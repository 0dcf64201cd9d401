import { currencyDigits, QUANTITY_DECIMALS, UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import type { Format, FormatSettings } from '../format.ts';
import type { LineRecord } from '../order-record.ts';
import { OrderReader, type OrderRows } from '../order-rows.ts';
import { present } from '../present.ts';
import type { CustomerRecord } from '../records.ts';
import { otherCurrency, partlyShipped, shopOrder, type ShopHead } from '../shop-order.ts';
import { rateIn } from '../tax-of-source.ts';

interface ShopifyLine extends LineRecord {
  readonly shipped: boolean;
}

/** Postcodes get an apostrophe there, so that spreadsheets leave them alone. */
const postcode = (cells: Cells, column: string): string => cells.text(column).replace(/^'/, '');

const addressOf = (cells: Cells, of: 'Billing' | 'Shipping'): CustomerRecord['address'] => ({
  street: [cells.text(`${of} Address1`) || cells.text(`${of} Street`), cells.text(`${of} Address2`)]
    .filter((line) => line !== '')
    .join(', '),
  city: cells.text(`${of} City`),
  region: cells.text(`${of} Province`),
  postcode: postcode(cells, `${of} Zip`),
  country: cells.text(`${of} Country`),
});

const customerOf = (cells: Cells): { readonly customer?: CustomerRecord } => {
  const name = cells.text('Billing Name') || cells.text('Shipping Name');
  const email = cells.text('Email');
  if (name === '' && email === '') return {};
  const customer = {
    ...{ row: cells.line, name, email, note: '', reference: '' },
    company: cells.text('Billing Company') || cells.text('Shipping Company'),
    phone: cells.text('Phone') || cells.text('Billing Phone') || cells.text('Shipping Phone'),
    address: addressOf(cells, cells.text('Billing Name') === '' ? 'Shipping' : 'Billing'),
  };
  return { customer };
};

const shipToOf = (cells: Cells) => {
  const name = cells.text('Shipping Name');
  const address = present(addressOf(cells, 'Shipping'));
  if (name === '' && Object.keys(address).length === 0) return {};
  const to = { ...present({ name }), ...(Object.keys(address).length === 0 ? {} : { address }) };
  return { shipTo: to };
};

/** Where money came in: cash over the counter and transfers have names of their own, the rest are cards and wallets. */
const methodOf = (text: string): 'cash' | 'card' | 'transfer' | 'other' => {
  if (/cash/i.test(text)) return 'cash';
  if (/bank|transfer/i.test(text)) return 'transfer';
  return text === '' || /gift|manual|paypal/i.test(text) ? 'other' : 'card';
};

const UNPAID = ['pending', 'authorized', 'voided', 'expired', ''];

const headOf = (cells: Cells, { currency }: FormatSettings): ShopHead => {
  const digits = currencyDigits(currency);
  const money = (column: string): number => cells.decimalOrNone(column, digits);
  const found = cells.text('Currency');
  if (found !== '' && found !== currency) cells.add('other-currency', otherCurrency, { found, currency });
  cells.required('Created at');
  const placedAt = cells.instant('Created at') ?? '';
  const total = money('Total');
  const paid = UNPAID.includes(cells.text('Financial Status')) ? 0 : total - money('Outstanding Balance');
  const cancelledAt = cells.instant('Cancelled at');
  const shippedAt =
    cells.text('Fulfillment Status') === 'fulfilled'
      ? (cells.instant('Fulfilled at') ?? placedAt)
      : undefined;
  const taxes = [1, 2, 3, 4, 5]
    .filter((n) => cells.text(`Tax ${String(n)} Value`) !== '')
    .map((n) => cells.text(`Tax ${String(n)} Name`))
    .filter((name) => name !== '');
  return {
    ...customerOf(cells),
    ...shipToOf(cells),
    placedAt,
    ...(shippedAt === undefined ? {} : { shippedAt }),
    ...(paid > 0 && {
      payment: {
        amount: paid,
        method: methodOf(cells.text('Payment Method')),
        at: cells.instant('Paid at') ?? placedAt,
        reference: cells.text('Payment Reference'),
      },
      refunded: Math.min(paid, money('Refunded Amount')),
    }),
    ...(cancelledAt !== undefined &&
      shippedAt === undefined && { cancelled: { at: cancelledAt, reason: 'Cancelled in Shopify' } }),
    notes: [cells.text('Notes')].filter((note) => note !== ''),
    goods: cells.text('Subtotal') === '' ? undefined : money('Subtotal'),
    ...{ shipping: money('Shipping'), tax: money('Taxes'), total, rate: rateIn(taxes), remarks: [] },
  };
};

const lineOf = (cells: Cells, { currency }: FormatSettings): ShopifyLine => {
  const quantity = cells.decimal('Lineitem quantity', QUANTITY_DECIMALS);
  if (quantity === 0 && cells.problems.length === 0)
    cells.add('bad-number', 'The quantity must be more than zero.', {
      ...{ column: 'Lineitem quantity', found: cells.text('Lineitem quantity'), reason: 'zero' },
    });
  return {
    row: cells.line,
    name: cells.required('Lineitem name'),
    sku: cells.text('Lineitem sku'),
    quantity,
    unitPrice: cells.decimal('Lineitem price', UNIT_PRICE_DECIMALS),
    discount: cells.decimalOrNone('Lineitem discount', currencyDigits(currency)),
    ...(cells.text('Lineitem taxable') === 'false' ? { taxRate: 0 } : {}),
    shipped: cells.text('Lineitem fulfillment status') === 'fulfilled',
  };
};

/** Some lines gone and some not: our order begins whole, and its note says what was gone. */
const withShipped = (head: ShopHead, lines: readonly ShopifyLine[]): ShopHead => {
  const gone = lines.filter(({ shipped }) => shipped).map(({ name }) => name);
  if (head.shippedAt !== undefined || gone.length === 0) return head;
  const what = gone.join(', ');
  return {
    ...head,
    notes: [...head.notes, `Shipped in Shopify already: ${what}`],
    remarks: [...head.remarks, partlyShipped(what)],
  };
};

const rows: OrderRows<ShopHead, ShopifyLine> = {
  system: 'Shopify',
  order: 'Name',
  ofOrder: ['Currency', 'Subtotal', 'Total', 'Financial Status'],
  head: headOf,
  line: lineOf,
  agree: (head, lines, settings) => {
    const whole = withShipped(head, lines);
    return shopOrder(
      whole,
      lines.map(({ shipped: _, ...line }) => line),
      settings,
    );
  },
};

export const orders: Format = {
  name: 'shopify-orders',
  kind: 'orders',
  columns: [
    ...['Name', 'Email', 'Financial Status', 'Fulfillment Status', 'Created at'],
    ...['Total', 'Lineitem quantity', 'Lineitem name', 'Lineitem price'],
  ],
  open: (settings) => new OrderReader(rows, settings),
};
