import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

test('an order is seen as it stood at any moment, and nothing can be done to it there @phone', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'two mugs', { lines: { Mug: 2 } });
  const allocation = () =>
    page.evaluate(async (id) => {
      const { answer } = await window.counterfoil.query('OrderDetails', { orderId: id });
      return (answer as { allocation?: string } | undefined)?.allocation;
    }, orderId);
  await expect.poll(allocation).toBe('reserved');
  await give(page, 'RecordPayment', {
    ...{ orderId, paymentId: idOf('part'), method: 'card', amount: 1_000 },
  });
  await give(page, 'ShipItems', {
    ...{ orderId, fulfilmentId: idOf('box'), lines: [{ lineId: idOf('two mugs/Mug'), quantity: 2_000 }] },
  });
  await openOrder(page, 'A-1001', orderId);
  const order = sheet(page);
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });

  await order.getByRole('button', { name: 'Look back' }).click();
  const slider = page.getByRole('slider', { name: 'What had happened last' });
  await expect(slider).toBeFocused();
  // Before it was sent: paid in part, and nothing to press.
  await expect(slider).toHaveAttribute('aria-valuetext', /You took €10\.00 by card/);
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });
  await expect(order.getByRole('button', { name: /pay/i })).toHaveCount(0);
  await accessible(page);

  await slider.press('ArrowLeft');
  await expect.poll(async () => 'Paid' in (await sums(page))).toBe(false);
  await slider.press('Home');
  await expect(order.getByRole('heading', { level: 1 })).toContainText('A-1001');
  await order.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });
  await expect(slider).toHaveCount(0);
});

test('the stock of an earlier day is what the book knew then', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await placeOrder(page, 'some mugs', { lines: { Mug: 3 } });
  await page.goto('./#/reports');
  const row = page.getByRole('table', { name: 'Stock' }).getByRole('row', { name: /Mug/ });
  await expect(row).toContainText('10');
  await expect(row).toContainText('7');
  await page.getByLabel('Stock at the end of').fill('2020-02-29');
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Stock' })).toContainText('Nothing');
});
