import {
  currencyDigits,
  QUANTITY_DECIMALS,
  RATE_DECIMALS,
  UNIT_PRICE_DECIMALS,
} from '../../../../domain/pricing/index.ts';
import type { Cells } from '../../cells.ts';
import { quoted } from '../../problem.ts';
import type { FormatSettings } from '../format.ts';
import { pricedOf } from '../order-entry.ts';
import type { LineRecord, OrderHead } from '../order-record.ts';
import type { OrderRows } from '../order-rows.ts';
import type { CustomerRecord } from '../records.ts';
import { otherCurrency } from '../shop-order.ts';
import { addressIn, type ColumnOf } from './mapping.ts';

type Column = ColumnOf<'orders'>;

const customerOf = (cells: Cells, column: Column): { readonly customer?: CustomerRecord } => {
  const [name, email] = [cells.text(column('customer')), cells.text(column('email'))];
  const company = cells.text(column('company'));
  if (name === '' && email === '' && company === '') return {};
  const customer = {
    ...{ row: cells.line, name, email, company, note: '', reference: '' },
    id: cells.text(column('customerId')),
    phone: cells.text(column('phone')),
    address: addressIn(cells, column),
  };
  return { customer };
};

const choice = <Choice extends string>(cells: Cells, column: string, choices: readonly Choice[]) => {
  const found = cells.text(column).toLowerCase();
  const chosen = choices.find((one) => one === found);
  if (found !== '' && chosen === undefined)
    cells.add('bad-choice', `This is none of ${choices.join(', ')}.`, { column, found: quoted(found) });
  return chosen;
};

const rateOf = (cells: Cells, column: string, usual: number): number =>
  cells.text(column) === '' ? usual : cells.percent(column, RATE_DECIMALS);

const headOf = (cells: Cells, column: Column, settings: FormatSettings): OrderHead => {
  const digits = currencyDigits(settings.currency);
  const money = (field: 'shipping' | 'orderDiscount' | 'paid' | 'total'): number =>
    cells.decimalOrNone(column(field), digits);
  const found = cells.text(column('currency'));
  if (found !== '' && found !== settings.currency)
    cells.add('other-currency', otherCurrency, { found, currency: settings.currency });
  cells.required(column('placedAt'));
  const placedAt = cells.instant(column('placedAt')) ?? '';
  const shippedAt = cells.instant(column('shippedAt'));
  const promisedOn = cells.instant(column('promisedOn'))?.slice(0, 10);
  const dueOn = cells.instant(column('dueOn'))?.slice(0, 10);
  const taxMode = choice(cells, column('taxMode'), ['inclusive', 'exclusive']);
  const method = choice(cells, column('paymentMethod'), ['cash', 'card', 'transfer', 'other']);
  const paid = money('paid');
  const isOff = cells.text(column('status')).toLowerCase() === 'cancelled' && shippedAt === undefined;
  return {
    id: cells.text(column('orderId')),
    ...customerOf(cells, column),
    placedAt,
    ...(taxMode && { taxMode }),
    ...(shippedAt === undefined ? {} : { shippedAt }),
    ...(promisedOn === undefined ? {} : { promisedOn }),
    ...(dueOn === undefined ? {} : { dueOn }),
    ...(paid > 0 && { payment: { amount: paid, method: method ?? 'other', at: placedAt, reference: '' } }),
    ...(isOff && { cancelled: { at: placedAt, reason: 'Cancelled before it came here' } }),
    notes: [cells.text(column('note'))].filter((note) => note !== ''),
    taxRate: settings.taxRate,
    shipping: money('shipping'),
    shippingTaxRate: rateOf(cells, column('shippingTaxRate'), settings.taxRate),
    discount: money('orderDiscount'),
    ...(cells.text(column('total')) === '' ? {} : { total: money('total') }),
  };
};

const lineOf = (cells: Cells, column: Column, settings: FormatSettings): LineRecord => {
  const quantity = cells.decimal(column('quantity'), QUANTITY_DECIMALS);
  if (quantity === 0 && cells.problems.length === 0)
    cells.add('bad-number', 'The quantity must be more than zero.', {
      ...{ column: column('quantity'), found: cells.text(column('quantity')), reason: 'zero' },
    });
  const sku = cells.text(column('sku'));
  const product = cells.text(column('product')) || sku || cells.required(column('product'));
  const variant = cells.text(column('variant'));
  return {
    row: cells.line,
    ...{ productId: cells.text(column('productId')), variantId: cells.text(column('variantId')) },
    ...{ name: variant === '' ? product : `${product} - ${variant}`, sku, quantity },
    unitPrice: cells.decimal(column('price'), UNIT_PRICE_DECIMALS),
    discount: cells.decimalOrNone(column('lineDiscount'), currencyDigits(settings.currency)),
    taxRate: rateOf(cells, column('taxRate'), settings.taxRate),
  };
};

const agree = (head: OrderHead, lines: readonly LineRecord[], { currency }: FormatSettings) => {
  const ours = pricedOf(currency, { system: '', reference: '', row: 0, head, lines })?.total;
  const differs = head.total !== undefined && ours !== undefined && ours !== head.total;
  const message = 'This order comes to another total here than in the file.';
  const values = { total: head.total ?? 0, ours: ours ?? 0, currency };
  return { head, lines, remarks: differs ? [{ code: 'total-differs', message, values }] : [] };
};

/** One line of an order to a row; what is the order's own stands on its first row, or on each. */
export const orderRows = (column: Column): OrderRows<OrderHead> => ({
  system: 'CSV',
  order: column('number'),
  ofOrder: (['placedAt', 'customer', 'email', 'total', 'currency'] as const).map(column),
  head: (cells, settings) => headOf(cells, column, settings),
  line: (cells, settings) => lineOf(cells, column, settings),
  agree,
});
