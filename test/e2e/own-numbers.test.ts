import { expect, test, type Page } from '@playwright/test';
import { examine } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { hire, switchTo } from './staff.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };

const invoiced = async (page: Page, name: string): Promise<string> => {
  const orderId = await placeOrder(page, name, { lines: { Mug: 1 } });
  await give(page, 'IssueInvoice', { orderId, invoiceId: idOf(`${name}/invoice`) });
  return page.evaluate(async (id) => {
    const { answer } = await window.counterfoil.query('OrderDetails', { orderId: id });
    return (answer as { invoices: { number: string }[] }).invoices[0]?.number ?? '';
  }, orderId);
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });

test('a seller goes on with the numbers of another program, on this device and the next', async ({
  page,
  context,
  browser,
}, info) => {
  await openOwnBook(page, [MUG]);
  expect(await invoiced(page, 'before')).toBe('INV-1001');
  await page.goto('./#/settings');
  await expect(page.getByText('The next invoice will be INV-1002.')).toBeVisible();
  const prefix = field(page, 'Invoices begin with');
  const next = field(page, 'Next invoice number');
  const save = page.getByRole('button', { name: 'Save numbers' });
  await expect(save).toBeDisabled();
  await next.fill('1001');
  await expect(page.getByText('INV-1001 was given already. Go on with INV-1002 or later.')).toBeVisible();
  await next.fill('1005');
  await expect(page.getByText(/INV-1002 to INV-1004 will never be given/)).toBeVisible();
  await prefix.fill('R-2026-');
  await next.fill('0417');
  await expect(page.getByText('The next invoice will be R-2026-0417.')).toBeVisible();
  await examine(page);
  // What is typed and not saved is there again.
  await page.reload();
  await expect(next).toHaveValue('0417');
  await save.click();
  await expect(page.getByText('Settings saved')).toBeVisible();

  const other = await context.newPage();
  await other.goto('./#/settings');
  await expect(other.getByText('The next invoice will be R-2026-0417.')).toBeVisible();
  expect(await invoiced(page, 'first')).toBe('R-2026-0417');
  // The other tab hears of it, and what it refuses is what it says.
  await expect(other.getByText('The next invoice will be R-2026-0418.')).toBeVisible();
  const late = await other.evaluate(() =>
    window.counterfoil.dispatch('SetNumbering', { invoice: { prefix: 'R-2026-', next: 417, digits: 4 } }),
  );
  expect(late).toMatchObject({ status: 'rejected', rejection: { code: 'number-taken' } });
  await field(other, 'Invoices begin with').fill('R-2026-0');
  await other.getByRole('button', { name: 'Save numbers' }).click();
  await expect(other.getByText(/Numbers beginning with “R-2026-” were given already/)).toBeVisible();
  await other.close();

  await page.goto('./#/activity');
  const line = page.getByRole('listitem').filter({ hasText: 'set the next number' });
  await expect(line).toContainText('The next invoice will be R-2026-0417.');

  await page.goto('./#/settings');
  await page.getByRole('main').getByRole('button', { name: 'Make a backup' }).click();
  const making = page.getByRole('dialog', { name: 'Make a backup' });
  await making.getByText('for anybody', { exact: true }).click();
  const download = page.waitForEvent('download');
  await making.getByRole('button', { name: 'Make a backup' }).click();
  const path = info.outputPath('book.counterfoil');
  await (await download).saveAs(path);

  const elsewhere = await browser.newContext();
  const device = await elsewhere.newPage();
  await device.goto('./');
  await device.getByRole('button', { name: /Open a backup/ }).click();
  const opening = device.getByRole('dialog', { name: 'Open a backup' });
  await opening.getByLabel('Choose the file').setInputFiles(path);
  await opening.getByRole('button', { name: 'Open this backup' }).click();
  await expect(device.getByText('Last backup: today')).toBeVisible({ timeout: 60_000 });
  await device.goto('./#/settings');
  await expect(device.getByText('The next invoice will be R-2026-0418.')).toBeVisible();
  expect(await invoiced(device, 'restored')).toBe('R-2026-0418');
  await elsewhere.close();
});

test('whoever may not change the settings reads them, and is told who may', async ({ page }) => {
  await openOwnBook(page, []);
  await hire(page, 'owner', 'manager');
  await switchTo(page, 'manager');
  await page.goto('./#/settings');
  await expect(page.getByText('Only an owner may change them.')).toHaveCount(3);
  for (const name of ['Name of your business', 'Next order number', 'Invoices begin with'])
    await expect(field(page, name)).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'include tax' })).toBeDisabled();
  await expect(page.getByRole('combobox', { name: 'Currency' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Choose a picture' })).toBeDisabled();
  // What is the device's own stays everybody's.
  await expect(page.getByRole('combobox', { name: 'Language' })).toBeEnabled();
  await examine(page);
  await page.goto('./#/activity');
  await switchTo(page, 'owner');
  await page.goto('./#/settings');
  await expect(field(page, 'Next order number')).toBeEnabled();
});

test('orders numbered with # are found and printed by it', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await page.goto('./#/settings');
  await field(page, 'Orders begin with').fill('#');
  await expect(page.getByText('The next order will be #1001.')).toBeVisible();
  await examine(page);
  await page.getByRole('button', { name: 'Save numbers' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  const orderId = await placeOrder(page, 'hash', { lines: { Mug: 1 } });
  await page.goto('./#/orders');
  await expect(page.getByRole('link', { name: /#1001/ })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'What are you looking for?' }).fill('#1001');
  await page.getByRole('option', { name: /#1001/ }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('#1001', { exact: true })).toBeVisible();
  await page.goto(`./#/print/packing-slip/${orderId}`);
  await expect(page.getByRole('heading', { name: /#1001/ })).toBeVisible();
});
