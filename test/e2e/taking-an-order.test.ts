import { expect, test, type Page } from '@playwright/test';
import { ask, sheet } from './own-book.ts';
import { fillSampleBook } from './sample-book.ts';

const addLine = async (page: Page, name: string, quantity: string): Promise<void> => {
  await expect(page.getByRole('combobox', { name: 'Add a product' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name: new RegExp(`^${name}`) })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Quantity' }).last()).toBeFocused();
  await page.keyboard.type(quantity);
  await page.keyboard.press('Enter');
};

const number = (page: Page) => page.getByRole('heading', { level: 1 }).getByText(/^A-\d+$/);

/** Where the rail says that one is. */
const room = (page: Page) => page.getByRole('navigation').locator('[aria-current=page]').first();

/** The numbers of all orders in the book, the newest first; a draft has none. */
const numbers = async (page: Page): Promise<readonly string[]> => {
  type Found = { readonly rows: readonly { readonly number?: string }[] };
  const { rows } = await ask<Found>(page, 'OrderList', { tab: 'all', limit: 200 });
  return rows.flatMap(({ number }) => number ?? []);
};

test.beforeEach(async ({ page }) => {
  await fillSampleBook(page);
});

test('with the keyboard alone, for a customer whom the book does not know', async ({ page }) => {
  await page.keyboard.press('n');
  await expect(page.getByRole('combobox', { name: 'Add a product' })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type('Greta Nyqvist');
  await expect(page.getByRole('option', { name: 'Create “Greta Nyqvist”' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue('Greta Nyqvist');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await page.keyboard.press('Tab');

  await addLine(page, 'Apples, Boskoop', '1.5');
  await addLine(page, 'Eggs', '2');
  await addLine(page, 'Blossom honey', '1');
  await expect(page.getByRole('button', { name: 'Place order · €20.70' })).toBeVisible();
  await expect(page).not.toHaveURL(/orders\/new/);
  await expect(room(page)).toContainText('New order');
  await page.keyboard.press('Control+Enter');

  await expect(number(page)).toHaveText('A-1103');
  await expect(room(page)).toContainText('Orders');
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Greta Nyqvist', exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: /A-1103.*Greta Nyqvist.*€20\.70/ })).toBeVisible();
});

test('a double click on Place order books it once, and uses one number', async ({ page }) => {
  const before = await numbers(page);
  for (const wanted of ['A-1103', 'A-1104']) {
    await page.keyboard.press('n');
    await addLine(page, 'Eggs', '1');
    await page.getByRole('button', { name: /^Place order ·/ }).dblclick();
    await expect(number(page)).toHaveText(wanted);
    await number(page).click();
  }
  await expect(page.getByRole('link', { name: /^All/ })).toHaveText(/All\s*106/);
  expect(await numbers(page)).toEqual(['A-1104', 'A-1103', ...before]);
});

test('the second of two clicks is not for what came in the place of what the first was for', async ({
  page,
}) => {
  await page.keyboard.press('n');
  await addLine(page, 'Eggs', '1');
  const place = page.getByRole('button', { name: /^Place order ·/ });
  await place.hover();
  await place.click();
  await expect(number(page)).toHaveText('A-1103');
  await expect(page.getByRole('button', { name: 'Ship', exact: true })).toBeVisible();
  await page.mouse.down({ clickCount: 2 });
  await page.mouse.up({ clickCount: 2 });
  await number(page).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Ship A-1103' })).toBeVisible();
});

test('what is refused stays as it was typed', async ({ page }) => {
  await page.keyboard.press('n');
  await addLine(page, 'Eggs', '2');
  const price = page.getByRole('textbox', { name: 'Price' });
  await price.fill('four fifty');
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(page.getByText('What is marked needs a look first.')).toBeVisible();
  await expect(page.getByText(/^This is not a number\./).or(page.getByText('At what price?'))).toBeVisible();
  await expect(price).toHaveValue('four fifty');
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('2');
  await price.fill('4,50');
  // A fee that can't be read is not taken for none.
  const shipping = page.getByRole('textbox', { name: 'Shipping' });
  await shipping.fill('4,9o');
  await page.getByRole('button', { name: 'Place order · €9.00' }).click();
  await expect(shipping).toBeFocused();
  await expect(shipping).toHaveAttribute('aria-invalid', 'true');
  await expect(shipping).toHaveValue('4,9o');
  await shipping.fill('');
  await page.getByRole('button', { name: 'Place order · €9.00' }).click();
  await expect(number(page)).toHaveText('A-1103');

  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /Eggs/ }).fill('3');
  await dialog.getByRole('textbox', { name: /Carrier/ }).fill('Own van');
  await dialog.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog.getByText(/^Only 2\s.*left to ship\.$/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: /Eggs/ })).toHaveValue('3');
  await expect(dialog.getByRole('textbox', { name: /Carrier/ })).toHaveValue('Own van');
  await dialog.getByRole('button', { name: 'Cancel' }).click();

  await sheet(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Cancel order' }).click();
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(dialog.getByText('Write a short reason. It is kept with the order.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Ordered twice');
  await dialog.getByRole('button', { name: 'Cancel order' }).click();
  await expect(page.getByRole('main').getByText('Ordered twice')).toBeVisible();
});

test('what one tab changes, the other shows', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('./#/orders?tab=to-ship');
  await other.getByRole('link', { name: /A-1101/ }).click();
  await expect(number(other)).toHaveText('A-1101');

  await page.getByRole('link', { name: /A-1101/ }).click();
  await sheet(page).getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Put on hold' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Reason' }).fill('Comes on Friday');
  await page.getByRole('dialog').getByRole('button', { name: 'Put on hold' }).click();

  await expect(other.getByRole('link', { name: /A-1101/ })).toContainText('On hold');
  await expect(
    other
      .getByRole('main')
      .getByText(/Comes on Friday/)
      .first(),
  ).toBeVisible();
  await expect(other.getByRole('button', { name: 'Release' })).toBeVisible();
});

test('a draft survives a reload with everything on it', async ({ page }) => {
  await page.keyboard.press('n');
  await addLine(page, 'Eggs', '12');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Anna');
  await page.getByRole('option', { name: /^Anna Kowalska/ }).click();
  await page.getByRole('textbox', { name: 'Shipping' }).fill('4.90');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Place order · €58.90' })).toBeVisible();
  // The words may still speak of the keystrokes before: what counts is that the book holds the fee.
  const totalsOfDrafts = async () => {
    const { answer } = await page.evaluate(() => window.counterfoil.query('OrderList', { tab: 'drafts' }));
    return (answer as { rows: readonly { total: number }[] }).rows.map(({ total }) => total);
  };
  await expect.poll(totalsOfDrafts).toContain(5890);
  await page.reload();

  await expect(page.getByRole('heading', { level: 1, name: 'Draft' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('12');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/^Anna Kowalska/);
  await expect(page.getByRole('button', { name: 'Place order · €58.90' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Drafts/ })).toHaveText(/Drafts\s*3/);
});
