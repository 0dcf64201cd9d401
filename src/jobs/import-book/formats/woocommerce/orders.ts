import { currencyDigits, QUANTITY_DECIMALS, UNIT_PRICE_DECIMALS } from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import type { Format, FormatSettings } from '../format.ts';
import type { LineRecord } from '../order-record.ts';
import { OrderReader, type OrderRows } from '../order-rows.ts';
import { present } from '../present.ts';
import type { CustomerRecord } from '../records.ts';
import { otherCurrency, shopOrder, type ShopHead } from '../shop-order.ts';

const fullName = (cells: Cells, of: 'billing' | 'shipping'): string =>
  [cells.text(`${of}_first_name`), cells.text(`${of}_last_name`)].filter((part) => part !== '').join(' ');

const addressOf = (cells: Cells, of: 'billing' | 'shipping'): CustomerRecord['address'] => ({
  street: [cells.text(`${of}_address_1`), cells.text(`${of}_address_2`)]
    .filter((line) => line !== '')
    .join(', '),
  city: cells.text(`${of}_city`),
  region: cells.text(`${of}_state`),
  postcode: cells.text(`${of}_postcode`),
  country: cells.text(`${of}_country`),
});

const customerOf = (cells: Cells): { readonly customer?: CustomerRecord } => {
  const [name, email] = [fullName(cells, 'billing'), cells.text('billing_email')];
  const company = cells.text('billing_company');
  if (name === '' && email === '' && company === '') return {};
  const customer = {
    ...{ row: cells.line, name, email, company, note: '', reference: '' },
    phone: cells.text('billing_phone'),
    address: addressOf(cells, 'billing'),
  };
  return { customer };
};

const shipToOf = (cells: Cells) => {
  const name = fullName(cells, 'shipping');
  const address = present(addressOf(cells, 'shipping'));
  if (name === '' && Object.keys(address).length === 0) return {};
  return {
    shipTo: { ...present({ name }), ...(Object.keys(address).length === 0 ? {} : { address }) },
  };
};

const methodOf = (method: string): 'cash' | 'card' | 'transfer' | 'other' => {
  if (/cod|cash/i.test(method)) return 'cash';
  if (/bacs|bank|transfer/i.test(method)) return 'transfer';
  return /stripe|card|woocommerce_payments/i.test(method) ? 'card' : 'other';
};

/** `processing` is paid and not sent, `completed` both; `refunded` was both and is given back. */
const PAID = ['processing', 'completed', 'refunded'];

const headOf = (cells: Cells, { currency }: FormatSettings): ShopHead => {
  const digits = currencyDigits(currency);
  const money = (column: string): number => cells.decimalOrNone(column, digits);
  const found = cells.text('order_currency');
  if (found !== '' && found !== currency) cells.add('other-currency', otherCurrency, { found, currency });
  cells.required('date');
  const placedAt = cells.instant('date') ?? '';
  const status = cells.text('status').toLowerCase().replace(/^wc-/, '');
  const total = money('order_total');
  const refunded = status === 'refunded' ? total : Math.min(total, money('refunded_total'));
  return {
    ...customerOf(cells),
    ...shipToOf(cells),
    placedAt,
    ...(status === 'completed' && { shippedAt: placedAt }),
    ...(PAID.includes(status) &&
      total > 0 && {
        payment: {
          amount: total,
          method: methodOf(cells.text('payment_method')),
          at: placedAt,
          reference: cells.text('transaction_id'),
        },
        refunded,
      }),
    ...(['cancelled', 'failed'].includes(status) && {
      cancelled: { at: placedAt, reason: `${status === 'failed' ? 'Failed' : 'Cancelled'} in WooCommerce` },
    }),
    notes: [cells.text('customer_note')].filter((note) => note !== ''),
    goods: undefined,
    shipping: money('shipping_total') + money('fee_total'),
    ...{ tax: money('tax_total'), total, rate: undefined, remarks: [] },
  };
};

/** The price of one is what all of them come to, parted; what does not part evenly stays right as a discount. */
const lineOf = (cells: Cells, { currency }: FormatSettings): LineRecord => {
  const digits = currencyDigits(currency);
  const quantity = cells.decimal('item_quantity', QUANTITY_DECIMALS);
  if (quantity === 0 && cells.problems.length === 0)
    cells.add('bad-number', 'The quantity must be more than zero.', {
      ...{ column: 'item_quantity', found: cells.text('item_quantity'), reason: 'zero' },
    });
  const full = cells.text('item_subtotal') === '' ? 'item_total' : 'item_subtotal';
  const gross = cells.decimal(full, digits);
  const charged = cells.decimal('item_total', digits);
  const scale = 10 ** (UNIT_PRICE_DECIMALS + QUANTITY_DECIMALS - digits);
  const unitPrice = quantity === 0 ? 0 : Math.ceil((gross * scale) / quantity);
  return {
    row: cells.line,
    name: cells.required('item_name'),
    sku: cells.text('item_sku'),
    ...{ quantity, unitPrice },
    discount: Math.max(0, Math.round((unitPrice * quantity) / scale) - charged),
    ...(cells.text('item_total_tax') !== '' && cells.decimalOrNone('item_total_tax', digits) === 0
      ? { taxRate: 0 }
      : {}),
  };
};

const rows: OrderRows<ShopHead> = {
  system: 'WooCommerce',
  order: 'order_number',
  ofOrder: ['date', 'status', 'order_total', 'order_currency', 'billing_email'],
  head: headOf,
  line: lineOf,
  agree: shopOrder,
};

export const orders: Format = {
  name: 'woocommerce-orders',
  kind: 'orders',
  columns: [
    ...['order_number', 'date', 'status', 'order_total', 'billing_email'],
    ...['item_name', 'item_sku', 'item_quantity', 'item_total'],
  ],
  open: (settings) => new OrderReader(rows, settings),
};
