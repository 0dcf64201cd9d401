import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { settled } from './taking-orders.ts';

const MUG = { name: 'Mug', unitPrice: 119_000, taxRate: 19_000, stock: 100_000 };
const TEA = { name: 'Tea', unitPrice: 53_500, taxRate: 7_000, stock: 100_000 };

const list = (page: Page) => page.getByRole('list', { name: 'What happened, newest first' });
const lines = (page: Page) =>
  list(page)
    .getByRole('link')
    .filter({ has: page.locator('time') });

const openDay = async (page: Page): Promise<void> => {
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG, TEA]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  await placeOrder(page, 'one', { customer: 'Ada', lines: { Mug: 2, Tea: 1 } });
  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('one'), paymentId: crypto.randomUUID(), method: 'card', amount: 2_915 },
  });
  await give(page, 'ShipItems', { orderId: idOf('one'), fulfilmentId: crypto.randomUUID() });
  await give(page, 'AdjustStock', { productId: idOf('Tea'), delta: -2_000, reason: 'Got wet' });
};

/** The list as it is taken out. */
const saved = async (page: Page): Promise<string> => {
  const file = page.waitForEvent('download');
  await page.getByRole('main').getByRole('button', { name: 'More with this list' }).click();
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  return readFile(await (await file).path(), 'utf8');
};

const choose = async (page: Page, field: string, option: string): Promise<void> => {
  await page.getByRole('dialog').getByRole('combobox', { name: field, exact: true }).selectOption(option);
};

test('tells what happened, by whom and when, and leads there @phone', async ({ page }) => {
  await openDay(page);
  await page.goto('./#/activity');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await expect(lines(page)).toContainText([
    /Tea\s*Removed 2 · You\s*Got wet/,
    /A-1001\s*You shipped 2 lines/,
    /A-1001\s*You took €29.15 by card/,
    /A-1001\s*You placed order A-1001: 2 lines, €29.15\s*for Ada Lovelace/,
    /Ada Lovelace\s*You added the customer/,
    /Tea\s*Received 100 · You/,
    /Tea\s*You added the product/,
    /Mug\s*Received 100 · You/,
    /Mug\s*You added the product/,
    /Settings\s*You opened the book/,
  ]);
  await accessible(page);

  await give(page, 'CountStock', { productId: idOf('Mug'), counted: 98_000 });
  await expect(lines(page).first()).toContainText('Counted 98, as expected');
  await give(page, 'ChangeCustomer', { customerId: idOf('Ada'), name: 'Ada King' });
  await expect(list(page)).toContainText('for Ada King');
  await expect(list(page)).not.toContainText('Lovelace');

  await give(page, 'ChangeProduct', { productId: idOf('Mug'), unitPrice: 125_000, description: 'Of clay' });
  await expect(lines(page).first()).toContainText(
    /Mug\s*You changed the product\s*Price: €11.90 → €12.50\s*Description/,
  );
  expect(await saved(page)).toMatch(
    /,products,Product changed,,,Mug,,,,,"?Price: 11\.90 → 12\.50; Description"?\r\n/,
  );
  await give(page, 'ChangeBookSettings', { paymentDays: 14 });
  await expect(lines(page).first()).toContainText(/Settings\s*You changed the settings\s*Days to pay/);

  await lines(page).filter({ hasText: 'You took €29.15' }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001', { exact: true })).toBeVisible();
});

test('is narrowed by a sentence that the address keeps @phone', async ({ page }) => {
  await openDay(page);
  await page.goto('./#/activity');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await choose(page, 'What', 'Stock');
  await choose(page, 'Who', 'You');
  await page.getByRole('dialog').getByRole('combobox', { name: 'Product' }).fill('te');
  await page.getByRole('option', { name: 'Tea' }).click();
  await accessible(page);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(lines(page)).toContainText([/Removed 2/, /Received 100/]);
  await expect(page).toHaveURL(/kind=stock&who=owner&product=/);
  const sentence = page.getByRole('list', { name: 'Filters in use' });
  await expect(sentence).toHaveText(/Showing\s*Stock\s*by you\s*about Tea/);

  await page.reload();
  await expect(lines(page)).toContainText([/Removed 2/, /Received 100/]);
  await sentence.getByRole('button', { name: 'Remove filter: Stock' }).click();
  await expect(sentence).toHaveText(/Showing everything\s*by you\s*about Tea/);
  await expect(lines(page)).toContainText([/Removed 2/, /Received 100/, /added the product/]);

  await page.getByRole('button', { name: 'Filter (2)' }).click();
  await page.getByRole('dialog').getByLabel('To', { exact: true }).fill('2020-01-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Nothing of that happened' })).toBeVisible();
  await page.getByRole('link', { name: 'Show all activity' }).click();
  await expect(lines(page)).toHaveCount(10);
});

test('tells every single step of an order, and is taken out as a table', async ({ page }) => {
  await openDay(page);
  await page.goto(`./#/orders/${idOf('one')}`);
  await page.getByRole('link', { name: 'Every single step' }).click();
  await expect(lines(page).filter({ hasText: 'The book' })).toContainText([
    /Tea\s*Shipped 1 with A-1001/,
    /Mug\s*Shipped 2 with A-1001/,
    /Tea\s*Reserved 1 for A-1001/,
    /Mug\s*Reserved 2 for A-1001/,
  ]);
  await expect(lines(page).filter({ hasText: 'You added 2 × Mug' })).toBeVisible();

  // What follows from the order by itself may still be on its way, into the table or only into the list.
  await settled(page);
  const text = await saved(page);
  expect(text).toContain(',money,Payment recorded,A-1001,,,29.15,EUR,,');
  // Draft, customer, two lines, placing, two reservations, payment, packing, shipping, two goods gone; and that it was
  // allocated, unless it was shipped before the book came to say so.
  const rows = text.trim().split('\r\n').length - 1;
  expect([12, 13]).toContain(rows);
  await expect(lines(page)).toHaveCount(rows);
});

test('pages through a long day', async ({ page }) => {
  await openOwnBook(page, [{ ...MUG, stock: 0 }]);
  await page.evaluate(async (productId) => {
    for (let n = 1; n <= 240; n += 1)
      await window.counterfoil.dispatch('CountStock', { productId, counted: n * 1_000 });
  }, idOf('Mug'));
  await page.goto('./#/activity');
  await expect(lines(page).first()).toContainText('Counted 240');
  await list(page).hover();
  await expect(async () => {
    await list(page).evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
    await expect(list(page).getByText('You opened the book')).toBeVisible({ timeout: 200 });
  }).toPass();
});
