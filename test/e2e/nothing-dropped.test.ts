import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

// What somebody has typed is not taken for nothing, and a press too many does nothing that they did not mean.

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
});

const customer = (page: Page) => page.getByRole('combobox', { name: 'Customer' });

const begin = async (page: Page): Promise<void> => {
  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Add a product' }).fill('Mug');
  await page.getByRole('option', { name: /^Mug/ }).click();
};

test('a name that is typed and not chosen makes no counter sale @phone', async ({ page }) => {
  await begin(page);
  await customer(page).fill('Mr Small');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.getByRole('textbox', { name: 'Quantity' }).focus();
  await expect(page.getByText('Nobody called “Mr Small” is chosen.')).toBeVisible();
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(customer(page)).toBeFocused();
  await expect(customer(page)).toHaveValue('Mr Small');
  await accessible(page);
  await expect(sheet(page).getByRole('heading', { level: 1, name: 'Draft' })).toBeVisible();

  // A name that is spelt out is meant.
  await customer(page).fill('ada lovelace');
  await expect(page.getByRole('option', { name: /^Ada Lovelace/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Quantity' }).focus();
  await expect(customer(page)).toHaveValue('Ada Lovelace');
  await expect(page.getByText(/^Nobody called/)).toBeHidden();
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(sheet(page).getByRole('link', { name: 'Ada Lovelace' })).toBeVisible();
});

test('an order without a line says so where one is put on, until there is one @phone', async ({ page }) => {
  await page.goto('./#/orders/new');
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  const said = page.getByText('Put at least one product on the order.');
  await expect(said).toBeInViewport();
  await page.getByRole('combobox', { name: 'Add a product' }).fill('Mug');
  await page.getByRole('option', { name: /^Mug/ }).click();
  await expect(said).toBeHidden();
});

test('what stands where a sale was pressed puts it away for nobody', async ({ page }) => {
  await begin(page);
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(page.getByText(/^A-1001 is sold/)).toBeVisible();
  await expect(sheet(page).getByRole('button', { name: 'Archive' })).toHaveCount(0);
  await sheet(page).getByRole('link', { name: 'Print receipt' }).click();
  await expect(page).toHaveURL(/#\/print\/receipt\//);
});

test('a revision that is begun is there again after a look elsewhere, until it is sent or left @phone', async ({
  page,
}) => {
  const orderId = await placeOrder(page, 'begun', { customer: 'Ada', lines: { Mug: 2 } });
  const revise = async () => {
    await openOrder(page, 'A-1001', orderId);
    await choose(page, 'More actions', 'Revise');
  };
  const price = page.getByRole('textbox', { name: 'Price' });
  await revise();
  await price.fill('10');
  await page.getByRole('button', { name: 'Revise order' }).click();
  // It says what is missing, and where.
  await expect(page.getByRole('textbox', { name: 'Reason' })).toBeFocused();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Agreed on less');
  await page.goto('./#/today');
  await page.reload();
  await revise();
  await expect(price).toHaveValue('10.00');
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('Agreed on less');
  await page.getByRole('button', { name: 'Leave it as it is' }).click();
  await revise();
  await expect(price).toHaveValue('12.00');
  await price.fill('11');
  await page.getByRole('textbox', { name: 'Reason' }).fill('A little less');
  await page.getByRole('button', { name: 'Revise order' }).click();
  await expect(page.getByText('A-1001 is revised')).toBeVisible();
  await revise();
  await expect(price).toHaveValue('11.00');
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('');
});

test('what is missing is said for as long as it is', async ({ page }) => {
  await page.goto('./#/products');
  await page.getByRole('button', { name: 'New product' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Create product' }).click();
  const said = dialog.getByText('Write what it is called.');
  await expect(said).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Deposit');
  await expect(said).toBeHidden();
  await dialog.getByRole('textbox', { name: /^Price/ }).fill('0.25');
  await dialog.getByRole('button', { name: 'Create product' }).click();
  await expect(dialog).toBeHidden();
  // Nobody said how many are there: it is not counted, and nowhere sold out.
  const shelf = page.getByRole('list', { name: 'List of products' });
  await expect(shelf.getByText('Not counted')).toBeVisible();
});
