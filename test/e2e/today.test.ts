import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };
const VASE = { name: 'Vase', unitPrice: 300_000, taxRate: 19_000, stock: 0 };
const DAY_MS = 86_400_000;

test('the day begins with what waits, and each figure opens what is behind it @phone', async ({ page }) => {
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
  // What was taken on this day last week is what today is measured against.
  const lastWeek = new Date(Date.now() - 7 * DAY_MS - 60_000).toISOString();
  const before = await placeOrder(page, 'before', { lines: { Mug: 1 } });
  await give(
    page,
    'RecordPayment',
    { orderId: before, paymentId: idOf('then'), method: 'card', amount: 1_200 },
    lastWeek,
  );

  const main = page.getByRole('main');
  const stat = (name: string) => main.locator('.stat').filter({ hasText: name });
  await expect(stat('Taken today')).toContainText('€24.00');
  await expect(stat('Taken today')).toContainText(/€12\.00 by this time last/);
  await expect(stat('Sold today')).toContainText('€66.00');
  await expect(stat('Orders today')).toContainText('3');
  await expect(main.getByRole('region', { name: 'Promised, but not there' })).toContainText('Vase');
  await accessible(page);

  const packing = main.getByRole('region', { name: 'To pack and ship' });
  await packing.getByRole('link', { name: /A-1001/ }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
  await page.goBack();
  await stat('Taken today').getByRole('link').click();
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('today');
});
