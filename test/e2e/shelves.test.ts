import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { typeAsMachine } from './machine.ts';
import { give, idOf, newestUndo, openOwnBook } from './own-book.ts';

/** What one does at the shelf: count it, unpack a delivery, change what it all costs. */
const MUG = { name: 'Mug', unitPrice: 119_000, taxRate: 19_000, stock: 10_000 };
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 4_000 };
const TEA = { name: 'Tea', unitPrice: 53_500, taxRate: 7_000, stock: 0 };

const onShelf = (page: Page, name: string) =>
  page.getByRole('list', { name: 'What is on the shelves' }).getByRole('listitem').filter({ hasText: name });
/** What the message says, which then stays until it is pressed. */
const told = async (page: Page, said: string): Promise<void> => {
  await expect(page.getByText(said)).toBeVisible();
  await newestUndo(page).hover();
};

/** All keys at once, as a scanner gives them. */
const scan = (page: Page, code: string) => typeAsMachine(page, `${code}\n`);

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, JUG, TEA]);
  await give(page, 'ChangeProduct', { productId: idOf('Tea'), sku: '12' });
  await give(page, 'ChangeProduct', { productId: idOf('Jug'), barcode: '4006381333931', tags: ['glass'] });
});

test('a shelf is counted by keyboard and scanner, kept over a reload, and booked as one @phone', async ({
  page,
}) => {
  await page.goto('./#/products');
  await page.getByRole('button', { name: 'More with this list' }).click();
  await page.getByRole('menuitem', { name: 'Count the shelves' }).click();
  const counted = (name: string) => page.getByRole('textbox', { name: `Counted of ${name}` });
  await page.getByRole('searchbox', { name: 'Look for' }).fill('4006381333931');
  await page.keyboard.press('Enter');
  await expect(counted('Jug')).toBeFocused();
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(counted('Mug')).toBeFocused();
  // A figure that is somebody's SKU is a figure all the same.
  await page.keyboard.type('12', { delay: 100 });
  await page.keyboard.press('Enter');
  await expect(counted('Mug')).toHaveValue('12');
  await expect(page.getByText('1 less than the book says.')).toBeVisible();
  await expect(page.getByText('2 counted, 2 differ from the book')).toBeVisible();
  // The scanner types into whatever has the cursor: it is a code, and no quantity.
  await counted('Tea').focus();
  await scan(page, '4006381333931');
  await expect(counted('Jug')).toBeFocused();
  await expect(counted('Tea')).toHaveValue('');
  await accessible(page);

  await page.reload();
  await expect(counted('Mug')).toHaveValue('12');
  await page.getByRole('button', { name: 'Save the count' }).click();
  await told(page, '2 counts are in the book');
  await expect(onShelf(page, 'Mug')).toContainText('The book says 12.');
  await expect(onShelf(page, 'Jug')).toContainText('The book says 3.');
  await newestUndo(page).click();
  await expect(onShelf(page, 'Mug')).toContainText('The book says 10.');
  await expect(onShelf(page, 'Jug')).toContainText('The book says 4.');
});

test('what runs low awaits its delivery, which is scanned and booked as one; prices change together, and go back', async ({
  page,
}) => {
  await give(page, 'SetReorderLevel', { productId: idOf('Mug'), level: 12_000 });
  await page.goto('./#/products?shelf=low');
  await expect(page.getByText('10 left, reorder at 12')).toBeVisible();
  await accessible(page);
  await page.getByRole('link', { name: 'Receive a delivery of these' }).click();
  await expect(page.getByRole('textbox', { name: 'How much of Mug came in' })).toHaveValue('');
  const picker = page.getByRole('combobox', { name: 'Add what came in' });
  const came = (name: string) => page.getByRole('textbox', { name: `How much of ${name} came in` });
  // A scanner adds one with every code, wherever the cursor is.
  await picker.focus();
  await scan(page, '4006381333931');
  await expect(came('Jug')).toHaveValue('1');
  // By hand: the product, how much of it, and the next one.
  await picker.fill('tea');
  await picker.press('Enter');
  await expect(came('Tea')).toBeFocused();
  await page.keyboard.type('20', { delay: 100 });
  await page.keyboard.press('Enter');
  await expect(picker).toBeFocused();
  await came('Tea').focus();
  await scan(page, '4006381333931');
  await expect(came('Jug')).toHaveValue('2');
  await expect(came('Tea')).toHaveValue('20');
  await scan(page, '4006381333000');
  await expect(page.getByText('No product bears the code 4006381333000.')).toBeVisible();
  await page.getByRole('textbox', { name: /Supplier or delivery note/ }).fill('Potter & Sons 17');
  await accessible(page);
  const isKept = async (): Promise<void> => {
    await expect(came('Jug')).toHaveValue('2');
    await expect(came('Tea')).toHaveValue('20');
    await expect(page.getByRole('textbox', { name: /Supplier or delivery note/ })).toHaveValue(
      'Potter & Sons 17',
    );
  };
  await page.reload();
  await isKept();
  await page.goto('./#/today');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today');
  await page.goto('./#/products/delivery');
  await isKept();
  await page.getByRole('button', { name: 'Save the delivery' }).click();
  await expect(page.getByText('2 products received')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: /Supplier or delivery note/ })).toHaveValue('');
  await expect(came('Jug')).toBeHidden();
  await page.goto(`./#/products/${idOf('Jug')}`);
  await page.getByRole('button', { name: 'What is meant by “Reserved”' }).click();
  await expect(page.getByText(/Kept for orders that are placed/)).toBeVisible();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByText(/Kept for orders that are placed/)).toBeHidden();
  const line = page.getByRole('row', { name: /Received 2/ });
  await expect(line).toContainText('Potter & Sons 17');

  await page.goto('./#/products/prices');
  await page.getByRole('textbox', { name: 'How much' }).fill('5');
  await page.getByRole('combobox', { name: 'Round to' }).selectOption('An ending in 9');
  const price = (name: string) => page.getByRole('row', { name: new RegExp(name) });
  await expect(price('Mug')).toContainText('€12.49');
  await expect(price('Jug')).toContainText('€26.29');
  await page.getByRole('checkbox', { name: 'Change the price of Tea' }).uncheck();
  await expect(page.getByText('2 prices change')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Change the prices' }).click();
  await told(page, '2 prices changed');
  await expect(price('Mug')).not.toContainText('€11.90');
  await newestUndo(page).click();
  await expect(price('Mug')).toContainText('€11.90');
  await expect(price('Jug')).toContainText('€25.00');
});
