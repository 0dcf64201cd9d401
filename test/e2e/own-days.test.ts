import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook } from './own-book.ts';

// In Auckland a day begins at eleven in the morning of UTC's day before: what is booked then is of the new day.
test.use({ timezoneId: 'Pacific/Auckland' });

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };

/** Takes and pays an order at instants of long ago. */
const traded = async (page: Page, name: string, { placed, paid }: Record<'placed' | 'paid', string>) => {
  const orderId = idOf(name);
  const lines = [{ lineId: crypto.randomUUID(), productId: idOf('Mug'), quantity: 1_000 }];
  await give(page, 'CreateDraft', { orderId, customerId: idOf('Ada'), lines }, placed);
  await give(page, 'SubmitOrder', { orderId }, placed);
  const payment = { paymentId: crypto.randomUUID(), method: 'card', amount: 500 };
  await give(page, 'RecordPayment', { orderId, ...payment }, paid);
};

test('a statement and what was owed go by the days of whoever looks', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada' });
  // Placed in the evening of the 10th, paid in part after midnight: on the 11th, which is still the 10th in UTC.
  await traded(page, 'days', { placed: '2025-11-10T10:30:00.000Z', paid: '2025-11-10T11:30:00.000Z' });

  await page.goto(`./#/print/statement/${idOf('Ada')}`);
  const statement = page.getByRole('article', { name: 'Statement' });
  const row = (name: RegExp) => statement.getByRole('row', { name });
  await expect(row(/A-1001 · Order/)).toContainText(/November 10, 2025.*12\.00\s*12\.00/);
  await expect(row(/Payment, Card/)).toContainText(/November 11, 2025.*−5\.00\s*7\.00/);
  await page.getByLabel('To').fill('2025-11-10');
  await expect(row(/Payment, Card/)).toHaveCount(0);
  const open = statement.getByRole('table', { name: 'Open orders' });
  await expect(open.getByRole('row', { name: /A-1001/ })).toContainText(/November 10, 2025\s*€12\.00/);
  await page.getByLabel('From').fill('2025-11-11');
  await page.getByLabel('To').fill('2025-11-11');
  await expect(row(/Carried over/)).toContainText('12.00');
  await expect(row(/Payment, Card/)).toContainText(/−5\.00\s*7\.00/);

  await page.goto('./#/reports?report=owed');
  const owed = (title: string) =>
    page.getByRole('table', { name: title }).getByRole('row', { name: /^A-1001/ });
  await expect(owed('Orders to be paid')).toContainText(/Nov 10, 2025.*7\.00/);
  for (const [day, amount] of [
    ['2025-11-10', '12.00'],
    ['2025-11-11', '7.00'],
  ] as const) {
    await page.getByLabel('Owed at the end of').fill(day);
    const title = `Orders to be paid on Nov ${day.slice(-2)}, 2025`;
    await expect(owed(title)).toContainText(amount);
  }
  await accessible(page);
  await page.getByLabel('Owed at the end of').fill('2025-11-09');
  await expect(owed('Orders to be paid on Nov 9, 2025')).toHaveCount(0);
});

test('a backup’s file is named by the clock of the device', async ({ page }) => {
  await openOwnBook(page, []);
  await page.goto('./#/settings');
  await page.getByRole('main').getByRole('button', { name: 'Make a backup' }).click();
  const dialog = page.getByRole('dialog', { name: 'Make a backup' });
  await dialog.getByText('for anybody', { exact: true }).click();
  const clock = () =>
    page.evaluate(() => {
      const now = new Date();
      const two = (figure: number) => String(figure).padStart(2, '0');
      const day = `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
      return `${day}-${two(now.getHours())}${two(now.getMinutes())}`;
    });
  const before = await clock();
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Make a backup' }).click();
  const name = (await download).suggestedFilename();
  const shown = /^test-shop-(\d{4}-\d\d-\d\d-\d{4})-0-orders\.counterfoil$/.exec(name)?.[1] ?? name;
  expect([before, await clock()]).toContain(shown);
});
