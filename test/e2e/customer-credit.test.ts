import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

/** Ada paid for mugs that never came, and has that much to spend; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const comesTo = (page: Page, wanted: Readonly<Record<string, string>>) =>
  expect.poll(() => sums(page)).toMatchObject(wanted);
const main = (page: Page) => page.getByRole('main');

test.beforeEach(async ({ page }) => {
  // What is taken now is to be of today when the report is read.
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG]);
  for (const name of ['Ada', 'Bob']) await give(page, 'CreateCustomer', { customerId: idOf(name), name });
  // 2 mugs: 24.00, paid by card, and off.
  const off = { orderId: await placeOrder(page, 'off', { customer: 'Ada', lines: { Mug: 2 } }) };
  await give(page, 'RecordPayment', { ...off, paymentId: idOf('card'), method: 'card', amount: 2_400 });
  await give(page, 'CancelOrder', { ...off, reason: 'Sold out' });
  // 1 mug: 12.00, of which 5.00 too much was paid.
  const over = { orderId: await placeOrder(page, 'over', { customer: 'Ada', lines: { Mug: 1 } }) };
  await give(page, 'RecordPayment', { ...over, paymentId: idOf('cash'), method: 'cash', amount: 1_700 });
  await placeOrder(page, 'next', { customer: 'Ada', lines: { Mug: 3 } });
  await placeOrder(page, 'bobs', { customer: 'Bob', lines: { Mug: 1 } });
});

test('a customer’s credit is seen, spent on another order, and told on the statement', async ({ page }) => {
  await page.goto('./#/customers');
  const inList = page.getByRole('list', { name: 'List of customers' });
  await expect(inList.getByRole('listitem').filter({ hasText: 'Ada' })).toContainText('Owes €7.00');
  await expect(inList.getByRole('listitem').filter({ hasText: 'Bob' })).toContainText('Owes €12.00');
  await page.goto(`./#/customers/${idOf('Ada')}`);
  // 24.00 + 5.00 to spend; with the 36.00 of the next order she owes 7.00.
  const figures = main(page).locator('dl').first();
  await expect(figures).toContainText(/Credit to spend\s*€29\.00/);
  await expect(figures).toContainText('Of A-1001, A-1002');
  await expect(figures).toContainText('€7.00');
  await accessible(page);

  await openOrder(page, 'A-1003', idOf('next'));
  await sheet(page).getByRole('button', { name: 'Take payment' }).first().click();
  await expect(dialog(page).getByText('Ada has €29.00 of credit.')).toBeVisible();
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Use €29.00' }).click();
  await expect(dialog(page).getByRole('radio', { name: 'Credit' })).toBeFocused();
  await expect(dialog(page).getByRole('radio', { name: 'Credit' })).toBeChecked();
  await expect(dialog(page).getByText('Ada has')).toHaveCount(0);
  const amount = dialog(page).getByRole('textbox', { name: 'Amount' });
  await expect(amount).toHaveValue('29.00');
  await expect(dialog(page).getByText('€29.00 of credit, from A-1001, A-1002.')).toBeVisible();
  await amount.fill('30');
  await expect(dialog(page).getByText('No more than €29.00 can be paid with credit.')).toBeVisible();
  await accessible(page);
  // All of A-1001, and 1.00 of A-1002.
  await amount.fill('25');
  await dialog(page).getByRole('button', { name: 'Take €25.00' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await comesTo(page, { Total: '€36.00', Paid: '−25.00', 'To pay': '€11.00' });
  await expect(sheet(page).getByText('From A-1001')).toBeVisible();
  await expect(sheet(page).getByText('You paid €24.00 out of the customer’s credit')).toBeVisible();

  await page.goto(`./#/print/statement/${idOf('Ada')}`);
  const statement = page.getByRole('article', { name: 'Statement' });
  const row = (name: RegExp) => statement.getByRole('row', { name });
  await expect(row(/A-1001 · Credit spent on A-1003/)).toContainText('24.00');
  await expect(row(/A-1002 · Credit spent on A-1003/)).toContainText('1.00');
  await expect(row(/A-1003 · Paid with credit of A-1001/)).toContainText('−24.00');
  // Nothing changed as a whole: 11.00 to pay, 4.00 to give back.
  const open = statement.getByRole('table', { name: 'Open orders' });
  await expect(open.getByRole('row', { name: /A-1003/ })).toContainText('€11.00');
  await expect(open.getByRole('row', { name: /A-1002/ })).toContainText('−€4.00');
  await expect(open.getByRole('row', { name: /A-1001/ })).toHaveCount(0);
  await expect(statement).toContainText('€7.00');

  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  // 24.00 by card, 17.00 in cash: what is spent was taken once.
  await expect(main(page).locator('dl').first()).toContainText('Takings €41.00');
  await expect(page.getByRole('table', { name: 'Takings by method' })).not.toContainText('credit');
});

test('credit that was spent on the wrong order goes back where it was', async ({ page }) => {
  const from = [{ orderId: idOf('off'), paymentId: idOf('p'), refundId: idOf('r'), amount: 2_400 }];
  await give(page, 'SpendCredit', { orderId: idOf('next'), from });
  await openOrder(page, 'A-1003', idOf('next'));
  await sheet(page).getByRole('button', { name: 'Make void: €24.00' }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('For the other order');
  await dialog(page).getByRole('button', { name: 'Make void' }).click();
  await comesTo(page, { 'To pay': '€36.00' });
  await openOrder(page, 'A-1001', idOf('off'));
  await comesTo(page, { 'To refund': '€24.00' });
  // By the money, and in the history.
  await expect(sheet(page).getByText('On A-1003', { exact: true })).toHaveCount(2);
  await expect(sheet(page).getByText('Back from A-1003')).toBeVisible();
  // The card's payment may still be void, the credit that came back may not.
  await expect(sheet(page).getByRole('button', { name: 'Make void: €24.00' })).toHaveCount(1);
  await choose(page, 'Money', 'Pay back');
  await expect(dialog(page).getByRole('radio', { name: 'Card' })).toBeChecked();
});

test('what a customer has to spend is offered while they are served, and no order is refunded by it @phone', async ({
  page,
}) => {
  // 3 mugs: 36.00, of which 29.00 are there.
  const orderId = idOf('served');
  await give(page, 'CreateDraft', {
    ...{ orderId, customerId: idOf('Ada') },
    lines: [{ lineId: idOf('served/Mug'), productId: idOf('Mug'), quantity: 3_000 }],
  });
  await page.goto(`./#/orders/${orderId}`);
  await expect(sheet(page).getByText('Ada has €29.00 of credit.')).toBeVisible();
  await accessible(page);
  await sheet(page).getByRole('button', { name: 'Use €29.00' }).click();
  await expect(sheet(page).getByText('Ada has')).toHaveCount(0);
  await expect(sheet(page).getByText('From A-1001')).toBeVisible();
  await expect(sheet(page).getByText('From A-1002')).toBeVisible();
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(page.locator('.toast').last()).toContainText('A-1005');
  await openOrder(page, 'A-1005', orderId);
  await comesTo(page, { Total: '€36.00', Paid: '−36.00' });

  // What was paid too much is spent: the order is paid, and nothing of it was refunded.
  await openOrder(page, 'A-1002', idOf('over'));
  await expect(sheet(page).getByText('Paid', { exact: true }).first()).toBeVisible();
  await expect(sheet(page).getByText(/refunded/i)).toHaveCount(0);
  await expect(sheet(page).getByText('Credit spent')).toBeVisible();
});

test('nobody spends the credit of somebody else', async ({ page }) => {
  await openOrder(page, 'A-1004', idOf('bobs'));
  await sheet(page).getByRole('button', { name: 'Take payment' }).first().click();
  await expect(dialog(page).getByText('Transfer')).toBeVisible();
  await expect(dialog(page).getByText('Credit', { exact: true })).toHaveCount(0);
});
