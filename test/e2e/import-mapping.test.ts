import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { check, csv, held, openEmptyBook } from './import-desk.ts';

test('a table of one’s own is mapped once, and the next of its shape is read by itself', async ({ page }) => {
  await openEmptyBook(page);
  await check(page, [csv('prices-may.csv', 'Ware,Was es kostet', 'Plum jam,"4,50"', 'Rye loaf,"5,20"')]);
  await expect(page.getByText('This table was not recognized.')).toBeVisible();
  await page.getByLabel('Product', { exact: true }).selectOption('Ware');
  await page.getByLabel('Price of one').selectOption('Was es kostet');
  await page.getByRole('button', { name: 'Check again' }).click();
  await page.getByRole('button', { name: 'Import 2 products' }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();

  await page.reload();
  await check(page, [csv('prices-june.csv', 'ware,WAS ES KOSTET', 'Plum jam,"4,50"', 'Honey,"9,80"')]);
  await page.getByRole('button', { name: 'Import 1 product', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await expect.poll(() => held(page)).toEqual({ orders: 0, products: 3, customers: 0 });
});

test('the first rows of a checked file are shown as they were understood, what is refused marked @phone', async ({
  page,
}) => {
  await openEmptyBook(page);
  const lines = [
    'Auftragsnummer;Datum;Kunde;Artikel;Menge;Preis;Notiz',
    '1001;05.11.2026;Ada Berg;Teekanne;2;1.234,50;Bitte erst am Nachmittag liefern, vorher ist niemand da',
    '1001;05.11.2026;Ada Berg;Becher;1,5;9,80;',
    '1002;06.11.2026;Bo Lind;Becher;zwei;9,80;',
    ...Array.from({ length: 9 }, (_, n) => `${String(2_000 + n)};07.11.2026;Cy Moss;Honig;1;6,50;`),
  ];
  await check(page, [csv('auftraege.csv', ...lines)]);
  await page
    .locator('label')
    .filter({ hasText: /^\s*Orders\s*$/ })
    .click();
  await page.getByRole('button', { name: 'Check again' }).click();
  const rows = page
    .getByRole('region', { name: 'How the columns are read: auftraege.csv' })
    .getByRole('table', { name: 'The first rows, as they are read: auftraege.csv' })
    .getByRole('row');
  await expect(rows.filter({ hasText: /Row \d/ })).toHaveCount(6);
  await expect(rows.filter({ hasText: 'Row 2' })).toHaveText(/1001.*5 November 2026|1001.*November 5, 2026/);
  await expect(rows.filter({ hasText: 'Row 2' })).toContainText('1,234.50');
  await expect(rows.filter({ hasText: 'Row 3' })).toHaveText(/November.*2026.*Becher\s*1\.5\s*9\.80/);
  const bad = rows.filter({ hasText: 'Row 4' });
  await expect(bad).toContainText('Left out');
  await expect(bad.getByRole('cell').filter({ hasText: 'zwei' })).toContainText('Not a number');
  await accessible(page);
});

test('a column that was chosen wrongly can be chosen again, at once and when it is remembered', async ({
  page,
}) => {
  await openEmptyBook(page);
  const lines = ['Wer,Wo,Notiz', 'Ada Berg,Kiel,pays late', 'Bo Lind,Graz,by phone'];
  await check(page, [csv('people.csv', ...lines)]);
  await page.getByText('Customers', { exact: true }).last().click();
  await page.getByLabel('Name', { exact: true }).selectOption('Wo');
  await page.getByRole('button', { name: 'Check again' }).click();
  const read = page.getByRole('region', { name: 'How the columns are read: people.csv' });
  await expect(read.getByText('Wo', { exact: true })).toBeVisible();

  await page.reload();
  await check(page, [csv('people.csv', ...lines)]);
  await expect(read.getByText('is read as you said, this time and the next')).toBeVisible();
  await read.getByRole('button', { name: 'Change the columns' }).click();
  const begin = page.getByRole('button', { name: 'Import 2 customers' });
  await expect(begin).toBeDisabled();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Wo');
  await page.getByLabel('Name', { exact: true }).selectOption('Wer');
  await page.getByRole('button', { name: 'Check again' }).click();
  await expect(read.getByText('Wer', { exact: true })).toBeVisible();
  await begin.click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await page.goto('./#/customers');
  await expect(page.getByRole('link', { name: /Ada Berg/ })).toBeVisible();
});

test('a file that was not meant is left out, and the others are read as before @phone', async ({ page }) => {
  await openEmptyBook(page);
  await check(page, [
    csv('customers.csv', 'customerID,companyName,contactName', 'ALFKI,Alfreds,Maria Anders'),
    csv('old.csv', 'productID,productName,unitPrice,unitsInStock', '1,Chai,18.00,39'),
    csv('employees.csv', 'LastName,FirstName', 'Davolio,Nancy'),
  ]);
  const begin = page.getByRole('button', { name: /^Import \d/ });
  await expect(begin).toHaveText('Import 1 customer, 1 product');
  await page.getByRole('button', { name: 'Leave out old.csv' }).click();
  await expect(begin).toHaveText('Import 1 customer');
  await page.getByRole('button', { name: 'Leave this file out' }).click();
  await expect(page.getByText('This table was not recognized.')).toBeHidden();
  // The last one is what was to be read.
  await expect(page.getByRole('button', { name: /Leave (this|out)/ })).toHaveCount(0);
  await begin.click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await expect.poll(() => held(page)).toEqual({ orders: 0, products: 0, customers: 1 });
});
