import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

/** A small day of trade whose report is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 119_000, taxRate: 19_000, stock: 100_000 };
const TEA = { name: 'Tea', unitPrice: 53_500, taxRate: 7_000, stock: 100_000 };

const table = (page: Page, name: string) => page.getByRole('table', { name });

const pay = (page: Page, name: string, method: string, amount: number) =>
  give(page, 'RecordPayment', { orderId: idOf(name), paymentId: crypto.randomUUID(), method, amount });

test('say what was sold, taken, owed and what tax is in it @phone', async ({ page }) => {
  await openOwnBook(page, [MUG, TEA]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  // 2 × 11.90 + 1 × 5.35 = 29.15, of which tax 3.80 + 0.35
  await placeOrder(page, 'one', { customer: 'Ada', lines: { Mug: 2, Tea: 1 } });
  // 4 × 5.35 = 21.40, of which tax 1.40
  await placeOrder(page, 'two', { lines: { Tea: 4 } });
  // 11.90, and off again
  await placeOrder(page, 'three', { customer: 'Ada', lines: { Mug: 1 } });
  await pay(page, 'one', 'card', 2_000);
  await pay(page, 'two', 'cash', 2_140);
  await give(page, 'CancelOrder', { orderId: idOf('three'), reason: 'Changed their mind' });
  // 5.00 of 29.15 off: the mugs bear 5 × 23.80/29.15 = 4.08, of which tax 0.65; the tea 0.92, of which 0.06.
  await give(page, 'RefundNow', {
    ...{ orderId: idOf('one'), creditId: crypto.randomUUID(), refundId: crypto.randomUUID() },
    ...{ amount: 500, method: 'card', reason: 'A dent' },
  });

  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  const figures = page.getByRole('main').locator('dl').first();
  // 29.15 + 21.40 − 5.00
  await expect(figures).toContainText('Sales €45.55');
  await expect(figures).toContainText('Orders 2');
  await expect(figures).toContainText('Average order €22.78');
  // 20.00 + 21.40 − 5.00
  await expect(figures).toContainText('Takings €36.40');
  await expect(figures).toContainText('Credited €5.00');
  await expect(table(page, 'By product').getByRole('row', { name: /Tea/ })).toContainText(/5\s*26\.75/);
  await expect(table(page, 'By product').getByRole('row', { name: /Mug/ })).toContainText(/2\s*23\.80/);
  await expect(table(page, 'By customer').getByRole('row', { name: /Ada/ })).toContainText(/1\s*24\.15/);
  await expect(table(page, 'Takings by method').getByRole('row', { name: /Card/ })).toContainText('15.00');
  // Tea: 25.00 − 0.86 net, 1.75 − 0.06 tax; mugs: 20.00 − 3.43 net, 3.80 − 0.65 tax.
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /7%/ })).toContainText(/24\.14\s*1\.69/);
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /19%/ })).toContainText(/16\.57\s*3\.15/);
  // 29.15 − 5.00 credited − 15.00 paid
  await expect(table(page, 'Orders to be paid').getByRole('row', { name: /A-1001/ })).toContainText('9.15');

  const file = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of By customer' }).click();
  const saved = await file;
  expect(saved.suggestedFilename()).toBe('By customer.csv');
  expect(await readFile(await saved.path(), 'utf8')).toContain('Ada Lovelace,1,24.15\r\n');

  await accessible(page);

  await placeOrder(page, 'four', { lines: { Tea: 2 } });
  await expect(figures).toContainText('Sales €56.25');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last month');
  await expect(figures).toContainText('Sales €0.00');
});
