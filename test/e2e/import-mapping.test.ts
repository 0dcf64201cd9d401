import { expect, test } from '@playwright/test';
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
