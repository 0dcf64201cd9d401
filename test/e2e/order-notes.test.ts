import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** Who reads a note of an order; and the forms of a long order, in which nobody fills in every line by hand. */
const GOODS = ['Jug', 'Mug', 'Vase', 'Bowl', 'Plate', 'Cup', 'Dish', 'Tray', 'Lamp', 'Rug'];
const INTERNAL = 'Pays late, wrap the jug';
const FOR_CUSTOMER = 'Keep it dry';

const dialog = (page: Page) => page.getByRole('dialog');
const pieces = (page: Page) => dialog(page).locator('input.num');
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });

let orderId: string;

test.beforeEach(async ({ page }) => {
  await openOwnBook(
    page,
    GOODS.map((name) => ({ name, unitPrice: 100_000, taxRate: 19_000, stock: 9_000 })),
  );
  orderId = await placeOrder(page, 'A-1001', { lines: Object.fromEntries(GOODS.map((name) => [name, 2])) });
});

test('a note says who reads it: whoever packs, or the customer on their papers', async ({ page }) => {
  await openOrder(page, 'A-1001', orderId);
  const note = sheet(page).getByRole('textbox', { name: 'Note' });
  await note.fill(INTERNAL);
  await expect(sheet(page).getByText(/Never on the customer’s papers/)).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Add note' }).click();
  await expect(sheet(page).getByText('You wrote a note', { exact: true })).toBeVisible();
  await note.fill(FOR_CUSTOMER);
  await sheet(page).getByText('For the customer', { exact: true }).click();
  await expect(sheet(page).getByText(/^Printed on packing slip/)).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Add note' }).click();
  await expect(sheet(page).getByText('You wrote a note for the customer')).toBeVisible();
  await expect(sheet(page).getByRole('radio', { name: 'Internal' })).toBeChecked();

  for (const step of ['Pack', 'Ship']) {
    await choose(page, 'Pack, ship, return', step);
    await expect(dialog(page).getByText(INTERNAL)).toBeVisible();
    await expect(dialog(page).getByText(FOR_CUSTOMER)).toHaveCount(0);
    await accessible(page);
    await button(page, 'Cancel').click();
  }

  await page.goto(`./#/print/pick-list?orders=${orderId}`);
  const paper = page.getByRole('article');
  await expect(paper.getByRole('row', { name: `A-1001 ${INTERNAL}` })).toBeVisible();
  await expect(paper).not.toContainText(FOR_CUSTOMER);

  const [invoiceId, fulfilmentId] = [idOf('invoice'), idOf('parcel')];
  await give(page, 'IssueInvoice', { orderId, invoiceId });
  const papers = [`packing-slip/${orderId}`, `invoice/${orderId}/${invoiceId}`, `receipt/${orderId}`];
  const forCustomer = async (path: string): Promise<void> => {
    await page.goto(`./#/print/${path}`);
    await expect(paper).toContainText(FOR_CUSTOMER);
    await expect(paper).not.toContainText(INTERNAL);
  };
  for (const path of papers) await forCustomer(path);
  await give(page, 'ShipItems', { orderId, fulfilmentId });
  await forCustomer(`delivery-note/${orderId}/${fulfilmentId}`);
});

test('a note of a new order says who reads it too', async ({ page }) => {
  await page.goto('./#/orders/new');
  await page.getByRole('textbox', { name: 'Note' }).fill(FOR_CUSTOMER);
  await page.getByText('For the customer', { exact: true }).click();
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill(INTERNAL);
  await page.getByRole('combobox', { name: 'Add a product' }).fill('Jug');
  await page.getByRole('option', { name: /^Jug/ }).click();
  await accessible(page);
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(sheet(page).getByText('You wrote a note for the customer')).toHaveCount(0);
  await sheet(page)
    .getByRole('button', { name: /^Show \d+ steps/ })
    .click();
  await expect(sheet(page).getByText('You wrote a note for the customer')).toBeVisible();
  await choose(page, 'Pack, ship, return', 'Ship');
  await expect(dialog(page).getByText(INTERNAL)).toBeVisible();
});

test('one press empties a long form or fills it, also by the keyboard alone', async ({ page }) => {
  await openOrder(page, 'A-1001', orderId);
  await choose(page, 'Pack, ship, return', 'Ship');
  await expect(pieces(page).first()).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(button(page, 'None')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pieces(page).first()).toBeFocused();
  for (const field of await pieces(page).all()) await expect(field).toHaveValue('');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toHaveCount(0);
  await expect(sheet(page).getByText(/^1 × Jug/)).toBeVisible();

  await sheet(page).getByRole('button', { name: 'Ship the rest' }).first().click();
  await button(page, 'None').click();
  await button(page, 'All').click();
  await expect(pieces(page).first()).toHaveValue('1');
  await expect(pieces(page).last()).toHaveValue('2');
  await button(page, 'Ship').click();
  await expect(sheet(page).getByText('Shipped', { exact: true }).first()).toBeVisible();
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const)
  test(`where goods go that are here already is seen at once, at ${String(width)} × ${String(height)}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await give(page, 'ShipItems', { orderId, fulfilmentId: idOf('parcel') });
    await openOrder(page, 'A-1001', orderId);
    await choose(page, 'Pack, ship, return', 'Note a return');
    await button(page, 'All').click();
    await expect(pieces(page).last()).toHaveValue('2');
    await dialog(page).getByRole('checkbox').check();
    const where = dialog(page).getByRole('group', { name: 'Where they go' });
    await expect(where).toBeInViewport({ ratio: 1 });
    const foot = await button(page, 'Cancel').boundingBox();
    const box = await where.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0), 'above the buttons').toBeLessThan(foot?.y ?? 0);
  });

test('what came back is filled in and emptied at one press', async ({ page }) => {
  const [returnId, parcel] = [idOf('return'), idOf('parcel')];
  await give(page, 'ShipItems', { orderId, fulfilmentId: parcel });
  const lines = ['Jug', 'Mug'].map((name) => ({ lineId: idOf(`A-1001/${name}`), quantity: 1_000 }));
  await give(page, 'RequestReturn', { orderId, returnId, lines, reason: 'Cracked' });
  await openOrder(page, 'A-1001', orderId);
  await sheet(page).getByRole('button', { name: 'Take back' }).first().click();
  const restocked = dialog(page).getByRole('textbox', { name: 'Back on the shelf' });
  await button(page, 'None').click();
  await expect(restocked.first()).toHaveValue('');
  await expect(restocked.last()).toHaveValue('');
  await button(page, 'All').click();
  await expect(restocked.first()).toHaveValue('1');
  await expect(restocked.last()).toHaveValue('1');
});
