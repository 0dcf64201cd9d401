import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { typeAsMachine } from './machine.ts';
import { ask, give, idOf, openOwnBook } from './own-book.ts';

/** An order typed, or scanned, faster than the book answers: every key lands where it would have landed had it answered at once. */

const goods = ['Pâté', 'Tea', 'Mug', 'Bowl', 'Jug', 'Vase'].map((name) => ({
  ...{ name, unitPrice: 10_000, taxRate: 0, stock: 100_000 },
}));
const CODES = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6'];
const EANS = ['4006381333931', '4006381333948', '4006381333955', '4006381333962', '4006381333979'];

/** What stands on the form: each product with how many. */
const lines = async (page: Page): Promise<readonly string[]> => {
  const names = await page
    .getByRole('list', { name: 'Lines' })
    .getByRole('listitem')
    .locator('.name')
    .allTextContents();
  const quantities = await page
    .getByRole('textbox', { name: 'Quantity' })
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  return names.map((name, n) => `${quantities[n] ?? '?'} ${name}`);
};

const picker = (page: Page) => page.getByRole('combobox', { name: 'Add a product' });
const type = (page: Page, text: string) => typeAsMachine(page, text, 2);

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, goods);
  for (const [n, { name }] of goods.entries())
    await give(page, 'ChangeProduct', { productId: idOf(name), sku: CODES[n], barcode: EANS[n] ?? '' });
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada' });
  await ask(page, 'CustomerList', { limit: 1 });
  await ask(page, 'ProductList', { limit: 1 });
  await page.goto('./#/orders/new');
  await expect(picker(page)).toBeFocused();
});

test('names and quantities in one go, for a customer, placed by the same hands', async ({ page }) => {
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toBeFocused();
  await type(page, 'Ada\n\tpâté\n3\ntea\n12\nMug\n\npâté\n4\n');
  await expect.poll(() => lines(page)).toEqual(['4 Pâté', '12 Tea', '1 Mug']);
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue('Ada');
  await expect(picker(page)).toBeFocused();
  await type(page, 'jug\n2.5\nbowl\n');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
  // 4 + 12 + 1 + 2.5 + 1
  await expect(page.getByRole('region', { name: 'The order' }).getByText('€20.50').first()).toBeVisible();
});

test('codes that a scanner types one after the other', async ({ page }) => {
  // Too short to be told from fingers: each is picked, and Enter goes on from how many.
  await type(page, `${CODES.slice(0, 5).join('\n\n')}\n\n`);
  await expect.poll(() => lines(page)).toEqual(['1 Pâté', '1 Tea', '1 Mug', '1 Bowl', '1 Jug']);
  await type(page, `${EANS.join('\n')}\n`);
  await expect.poll(() => lines(page)).toEqual(['2 Pâté', '2 Tea', '2 Mug', '2 Bowl', '2 Jug']);
  // Scanned behind a name, into the quantity that comes to have the cursor: that takes no harm.
  await type(page, `vase\n${EANS.join('\n')}\n7\n`);
  await expect.poll(() => lines(page)).toEqual(['3 Pâté', '3 Tea', '3 Mug', '3 Bowl', '3 Jug', '7 Vase']);
});

test('what follows a name that nothing bears is neither mixed up with it nor lost', async ({ page }) => {
  await type(page, 'tea\n2\nkettle\n3\nmug\n2\n');
  await expect.poll(() => lines(page)).toEqual(['2 Tea']);
  await expect(page.getByText('Typed after it, not taken: 3 · mug · 2').first()).toBeVisible();
  await expect(picker(page)).toHaveValue('kettle');
  await expect(picker(page)).toBeFocused();
  await expect(page.getByRole('option', { name: 'Create “kettle”' })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await accessible(page);
  await page.keyboard.press('Control+a');
  await type(page, 'mug\n2\n');
  await expect.poll(() => lines(page)).toEqual(['2 Tea', '2 Mug']);
  await expect(page.getByText('not taken')).toHaveCount(0);
});

test('no product is made, nor a price, by hands that go on from name to quantity and look up now and then', async ({
  page,
}) => {
  // However long each of them takes: the answer may be there before Enter, and eyes on the keys.
  for (const text of ['tea', '2', 'kettle', '3']) {
    await page.keyboard.type(text);
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByRole('option', { name: 'Create “kettle3”' })).toBeVisible();
  await expect(page.getByText('To create it, tap the row or press ↓ and Enter.').first()).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(() => lines(page)).toEqual(['2 Tea']);
  await accessible(page);
  expect(await ask<{ readonly rows: readonly unknown[] }>(page, 'ProductList', { limit: 50 })).toMatchObject({
    rows: { length: goods.length },
  });

  // Gone to, it opens the form at once, with the cursor in an empty price.
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('option', { name: 'Create “kettle”' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog');
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('kettle');
  await expect(form.getByRole('textbox', { name: 'Price' })).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Price' })).toHaveValue('');
  await page.keyboard.type('8');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Quantity' }).last()).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect.poll(() => lines(page)).toEqual(['2 Tea', '3 kettle']);
});
