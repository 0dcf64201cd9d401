import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

/** Money on an order, from its draft on; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

const dialog = (page: Page) => page.getByRole('dialog');

const confirm = async (page: Page, button: string): Promise<void> => {
  await dialog(page).getByRole('button', { name: button }).click();
  await expect(dialog(page)).toHaveCount(0);
};

const comesTo = (page: Page, wanted: Readonly<Record<string, string>>) =>
  expect.poll(() => sums(page)).toMatchObject(wanted);

test('a deposit on a draft, with change, a second like it, one made void, and the rest when placed @phone', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = idOf('deposit');
  const line = { lineId: idOf('deposit/Mug'), productId: idOf('Mug'), quantity: 3_000 };
  await give(page, 'CreateDraft', { orderId, lines: [line] });
  await page.goto(`./#/orders/${orderId}`);
  for (const button of ['Take €10.00', 'Take €10.00 anyway']) {
    await page.getByRole('button', { name: 'Take a deposit' }).click();
    await dialog(page).getByRole('textbox', { name: 'Amount' }).fill('10');
    await dialog(page)
      .getByRole('textbox', { name: /Customer gives/ })
      .fill('20');
    await expect(dialog(page).getByText('€10.00', { exact: true })).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: button, exact: true })).toBeVisible();
    await accessible(page);
    await confirm(page, button);
    await expect(page.getByRole('button', { name: 'Pay back' })).toBeVisible();
  }
  const voids = page.getByRole('button', { name: 'Make void: €10.00' });
  await expect(voids).toHaveCount(2);
  await voids.first().click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Booked twice');
  await confirm(page, 'Make void');
  await expect(page.getByText('Void: Booked twice')).toBeVisible();
  await page.getByRole('button', { name: /^Place order/ }).click();
  // 3 mugs at 12.00 are 36.00; of the two deposits one stands.
  await openOrder(page, 'A-1001', orderId);
  await comesTo(page, { Total: '€36.00', Paid: '−10.00', 'To pay': '€26.00' });
});

test('what was due before today says so until it is paid', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'late', { lines: { Mug: 1 } });
  await give(page, 'ReviseOrder', {
    ...{ orderId, baseRevision: 0, reason: 'Was due' },
    changes: { dates: { dueOn: '2020-01-31' } },
  });
  await openOrder(page, 'A-1001', orderId);
  await expect(sheet(page).getByText('Overdue', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /A-1001.*€12\.00 overdue/ })).toBeVisible();
  await accessible(page);
  await give(page, 'RecordPayment', {
    ...{ orderId, paymentId: crypto.randomUUID(), method: 'card', amount: 1_200 },
  });
  await expect(sheet(page).getByText('Overdue', { exact: true })).toHaveCount(0);
});
