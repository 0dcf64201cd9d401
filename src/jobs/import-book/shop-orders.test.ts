import { describe, expect, it } from 'vitest';
import { commands } from '../../domain/index.ts';
import { permits } from '../../domain/operator/index.ts';
import { CustomerList } from '../../views/customers/index.ts';
import { OrderDetails, type OrderPage } from '../../views/order-details/index.ts';
import { OrderList } from '../../views/order-list/index.ts';
import { MemoryBook } from '../../../test/spec/memory-book.ts';
import { answerOf, runJob } from '../../../test/spec/memory-job.ts';
import { ImportBook } from './index.ts';

/** The columns of Shopify's own order export, in its order. */
const SHOPIFY =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Address1,Shipping City,Shipping Zip,Shipping Country,Notes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Outstanding Balance,Lineitem discount,Tax 1 Name,Tax 1 Value';
const WOO =
  'order_id,order_number,date,status,shipping_total,fee_total,tax_total,discount_total,order_total,refunded_total,order_currency,payment_method,customer_id,billing_first_name,billing_last_name,billing_company,billing_email,billing_phone,billing_address_1,billing_city,billing_postcode,billing_country,customer_note,item_name,item_sku,item_quantity,item_subtotal,item_total,item_total_tax';

type Cells = Readonly<Record<string, string | number>>;
const table = (header: string, rows: readonly Cells[]): string =>
  [
    header,
    ...rows.map((row) =>
      header
        .split(',')
        .map((title) => row[title] ?? '')
        .join(','),
    ),
  ].join('\n');

const bring = async (files: Record<string, string>, book = new MemoryBook({ commands, permits })) => {
  const given = Object.keys(files).map((name) => ({ fileId: name, name }));
  const { report } = await runJob(ImportBook, { files: given, mode: 'import' }, book, { files });
  const { rows } = await answerOf(book, OrderList, { limit: 500 });
  const orders = new Map<string, OrderPage>();
  for (const { id, reference = '' } of rows) {
    const page = await answerOf(book, OrderDetails, { orderId: id });
    if (page) orders.set(reference, page);
  }
  return { report, book, orders, listed: report.problems.listed.map(({ row, code }) => [row, code]) };
};

const ada = {
  Email: 'ada@example.com',
  'Billing Name': 'Ada Berg',
  'Billing Address1': 'Ring 5',
  'Billing City': 'Kiel',
  'Billing Zip': "'24103",
  'Billing Country': 'DE',
  Currency: 'EUR',
  'Created at': '2025-10-07 09:50:26 +0200',
};
const shirt = { 'Lineitem quantity': 2, 'Lineitem name': 'Shirt - Small', 'Lineitem price': '59.50' };
const mug = {
  'Lineitem quantity': 1,
  'Lineitem name': 'Mug',
  'Lineitem price': '11.90',
  'Lineitem sku': 'MUG',
};
/** 2 × 59.50 + 11.90 = 130.90, less 13.09, plus 4.90: 122.71, of which 19 % tax is 19.59. */
const paid = {
  ...{ ...ada, Name: '#1001', 'Financial Status': 'paid', 'Paid at': '2025-10-07 09:51:00 +0200' },
  ...{ 'Fulfillment Status': 'fulfilled', 'Fulfilled at': '2025-10-08 14:21:21 +0200' },
  ...{ Subtotal: '117.81', Shipping: '4.90', Taxes: '19.59', Total: '122.71', 'Discount Amount': '13.09' },
  ...{ 'Payment Method': 'Shopify Payments', 'Payment Reference': 'ref-1', 'Outstanding Balance': '0.00' },
  ...{ 'Tax 1 Name': 'DE MwSt 19%', 'Tax 1 Value': '19.59', 'Refunded Amount': '0.00' },
};

describe('orders of a Shopify shop', () => {
  it('come in with lines, discount, shipping, taxes, payment and shipment, to the cent', async () => {
    const rows = [
      { ...paid, ...shirt },
      { Name: '#1001', Email: 'ada@example.com', ...mug },
    ];
    const { report, orders, listed, book } = await bring({ o: table(SHOPIFY, rows) });
    expect(listed).toEqual([]);
    expect(report.counts).toMatchObject({ customers: 1, products: 2, orders: 1, lines: 2, refused: 0 });
    const order = orders.get('#1001');
    expect(order).toMatchObject({
      placedAt: '2025-10-07T07:50:00.000Z',
      taxMode: 'inclusive',
      fulfilment: 'shipped',
      payment: 'paid',
      source: { system: 'Shopify' },
      customer: { name: 'Ada Berg', address: { street: 'Ring 5', postcode: '24103' } },
    });
    expect(order?.totals).toMatchObject({
      subtotal: 13_090,
      discountTotal: 1309,
      shippingTotal: 490,
      taxTotal: 1959,
      total: 12_271,
    });
    expect(order?.payments).toMatchObject([{ method: 'card', amount: 12_271, reference: 'ref-1' }]);
    const { rows: people } = await answerOf(book, CustomerList, {});
    expect(people.map(({ email }) => email)).toEqual(['ada@example.com']);
  });

  it('find the products of the same shop by SKU, or by the name with its options', async () => {
    const products = `Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Variant Inventory Qty
shirt,Shirt,Size,Small,,59.50,5
shirt,,,Large,,59.50,5
mug,Mug of another name,Title,Default Title,MUG,11.90,3`;
    const file = table(SHOPIFY, [
      { ...paid, ...shirt, 'Fulfillment Status': '' },
      { Name: '#1001', ...mug },
    ]);
    const { report, orders, book } = await bring({ o: file, p: products });
    expect(report.counts).toMatchObject({ products: 2, orders: 1, refused: 0 });
    expect(orders.get('#1001')?.lines.map(({ name, variant }) => [name, variant])).toEqual([
      ['Shirt', 'Small'],
      ['Mug of another name', undefined],
    ]);
    // In a later import too, when only the book knows the products.
    const later = table(SHOPIFY, [
      { ...paid, ...mug, Name: '#1002', Subtotal: 11.9, Total: 16.8, Taxes: 2.68 },
    ]);
    const again = await bring({ later }, book);
    expect(again.report.counts).toMatchObject({ customers: 0, products: 0, orders: 1 });
  });

  it.each([
    ['pending', {}, 'unpaid', []],
    ['partially_paid', { 'Outstanding Balance': '22.71' }, 'partly-paid', []],
    ['refunded', { 'Refunded Amount': '122.71' }, 'refunded', []],
    ['partially_refunded', { 'Refunded Amount': '22.71' }, 'partly-refunded', []],
    ['paid', { Total: '125.00', 'Outstanding Balance': '2.29' }, 'paid', [[2, 'total-differs']]],
  ])('of the financial status %s are what they were', async (status, cells, payment, problems) => {
    const rows = [
      { ...paid, 'Financial Status': status, ...cells, ...shirt },
      { Name: '#1001', ...mug },
    ];
    const { orders, listed } = await bring({ o: table(SHOPIFY, rows) });
    expect(orders.get('#1001')?.payment).toBe(payment);
    expect(listed).toEqual(problems);
  });

  it('that were cancelled are cancelled, and a part that was shipped is told', async () => {
    const rows = [
      {
        ...paid,
        ...shirt,
        'Fulfillment Status': '',
        'Cancelled at': '2025-10-09 08:00:00 +0200',
        Name: '#1',
      },
      { Name: '#1', ...mug },
      {
        ...paid,
        ...shirt,
        'Fulfillment Status': 'partial',
        'Lineitem fulfillment status': 'fulfilled',
        Name: '#2',
      },
      { Name: '#2', ...mug, 'Lineitem fulfillment status': 'pending' },
    ];
    const { orders, listed } = await bring({ o: table(SHOPIFY, rows) });
    expect(orders.get('#1')?.lifecycle).toBe('cancelled');
    expect(orders.get('#2')).toMatchObject({ lifecycle: 'open', fulfilment: 'unfulfilled' });
    expect(orders.get('#2')?.notes).toMatchObject([{ text: 'Shipped in Shopify already: Shirt - Small' }]);
    expect(listed).toEqual([[4, 'partly-shipped']]);
  });

  it.each([
    [{ Currency: 'USD' }, 'other-currency'],
    [{ 'Created at': 'yesterday' }, 'bad-date'],
    [{ 'Lineitem price': 'free' }, 'bad-number'],
    [{ 'Lineitem quantity': 0 }, 'bad-number'],
    [{ Name: '' }, 'missing-value'],
  ])('with %j are left out whole, row by row', async (cells, code) => {
    const rows = [
      { ...paid, ...shirt, ...cells },
      { ...paid, ...shirt, Subtotal: 119, Total: 123.9, Taxes: 19.78, Name: '#1002' },
    ];
    const { report, listed } = await bring({ o: table(SHOPIFY, rows) });
    expect(listed).toEqual([[2, code]]);
    expect(report.counts).toMatchObject({ orders: 1, refused: 1 });
  });
});

const wooOrder = {
  ...{
    order_id: 12,
    order_number: 12,
    date: '2024-03-15 10:22:31',
    status: 'completed',
    order_currency: 'EUR',
  },
  ...{ shipping_total: '5.00', tax_total: '9.50', order_total: '64.50', payment_method: 'bacs' },
  ...{ billing_first_name: 'Ben', billing_last_name: 'Ode', billing_email: 'ben@example.com' },
  billing_city: 'Cork',
};
const hoodie = {
  item_name: 'Hoodie - Blue',
  item_sku: 'HB',
  item_quantity: 2,
  item_subtotal: '40.00',
  item_total: '35.00',
  item_total_tax: '6.65',
};
const belt = {
  item_name: 'Belt',
  item_sku: 'B',
  item_quantity: 3,
  item_subtotal: '10.00',
  item_total: '10.00',
  item_total_tax: '1.90',
};

describe('orders of a WooCommerce shop', () => {
  it('come in with their taxes on top, discounts on the lines, payment and shipment', async () => {
    const order = { ...wooOrder, tax_total: '9.50', order_total: '59.50' };
    const { orders, listed } = await bring({
      o: table(WOO, [
        { ...order, ...hoodie },
        { ...order, ...belt },
      ]),
    });
    expect(listed).toEqual([]);
    expect(orders.get('12')).toMatchObject({
      ...{ taxMode: 'exclusive', fulfilment: 'shipped', payment: 'paid' },
      totals: { shippingTotal: 500, taxTotal: 950, total: 5950 },
      payments: [{ method: 'transfer', amount: 5950 }],
    });
    // 10.00 / 3 does not part evenly: the price of one is rounded up, and the line is right to the cent.
    expect(orders.get('12')?.lines.map(({ price }) => price.net)).toEqual([3500, 1000]);
  });

  it.each([
    ['pending', 'open', 'unpaid'],
    ['processing', 'open', 'paid'],
    ['cancelled', 'cancelled', 'nothing-due'],
    ['refunded', 'open', 'refunded'],
  ])('of the status %s are %s and %s', async (status, standing, payment) => {
    const order = { ...wooOrder, status, shipping_total: '', tax_total: '6.65', order_total: '41.65' };
    const { orders } = await bring({ o: table(WOO, [{ ...order, ...hoodie }]) });
    expect(orders.get('12')).toMatchObject({ lifecycle: standing, payment });
  });
});
