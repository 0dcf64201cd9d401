import { expect, test, type Page } from '@playwright/test';
import { give, idOf, openOwnBook } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };

test('a draft that two tabs change in the same moment shows in both what it comes to, and is placed at that', async ({
  page,
  context,
}) => {
  await openOwnBook(page, [MUG]);
  const other = await context.newPage();
  const open = async (tab: Page, orderId: string) => {
    await tab.goto(`./#/orders/${orderId}`);
    await expect(tab.getByRole('button', { name: 'Place order · €12.00' })).toBeVisible();
  };
  const type = async (tab: Page, field: 'Quantity' | 'Price', value: string) => {
    await tab.getByRole('textbox', { name: field, exact: true }).fill(value);
    await tab.keyboard.press('Tab');
  };
  for (const name of ['first', 'second', 'third']) {
    const [orderId, lineId] = [idOf(name), crypto.randomUUID()];
    const lines = [{ lineId, productId: idOf('Mug'), quantity: 1_000 }];
    await give(page, 'CreateDraft', { orderId, lines });
    await open(page, orderId);
    await open(other, orderId);
    await Promise.all([type(page, 'Quantity', '5'), type(other, 'Price', '10')]);
    for (const tab of [page, other])
      await expect(tab.getByRole('button', { name: 'Place order · €50.00' })).toBeVisible();
    await other.getByRole('button', { name: 'Place order · €50.00' }).click();
    await expect(other.getByRole('heading', { level: 1, name: /^A-\d+$/ })).toBeVisible();
    await expect(other.getByRole('main').getByText('€50.00').first()).toBeVisible();
  }
});
