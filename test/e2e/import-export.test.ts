import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { sharedData } from '../shared-data.ts';
import { check, csv, held, openEmptyBook } from './import-desk.ts';
import { outcome, SCRIPTS } from './inert.ts';
import { ask, give, openOwnBook, placeOrder } from './own-book.ts';

const openEuroBook = async (page: Page): Promise<void> => {
  await openOwnBook(page, []);
  await expect(page.getByRole('link', { name: 'Take an order' })).toBeVisible();
};

const importAll = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Import [\d,]+ / }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible({
    timeout: 120_000,
  });
};

const nothingNew = async (page: Page): Promise<void> => {
  await expect(page.getByText('Everything in these files is in the book already.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
};

const table = (...rows: readonly Readonly<Record<string, string>>[]): readonly string[] => {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [titles.join(','), ...rows.map((row) => titles.map((title) => row[title] ?? '').join(','))];
};

/** 2 × 59.50, less 11.90, plus 4.90 to send it: 112.00, of which 19 % tax is 17.88. */
const shopifyOrder = {
  ...{ Name: '#1001', Email: 'ada@example.com', 'Financial Status': 'paid', Currency: 'EUR' },
  ...{ 'Paid at': '2025-10-07 09:51:00 +0200', 'Created at': '2025-10-07 09:50:26 +0200' },
  ...{ 'Fulfillment Status': 'fulfilled', 'Fulfilled at': '2025-10-08 14:21:21 +0200' },
  ...{ Subtotal: '107.10', Shipping: '4.90', Taxes: '17.88', Total: '112.00', 'Discount Amount': '11.90' },
  ...{ 'Lineitem quantity': '2', 'Lineitem name': 'Shirt - Small', 'Lineitem price': '59.50' },
  ...{ 'Billing Name': 'Ada Berg', 'Billing City': 'Kiel', 'Payment Method': 'Shopify Payments' },
  ...{ 'Tax 1 Name': 'DE MwSt 19%', 'Tax 1 Value': '17.88', 'Outstanding Balance': '0.00' },
};
const shopifyShirt = {
  ...{ Handle: 'shirt', Title: 'Shirt', 'Option1 Name': 'Size', 'Option1 Value': 'Small' },
  ...{ 'Variant SKU': '', 'Variant Price': '59.50', 'Variant Inventory Qty': '5' },
  ...{ 'Image Src': 'https://example.com/shirt.jpg', 'Image Alt Text': 'A blue shirt on a line' },
};
const shopify = [
  csv(
    'products_export.csv',
    ...table(shopifyShirt, { Handle: 'shirt', 'Option1 Value': 'Large', 'Variant Price': '61.00' }),
  ),
  csv('orders_export.csv', ...table(shopifyOrder)),
];

const woo = [
  csv(
    `wc-product-export ${SCRIPTS.image}.csv`,
    ...table(
      { ID: '10', Type: 'variable', SKU: 'HOOD', Name: 'Hoodie', Published: '1', 'Tax status': 'taxable' },
      {
        ...{ ID: '11', Type: 'variation', SKU: 'HB', Name: 'Hoodie - Blue', Published: '1', Stock: '4' },
        ...{ 'Regular price': '20.00', Parent: 'HOOD', 'Attribute 1 name': 'Colour' },
        ...{ 'Attribute 1 value(s)': 'Blue' },
      },
      { ID: '12', Type: 'grouped', SKU: 'SET', Name: 'A set', Published: '1' },
    ),
  ),
  csv(
    'wc-orders.csv',
    ...table({
      ...{ order_id: '7001', order_number: '7001', date: '2025-11-02 10:00:00', status: 'completed' },
      ...{
        shipping_total: '5.00',
        fee_total: '0',
        tax_total: '0',
        discount_total: '0',
        order_total: '45.00',
      },
      ...{ order_currency: 'EUR', payment_method: 'paypal', customer_id: '4', billing_first_name: 'Bo' },
      ...{ billing_last_name: 'Lind', billing_email: 'bo@example.com', item_name: 'Hoodie - Blue' },
      ...{ item_sku: 'HB', item_quantity: '2', item_subtotal: '40.00', item_total: '40.00' },
      ...{ item_total_tax: '0' },
    }),
  ),
];

test('all three Shopify product files come in with their variants, and add nothing the second time', async ({
  page,
}) => {
  test.skip(!sharedData, 'needs shopify-products/*.csv beside the project');
  await openEmptyBook(page);
  const files = ['apparel', 'home-and-garden', 'jewelery'].map((name) =>
    join(sharedData ?? '', 'shopify-products', `${name}.csv`),
  );
  await check(page, files);
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });
  await page.getByRole('button', { name: 'Import 60 products' }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible({
    timeout: 120_000,
  });
  await expect.poll(() => held(page)).toEqual({ orders: 0, products: 60, customers: 0 });
  await page.goto('./#/products');
  await page.getByRole('searchbox').fill('varsity');
  await page.getByRole('link', { name: /Classic Varsity Top/ }).click();
  for (const size of ['Small', 'Medium', 'Large'])
    await expect(page.getByRole('cell', { name: size, exact: true })).toBeVisible();

  await check(page, files);
  await nothingNew(page);
});

test('products and orders of a Shopify and of a WooCommerce shop come in; a row that cannot is named first', async ({
  page,
}) => {
  await openEuroBook(page);
  await check(page, [...shopify, ...woo]);
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByText('A type of product that is not sold by itself').click();
  await expect(problems.getByRole('listitem')).toHaveText(/Row 4/);
  expect(await outcome(page)).toEqual({ alive: [], isRead: true });
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });
  await importAll(page);
  await expect.poll(() => held(page)).toEqual({ orders: 2, products: 2, customers: 2 });

  await page.goto('./#/orders');
  await page.getByRole('link', { name: /Ada Berg/ }).click();
  const sheet = page.getByRole('region', { name: 'The order' });
  await expect(sheet.getByLabel('Totals')).toContainText('€112.00');
  await expect(sheet.getByText('Shirt, Small', { exact: true })).toBeVisible();
  await expect(sheet.getByText('Paid', { exact: true }).first()).toBeVisible();
  await page.getByRole('link', { name: /Bo Lind/ }).click();
  await expect(sheet.getByLabel('Totals')).toContainText('€45.00');
  type Shirts = { readonly rows: readonly { readonly images?: readonly { readonly alt?: string }[] }[] };
  const shirts = await ask<Shirts>(page, 'ProductList', { text: 'shirt' });
  expect(shirts.rows[0]?.images?.[0]?.alt).toBe('A blue shirt on a line');

  await check(page, [...shopify, ...woo]);
  await expect(page.getByText(/Nothing in these files is new and whole/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
});

test('an import is undone whole; where something happened since, it stays and says why', async ({ page }) => {
  await openEuroBook(page);
  await check(page, shopify);
  await importAll(page);
  await expect.poll(() => held(page)).toEqual({ orders: 1, products: 1, customers: 1 });
  const undo = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo the import' }).click();
    await expect(page.getByRole('heading', { name: 'Import undone' })).toBeVisible({ timeout: 120_000 });
  };
  await undo();
  await expect(page.getByText('Everything that it brought was taken back.')).toBeVisible();
  await expect.poll(() => held(page)).toEqual({ orders: 0, products: 0, customers: 0 });
  await page.goto('./#/import');
  const listed = page.getByRole('region', { name: 'Earlier' }).getByRole('row');
  await listed.filter({ hasText: 'Undone' }).getByRole('link').first().click();
  await expect(page.getByText('Everything that it brought was taken back.')).toBeVisible();
  await expect(page.getByText('All of it is in the book now.')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo this import' })).toHaveCount(0);

  await check(page, shopify);
  await importAll(page);
  await expect.poll(() => held(page)).toEqual({ orders: 1, products: 1, customers: 1 });
  type Orders = { readonly rows: readonly { readonly id: string }[] };
  const orderId = (await ask<Orders>(page, 'OrderList', { tab: 'all' })).rows[0]?.id ?? '';
  await give(page, 'AddNote', { orderId, text: 'She called' });
  await undo();
  await expect(page.getByText('What you have worked on since stays in the book.')).toBeVisible();
  const kept = page.getByRole('region', { name: 'Still in the book' }).getByRole('row');
  await expect(kept.filter({ hasText: 'A-1002' })).toContainText('Changed or used since');
  await expect(kept.filter({ hasText: 'Ada Berg' })).toContainText('Other orders are for this customer');
  expect(await held(page)).toMatchObject({ orders: 1 });
});

/** Writes a list into a file at the desk; its name and text. */
const exported = async (page: Page, list: string, format: 'CSV table' | 'JSON') => {
  await page.goto('./#/import');
  await page.getByLabel('List', { exact: true }).selectOption({ label: list });
  await page.getByRole('radio', { name: format }).check({ force: true });
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), text };
};

const LISTS = ['Orders with their lines', 'Orders', 'Customers', 'Products', 'Stock', 'Payments'];

test('every list is exported as CSV and JSON, harmless to a spreadsheet; it adds nothing here and is the same elsewhere', async ({
  page,
  browser,
}) => {
  const jam = { name: SCRIPTS.cell, unitPrice: 45_000, taxRate: 19_000, stock: 20_000 };
  await openOwnBook(page, [jam, { name: '@Rye; "dark"', unitPrice: 52_500, taxRate: 7_000, stock: 0 }]);
  const customerId = crypto.randomUUID();
  await give(page, 'CreateCustomer', { customerId, name: '+Anna, Berg', address: { city: '-Graz' } });
  const orderId = await placeOrder(page, 'exported', { lines: { [jam.name]: 2, '@Rye; "dark"': 1 } });
  const payment = { orderId, paymentId: crypto.randomUUID(), method: 'card', amount: 1_000 };
  await give(page, 'RecordPayment', payment);

  const files: ReturnType<typeof csv>[] = [];
  for (const list of LISTS) {
    const table = await exported(page, list, 'CSV table');
    expect(table.name).toMatch(/\.csv$/);
    expect(table.text.replace(/^\uFEFF/, '').split('\r\n').length, list).toBeGreaterThan(2);
    // No cell begins with what a spreadsheet runs.
    expect(table.text, list).not.toMatch(/(^|,|\n)"?[=+@\t]|(^|,|\n)"?-[^\d]/);
    if (['Orders with their lines', 'Customers', 'Products'].includes(list))
      files.push({ name: table.name, mimeType: 'text/csv', buffer: Buffer.from(table.text) });
    const { name, text } = await exported(page, list, 'JSON');
    expect(name).toMatch(/\.json$/);
    expect((JSON.parse(text) as readonly unknown[]).length, list).toBeGreaterThan(0);
  }
  const before = await held(page);
  await check(page, files);
  await nothingNew(page);

  const elsewhere = await (await browser.newContext()).newPage();
  await openEuroBook(elsewhere);
  await check(elsewhere, files);
  await importAll(elsewhere);
  await expect.poll(() => held(elsewhere)).toEqual(before);
  await elsewhere.goto('./#/orders');
  await elsewhere
    .getByRole('link', { name: /A-1001|=HYPERLINK/ })
    .first()
    .click();
  const sheet = elsewhere.getByRole('region', { name: 'The order' });
  await expect(sheet.getByLabel('Totals')).toContainText('€14.25');
  await expect(sheet.getByText(jam.name)).toBeVisible();
});
