import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 119_000, taxRate: 19_000, stock: 10_000 };
const TEA = { name: 'Tea', unitPrice: 53_500, taxRate: 7_000, stock: 10_000 };
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 10_000 };

const list = (page: Page) => page.getByRole('list', { name: 'What happened, newest first' });
const all = (page: Page) => list(page).getByRole('button', { name: /^Undo all of it: / });

const changePrices = async (page: Page): Promise<void> => {
  await page.goto('./#/products/prices');
  await page.getByRole('textbox', { name: 'How much' }).fill('5');
  await page.getByRole('button', { name: 'Change the prices' }).click();
  await expect(page.getByText('3 prices changed')).toBeVisible();
};

const price = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) });

test('what was done in one go is taken back from the activity, long after; what changed since stays @phone', async ({
  page,
}) => {
  await openOwnBook(page, [MUG, TEA, JUG]);
  await changePrices(page);
  // Something else is the last that was done.
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  await give(page, 'ChangeProduct', { productId: idOf('Tea'), unitPrice: 60_000 });
  await page.goto('./#/activity');
  await expect(all(page)).toHaveCount(1);
  await all(page).click();
  const dialog = page.getByRole('dialog', { name: 'Undo all that was done in one go?' });
  await expect(dialog).toContainText('What can’t go back any more stays as it is');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);

  await all(page).click();
  await dialog.getByRole('button', { name: 'Undo all of it' }).click();
  await expect(page.getByText('2 of 3 taken back.')).toBeVisible();
  await expect(all(page)).toHaveCount(0);
  await page.goto('./#/products/prices');
  await expect(price(page, 'Mug')).toContainText('€11.90');
  await expect(price(page, 'Jug')).toContainText('€25.00');
  await expect(price(page, 'Tea')).toContainText('€6.00');
});
