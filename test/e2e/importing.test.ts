import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { sharedData } from '../shared-data.ts';
import { check, csv, held, openEmptyBook } from './import-desk.ts';

const CUSTOMERS = 'CustomerID,CompanyName,ContactName,Address,City,Region,PostalCode,Country,Phone';
const PRODUCTS = 'ProductID,ProductName,QuantityPerUnit,UnitPrice,UnitsInStock,Discontinued';
const ORDERS =
  'OrderID,CustomerID,OrderDate,RequiredDate,ShippedDate,Freight,OrderID,ProductID,UnitPrice,Quantity,Discount';

const customers = csv('customers.csv', CUSTOMERS, 'ANNA,Anna and Sons,Anna,Lane 1,Town,,1000,Austria,1');
const products = csv('products.csv', PRODUCTS, '1,Plum jam,jar,4.5,0,0', '2,Rye loaf,loaf,5,0,0');

test.beforeEach(async ({ page }) => {
  await openEmptyBook(page);
});

test('files that are no tables are named with the reason, and change nothing', async ({ page }) => {
  await check(page, [
    {
      name: 'picture.png',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'),
    },
    csv('nothing.csv'),
    { name: 'book.xlsx', mimeType: 'text/csv', buffer: Buffer.from('504b03041400060008000000', 'hex') },
  ]);
  const problems = page.getByRole('region', { name: 'Problems' });
  for (const [file, reason] of [
    ['picture.png', 'This is not a text file'],
    ['nothing.csv', 'The file is empty'],
    ['book.xlsx', 'This is not a text file'],
  ] as const)
    await expect(problems.getByRole('paragraph').filter({ hasText: file })).toContainText(reason);
  await expect(page.getByText('Nothing in these files can be imported.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);

  await check(page, [
    csv('half.csv', 'OrderID,CustomerID,OrderDate,ProductID,Quantity', '1,ANNA,2026-01-02,1,2'),
  ]);
  await expect(problems).toContainText(/Columns are missing|No columns that are known/);
  await expect(page.getByRole('heading', { name: 'Say what the columns are: half.csv' })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });
});

test('rows that cannot be booked are listed with their number and the reason, the others come in', async ({
  page,
}) => {
  await check(page, [
    customers,
    csv('products.csv', PRODUCTS, '1,Plum jam,jar,4.5,0,0', '2,Rye loaf,loaf,five,0,0'),
    csv(
      'orders.csv',
      ORDERS,
      '100,ANNA,2026-01-02,,,0,100,1,4.5,2,0',
      '101,NOBODY,2026-01-03,,,0,101,1,4.5,1,0',
      '102,ANNA,2026-01-04,,,0,102,1,cheap,1,0',
    ),
  ]);
  const problems = page.getByRole('region', { name: 'Problems' });
  const rows = async (file: string, reason: string) => {
    const group = problems.getByRole('group').filter({ hasText: file }).filter({ hasText: reason });
    await group.getByText(reason).click();
    return group.getByRole('listitem');
  };
  await expect(await rows('products.csv', 'Not a number')).toHaveText(/Row 3.*“five” in UnitPrice/);
  await expect(await rows('orders.csv', 'The customer is not known')).toHaveText(/Row 3.*NOBODY/);
  await expect(await rows('orders.csv', 'Not a number')).toHaveText(/Row 4.*“cheap” in UnitPrice/);
  expect(await held(page)).toEqual({ orders: 0, products: 0, customers: 0 });

  await page.getByRole('button', { name: 'Import 1 order', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await expect.poll(() => held(page)).toEqual({ orders: 1, products: 1, customers: 1 });
});

test('an import says what it did to stock: below zero begins at 0, and without a figure nothing is sold out', async ({
  page,
}) => {
  const lines = [
    'Product ID,Product,Price,On hand',
    ',Plum jam,4.50,-2',
    ',Engraving,9.50,',
    ',Rye loaf,5,3',
  ];
  await check(page, [csv('products.csv', ...lines)]);
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByText('Stock below zero comes in as 0').click();
  await expect(problems.getByRole('listitem')).toHaveText(/Row 2.*“-2” in On hand/);
  await expect(page.getByText('Nothing is saved yet. All of it can be imported')).toBeVisible();
  await expect(page.getByText('come in as not counted, so they are never short')).toBeVisible();
  await page.getByRole('button', { name: 'Import 3 products' }).click();
  await expect(page.getByText('All of it is in the book now.')).toBeVisible();

  await page.goto('./#/products');
  await expect(page.locator('.list-row', { hasText: 'Engraving' })).toContainText('Not counted');
  await expect(page.locator('.list-row', { hasText: 'Plum jam' })).toContainText('None left');

  await check(page, [csv('products.csv', ...lines)]);
  await expect(page.getByText('Everything in these files is in the book already.')).toBeVisible();
});

test('a table that comes again with other figures changes nothing, and says what differs', async ({
  page,
}) => {
  const head = 'Product ID,Product,Price,On hand,Reorder level,Colour';
  const tea = (figures: string) => [csv('products.csv', head, `,Tea,4.50,${figures},green`)];
  await check(page, tea('48,10'));
  await expect(page.getByText('Not read in products.csv: Colour')).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 product', exact: true }).click();
  await expect(page.getByText('All of it is in the book now.')).toBeVisible();

  await check(page, tea('500,12'));
  const problems = page.getByRole('region', { name: 'Problems' });
  await problems.getByText('In the book with other contents').click();
  await expect(problems.getByRole('listitem')).toHaveText(
    /Tea: .*: 500 in the file, 48 in the book.*: 12 in the file, 10 in the book/,
  );
  await expect(page.getByText('Everything in these files is in the book already.')).toHaveCount(0);
});

test('an import can be stopped, goes on after a reload, and adds nothing the second time', async ({
  page,
}) => {
  test.setTimeout(480_000);
  const MANY = 2_000;
  const rows = Array.from({ length: MANY }, (_, n) => {
    const id = String(n + 1);
    return `${id},ANNA,2026-01-02,,,0,${id},${String((n % 2) + 1)},4.5,2,0`;
  });
  const files = [customers, products, csv('orders.csv', ORDERS, ...rows)];
  const progress = page.getByRole('progressbar');
  const begin = page.getByRole('button', { name: 'Import 2,000 orders' });

  await check(page, files);
  await begin.click();
  await expect(progress).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('heading', { name: 'Stopped', exact: true })).toBeVisible();
  expect((await held(page)).orders).toBeLessThan(MANY);

  await check(page, files);
  await page.getByRole('button', { name: /^Import [\d,]+ orders$/ }).click();
  await expect(progress).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible({
    timeout: 120_000,
  });
  await expect.poll(() => held(page)).toEqual({ orders: MANY, products: 2, customers: 1 });

  await check(page, files);
  await expect(page.getByText('Everything in these files is in the book already.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
});

test('Northwind comes in whole, and adds nothing the second time', async ({ page }) => {
  test.skip(!sharedData, 'needs northwind/*.csv beside the project');
  const files = ['customers.csv', 'products.csv', 'orders.csv'].map((file) =>
    join(sharedData ?? '', 'northwind', file),
  );
  await check(page, files);
  await page.getByRole('button', { name: 'Import 830 orders' }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible({
    timeout: 120_000,
  });
  const all = { orders: 830, products: 77, customers: 91 };
  await expect.poll(() => held(page), { timeout: 120_000 }).toEqual(all);

  await check(page, files);
  await expect(page.getByText('Everything in these files is in the book already.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import \d/ })).toHaveCount(0);
  expect(await held(page)).toEqual(all);
});
