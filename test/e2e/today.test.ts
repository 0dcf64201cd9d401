import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };
const VASE = { name: 'Vase', unitPrice: 300_000, taxRate: 19_000, stock: 0 };

test('the day begins with what waits, and each figure opens what is behind it @phone', async ({ page }) => {
  const noon = untilNoon();
  await setClock(page, noon);
  await openOwnBook(page, [MUG]);
  await page.goto('./#/today');
  await expect(page.getByText('Nothing waits')).toBeVisible();
  await accessible(page);

  const product = { unit: 'pcs', unitPrice: VASE.unitPrice, taxRate: VASE.taxRate };
  await give(page, 'CreateProduct', { productId: idOf('Vase'), name: 'Vase', ...product });
  const mugs = await placeOrder(page, 'mugs', { lines: { Mug: 2 } });
  await give(page, 'RecordPayment', {
    ...{ orderId: mugs, paymentId: idOf('all of it'), method: 'cash', amount: 2_400, tendered: 2_400 },
  });
  await placeOrder(page, 'a vase', { lines: { Vase: 1 } });
  await give(page, 'SetReorderLevel', { productId: idOf('Mug'), level: 8_000 });
  // What was taken on this day last week is what today is measured against.
  const lastWeek = new Date(Date.now() + noon - 60_000);
  lastWeek.setDate(lastWeek.getDate() - 7);
  const before = await placeOrder(page, 'before', { lines: { Mug: 1 } });
  await give(
    page,
    'RecordPayment',
    { orderId: before, paymentId: idOf('then'), method: 'card', amount: 1_200 },
    lastWeek.toISOString(),
  );

  const main = page.getByRole('main');
  const stat = (name: string) => main.locator('.stat').filter({ hasText: name });
  await expect(stat('Taken today')).toContainText('€24.00');
  await expect(stat('Taken today')).toContainText(/€12\.00 by this time last/);
  await expect(stat('Sold today')).toContainText('€66.00');
  await expect(stat('Orders today')).toContainText('3');
  await expect(main.getByRole('region', { name: 'Promised, but not there' })).toContainText('Vase');
  await expect(main.getByRole('region', { name: 'Running low' })).toContainText('Mug');
  await accessible(page);

  const packing = main.getByRole('region', { name: 'To pack and ship' });
  const waiting = packing.getByRole('listitem');
  await expect(waiting).toHaveText([/A-1001/, /A-1002/, /A-1003/]);
  await packing.getByRole('link', { name: 'Show all' }).click();
  await expect(page).toHaveURL(/tab=to-ship&sort=date-rising$/);
  await page.goBack();
  await packing.getByRole('link', { name: /A-1001/ }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
  await page.goBack();
  await stat('To pack and ship').getByRole('button', { name: '3' }).click();
  const counted = page.getByRole('dialog');
  await expect(counted.getByRole('row', { name: /A-1002/ })).toContainText('1');
  await expect(counted.getByTestId('comes-to')).toHaveText('3');
  await expect(counted).toContainText('still to be packed or shipped');
  await counted.getByRole('link', { name: 'Show all of them in the list' }).click();
  await expect(page).toHaveURL(/tab=to-ship/);
  await page.goBack();
  await stat('Promised, but not there').getByRole('button', { name: '1' }).click();
  await expect(counted.getByRole('row', { name: /Vase/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await stat('Taken today').getByRole('button').click();
  await page.getByRole('dialog').getByRole('link', { name: 'Order A-1001' }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
});

test('a figure of one digit is pressed anywhere on it and its label @phone-only', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await page.goto('./#/today');
  // Forced: what takes the press is the figure's own, over its label.
  await page.getByText('Orders today', { exact: true }).click({ force: true });
  await expect(page.getByRole('dialog')).toContainText('Orders today');
});
