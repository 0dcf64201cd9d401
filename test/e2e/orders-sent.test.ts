import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, give, idOf, openOwnBook, placeOrder } from './own-book.ts';

/** Many orders sent at once: what is there of each, with what was noted for whoever packs in sight. */
const PRICE = { unitPrice: 100_000, taxRate: 19_000 };

const stub = (page: Page, number: string) =>
  page.getByRole('region', { name: 'Orders', exact: true }).getByRole('link', { name: new RegExp(number) });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected orders' });
const dialog = (page: Page) => page.getByRole('dialog');

/** Thousandths of each line that have left. */
const shipped = async (page: Page, name: string): Promise<readonly number[]> => {
  const order = await ask<{ lines: { shipped: number }[] }>(page, 'OrderDetails', { orderId: idOf(name) });
  return order.lines.map((line) => line.shipped);
};

/** The first can go, the second has one of its three jugs and no vase there, the third nothing at all. */
test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [
    { ...PRICE, name: 'Mug', stock: 9_000 },
    { ...PRICE, name: 'Jug', stock: 1_000, policy: 'allow' },
    { ...PRICE, name: 'Vase', stock: 0, policy: 'allow' },
  ]);
  await placeOrder(page, 'one', { lines: { Mug: 2 } });
  await placeOrder(page, 'two', { lines: { Jug: 3, Vase: 1 } });
  await placeOrder(page, 'three', { lines: { Vase: 2 } });
  await give(page, 'AddNote', { orderId: idOf('two'), text: 'Wrap it as a present' });
  await give(page, 'AddNote', { orderId: idOf('one'), text: 'Thank you', forCustomer: true });
  await ask(page, 'OrderDetails', { orderId: idOf('two') });
  await page.goto('./#/orders?tab=to-ship');
  await expect(stub(page, 'A-1001')).toBeVisible();
});

const select = async (page: Page, ...numbers: readonly string[]): Promise<void> => {
  await stub(page, numbers[0] ?? '').focus();
  for (const number of numbers) {
    await stub(page, number).focus();
    await page.keyboard.press('x');
  }
  await expect(bar(page)).toContainText(`${String(numbers.length)} selected`);
};

test('what waits for stock stays, and it is said how many orders stay with it', async ({ page }) => {
  await select(page, 'A-1003', 'A-1002', 'A-1001');
  await bar(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog(page)).toContainText('Ship 3 orders?');
  await expect(dialog(page).getByText('A-1002 Wrap it as a present')).toBeVisible();
  await expect(dialog(page)).not.toContainText('Thank you');
  await expect(dialog(page)).toContainText('1 order stays partly open: the rest waits for stock.');
  await expect(dialog(page)).toContainText('1 order is left out: nothing of it is there yet.');
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Ship', exact: true }).click();
  const told = page.getByRole('dialog', { name: '2 of 3 done' });
  await expect(told).toContainText('A-1003 Nothing of it is there yet.');
  await told.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.getByText('2 orders shipped · 1 order stays partly open')).toBeVisible();
  expect(await shipped(page, 'one')).toEqual([2_000]);
  expect(await shipped(page, 'two')).toEqual([1_000, 0]);
  expect(await shipped(page, 'three')).toEqual([0]);

  // Of the one that has nothing there all the same, once somebody says so.
  await page.keyboard.press('Escape');
  await select(page, 'A-1003');
  await bar(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog(page).getByRole('button', { name: 'Ship', exact: true })).toBeDisabled();
  await dialog(page).getByText('All that is left', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(page.getByText('1 order shipped', { exact: true })).toBeVisible();
  expect(await shipped(page, 'three')).toEqual([2_000]);
});

test('what is to be read first is read before packing too; else it is packed at once @phone', async ({
  page,
}) => {
  await select(page, 'A-1002', 'A-1001');
  await bar(page).getByRole('button', { name: 'Pack', exact: true }).click();
  await expect(dialog(page)).toContainText('Pack 2 orders?');
  await expect(dialog(page).getByText('A-1002 Wrap it as a present')).toBeVisible();
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await stub(page, 'A-1002').focus();
  await page.keyboard.press('x');
  await bar(page).getByRole('button', { name: 'Pack', exact: true }).click();
  await expect(page.getByText('1 order packed', { exact: true })).toBeVisible();
});
