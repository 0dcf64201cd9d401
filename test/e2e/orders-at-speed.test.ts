import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, give, idOf, noonOf, openOwnBook, placeOrder, receivedAt } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 90_000 };

const stub = (page: Page, number: string) =>
  page.getByRole('region', { name: 'Orders', exact: true }).getByRole('link', { name: new RegExp(number) });
const bar = (page: Page) => page.getByRole('region', { name: 'Selected orders' });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo', exact: true });

/** Four orders of one mug each; the second is on hold. */
const openBook = async (page: Page): Promise<void> => {
  await openOwnBook(page, [MUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  for (const name of ['one', 'two', 'three', 'four'])
    await placeOrder(page, name, { customer: 'Ada', lines: { Mug: 1 } });
  await give(page, 'HoldOrder', { orderId: idOf('two'), reason: 'Address is unclear' });
  await page.goto('./#/orders?tab=to-ship');
  await expect(stub(page, 'A-1001')).toBeVisible();
};

test('many orders are gone through by keyboard, done at once and taken back', async ({ page }) => {
  await openBook(page);

  // The keys say what they are.
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Select the order');
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  // Down, down, open; back again the list is where it was.
  await page.keyboard.press('j');
  await expect(stub(page, 'A-1004')).toBeFocused();
  await page.keyboard.press('j');
  await expect(stub(page, 'A-1003')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'A-1003' })).toBeVisible();
  await page.keyboard.press('x');
  await page.goBack();
  await expect(page).toHaveURL(/#\/orders\?tab=to-ship$/);
  await expect(bar(page)).toContainText('1 selected');
  await page.keyboard.press('j');
  await expect(stub(page, 'A-1002')).toBeFocused();
  await page.keyboard.press('j');
  await expect(stub(page, 'A-1001')).toBeFocused();
  await page.keyboard.press('Shift+X');
  await expect(bar(page)).toContainText('3 selected');
  await accessible(page);

  // Packed at once: which can't be is told with why; all of it is taken back at once.
  await bar(page).getByRole('button', { name: 'Pack' }).click();
  const told = page.getByRole('dialog', { name: '2 of 3 done' });
  await expect(told).toContainText('A-1002');
  await expect(told).toContainText('Address is unclear');
  await accessible(page);
  await told.getByRole('button', { name: 'Close' }).last().click();
  // A message leaves by itself, but not while somebody points at it.
  await undo(page).hover();
  await expect(stub(page, 'A-1003')).toContainText('Packed');
  await undo(page).click();
  await expect(page.getByText('Taken back for 2 orders')).toBeVisible();
  await expect(stub(page, 'A-1003')).not.toContainText('Packed');

  // Paid by transfer, each what it owes.
  await bar(page).getByRole('button', { name: 'Mark as paid' }).click();
  await expect(page.getByRole('dialog')).toContainText('3 orders owe €36.00');
  await page.getByLabel('Received on').fill('2026-01-05');
  await accessible(page);
  await page.getByRole('button', { name: 'Record payments' }).click();
  await expect(page.getByText('3 payments recorded')).toBeVisible();
  expect(await receivedAt(page)).toEqual(Array(3).fill(noonOf('2026-01-05')));

  // Printed, and as a table.
  const download = page.waitForEvent('download');
  await bar(page).getByRole('button', { name: 'Print & export' }).click();
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  expect((await download).suggestedFilename()).toMatch(/^orders-.*\.csv$/);
  // As they are now, not as they were when they were selected.
  const table = await readFile(await (await download).path(), 'utf8');
  expect(table.match(/A-100[123],.*,open,paid,.*,12\.00,0\.00,EUR/g)).toHaveLength(3);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toHaveCount(0);

  // Sorted as the address says; kept under a name, with the book.
  await page.goto('./#/orders?sort=number-rising');
  const views = page.getByRole('navigation', { name: 'By what is to be done' });
  const first = page.locator('[data-order]').first();
  await expect(first).toContainText('A-1001');
  await page.getByRole('button', { name: 'Keep this view' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('From the first on');
  await accessible(page);
  await page.keyboard.press('Enter');
  await expect(views.getByRole('link', { name: 'From the first on' })).toHaveAttribute('aria-current');
  await views.getByRole('link', { name: /^All/ }).click();
  await expect(first).toContainText('A-1004');
  await page.reload();
  await views.getByRole('link', { name: 'From the first on' }).click();
  await expect(first).toContainText('A-1001');
  await expect(page).toHaveURL(/#\/orders\?sort=number-rising$/);
});

test('fingers select several orders, and do with them what one does with one @phone-only', async ({
  page,
}) => {
  await openBook(page);
  await page.getByRole('button', { name: 'More with this list' }).click();
  await page.getByRole('menuitem', { name: 'Select several' }).click();
  await stub(page, 'A-1001').click();
  await stub(page, 'A-1003').click();
  await expect(bar(page)).toContainText('2 selected');
  await accessible(page);
  await bar(page).getByRole('button', { name: 'Pack' }).click();
  await expect(page.getByText('2 orders packed')).toBeVisible();

  await bar(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('fair');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 orders tagged “fair”')).toBeVisible();
  expect(await ask(page, 'OrderTags')).toEqual([{ tag: 'fair', orders: 2 }]);

  // What has left the house can't be taken back, and is not offered to be.
  await bar(page).getByRole('button', { name: 'Ship', exact: true }).click();
  const asked = page.getByRole('dialog', { name: 'Ship 2 orders?' });
  await expect(asked).toContainText('can’t be undone');
  await asked.getByRole('button', { name: 'Ship', exact: true }).click();
  const told = page.locator('.toast', { hasText: '2 orders shipped' });
  await expect(told).toBeVisible();
  await expect(told.getByRole('button', { name: 'Undo' })).toHaveCount(0);

  await bar(page).getByRole('button', { name: 'Print & export' }).click();
  await page.getByRole('menuitem', { name: 'Print packing slips' }).click();
  // They left just now, whole.
  for (const number of ['A-1001-1', 'A-1003-1'])
    await expect(page.getByRole('heading', { name: `Delivery note ${number}` })).toBeVisible();
});
