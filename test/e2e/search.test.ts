import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

const MUG = { name: 'Stoneware mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

test('anything in the book is found by a few letters, from everywhere @phone', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Jörg'), name: 'Jörg Müller' });
  await placeOrder(page, 'wedding', { customer: 'Jörg', lines: { 'Stoneware mug': 2 } });
  await page.goto('./#/settings');
  await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'What are you looking for?' });
  await expect(field).toBeFocused();
  await field.fill('muler');
  const options = page.getByRole('listbox', { name: 'Search the book' }).getByRole('option');
  await expect(options).toContainText(['Jörg Müller', 'A-1001']);
  await accessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();

  // What can be done with the order that is open comes first; its dialog takes over.
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'A-1001' }).getByRole('option').first()).toHaveText('Ship');
  await accessible(page);
  await field.fill('hold');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Escape');
  // What can be done from everywhere, and what was done last before the rest.
  await page.keyboard.press('Control+k');
  await field.fill('new cust');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New customer' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('group', { name: 'Used lately' })).toHaveText(/New customer/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Search' }).last().click();
  await field.fill('stonware');
  await expect(options.first()).toContainText('Stoneware mug');
  // What comes into the book meanwhile is found without a reload.
  await give(page, 'CreateProduct', {
    ...{ productId: idOf('Stoneware jug'), name: 'Stoneware jug', unit: 'pcs', unitPrice: 1, taxRate: 0 },
  });
  await placeOrder(page, 'jug', { lines: { 'Stoneware jug': 1 } });
  await field.fill('jug');
  await expect(options).toContainText(['Stoneware jug', 'A-1002']);
  // So is what is called otherwise by now, of which no list of orders tells.
  await give(page, 'ChangeProduct', { productId: idOf('Stoneware jug'), name: 'Porcelain pitcher' });
  await field.fill('porcelain');
  await expect(options).toContainText(['Porcelain pitcher']);
  await page.keyboard.press('Escape');

  await give(page, 'ForgetCustomer', { customerId: idOf('Jörg'), reason: 'Asked for it' });
  await page.keyboard.press('Control+k');
  await field.fill('forgotten');
  await expect(options.first()).toContainText('Forgotten customer');
  await field.fill('müller');
  await expect(page.getByText('Nothing found')).toBeVisible();
  await field.fill('repor');
  await options.first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
});
