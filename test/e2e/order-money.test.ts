import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import {
  give,
  idOf,
  noonOf,
  openOrder,
  openOwnBook,
  placeOrder,
  receivedAt,
  sheet,
  sums,
} from './own-book.ts';

/** Money on an order, from its draft on; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

const dialog = (page: Page) => page.getByRole('dialog');

const confirm = async (page: Page, button: string, reason?: string): Promise<void> => {
  if (reason !== undefined) await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
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

test('what a bank statement tells of is booked on the day on which it came @phone', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'statement', { lines: { Mug: 3 } });
  await openOrder(page, 'A-1001', orderId);
  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  const received = dialog(page).getByLabel('Received on');
  await expect(dialog(page).getByRole('textbox', { name: 'Amount' })).toHaveValue('36.00');
  await expect(received).toHaveCount(0);
  await dialog(page).getByText('Transfer', { exact: true }).click();
  await expect(received).toHaveValue(/^2\d{3}-/);
  await received.fill('2999-01-05');
  await expect(dialog(page).getByText('Give the day on which it came')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Amount' }).fill('10');
  await dialog(page).getByRole('button', { name: 'Take €10.00' }).click();
  await expect(received).toBeVisible();
  await received.fill('2026-01-05');
  await accessible(page);
  await confirm(page, 'Take €10.00');
  await comesTo(page, { Paid: '−10.00', 'To pay': '€26.00' });
  await expect(
    sheet(page)
      .getByText(/January 5|Jan 5/)
      .first(),
  ).toBeVisible();
  expect(await receivedAt(page)).toEqual([noonOf('2026-01-05')]);
});

test('what was invoiced is paid through the bank, unless somebody says otherwise', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  const way = (name: string) => dialog(page).getByRole('radio', { name, exact: true });
  const orderId = await placeOrder(page, 'billed', { lines: { Mug: 1 } });
  await openOrder(page, 'A-1001', orderId);
  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  await expect(way('Cash')).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await give(page, 'IssueInvoice', { orderId, invoiceId: idOf('billed/invoice') });
  await expect(sheet(page).getByText('INV-1001').first()).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  await expect(way('Transfer')).toBeChecked();
  await expect(dialog(page).getByLabel('Received on')).toBeVisible();
  await accessible(page);
  await confirm(page, 'Take €12.00');
  await comesTo(page, { Paid: '−12.00', Settled: '€0.00' });
});

test('what is owed stands in the form for a payment, also when some of it comes in meanwhile', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'meanwhile', { lines: { Mug: 3 } });
  const pay = (amount: number) =>
    give(page, 'RecordPayment', { orderId, paymentId: crypto.randomUUID(), method: 'card', amount });
  await openOrder(page, 'A-1001', orderId);
  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  const amount = dialog(page).getByRole('textbox', { name: 'Amount' });
  await expect(amount).toHaveValue('36.00');
  await pay(1_000);
  await expect(amount).toHaveValue('26.00');
  // What somebody has typed is theirs.
  await amount.fill('5');
  await pay(100);
  await comesTo(page, { 'To pay': '€25.00' });
  await expect(amount).toHaveValue('5');
  await confirm(page, 'Take €5.00');
  await comesTo(page, { Paid: '−16.00', 'To pay': '€20.00' });

  await give(page, 'GrantCredit', {
    orderId,
    creditId: crypto.randomUUID(),
    amount: 3_000,
    reason: 'A dent',
  });
  await sheet(page).getByRole('button', { name: 'Pay back', exact: true }).click();
  await expect(amount).toHaveValue('10.00');
  await give(page, 'PayRefund', {
    ...{ orderId, refundId: crypto.randomUUID(), method: 'card', amount: 200, reason: 'A dent' },
  });
  await expect(amount).toHaveValue('8.00');
  await confirm(page, 'Pay back €8.00', 'A dent');
  await comesTo(page, { Settled: '€0.00' });
});

test('what is invoiced before it is shipped waits for both, and for the money until it is paid', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'account', { lines: { Mug: 2 } });
  await placeOrder(page, 'not asked to pay', { lines: { Mug: 1 } });
  const tab = (name: string, orders: number) =>
    page.getByRole('link', { name: new RegExp(`^${name} ?${String(orders)}$`) });
  const stub = page.locator('main').getByRole('link', { name: /A-1001/ });
  await page.goto('./#/orders?tab=to-pay');
  await expect(page.getByText('Nothing to pay', { exact: true })).toBeVisible();
  await give(page, 'IssueInvoice', { orderId, invoiceId: idOf('invoice') });
  await expect(stub).toContainText('€24.00 to pay');
  await expect(tab('To pay', 1)).toBeVisible();
  await tab('To ship', 2).click();
  await expect(stub).toContainText('To ship');
  await give(page, 'ShipItems', {
    ...{ orderId, fulfilmentId: idOf('part') },
    lines: [{ lineId: idOf('account/Mug'), quantity: 1_000 }],
  });
  await expect(stub).toContainText('Partly shipped');
  await tab('To pay', 1).click();
  await expect(stub).toContainText('€24.00 to pay');
  await give(page, 'RecordPayment', { orderId, paymentId: idOf('paid'), method: 'card', amount: 2_400 });
  await expect(page.getByText('Nothing to pay', { exact: true })).toBeVisible();
  await expect(tab('All', 2)).toBeVisible();
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
