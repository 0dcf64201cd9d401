import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

/** Where stock stands and why; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 1_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const explained = (page: Page) => page.getByTestId('explained');

const openProduct = async (page: Page, name: string): Promise<void> => {
  await page.goto(`./#/products/${idOf(name)}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, JUG]);
});

test('what is available is a sum, with the orders it is kept for, and some of it held back @phone', async ({
  page,
}) => {
  const shipped = await placeOrder(page, 'shipped', { lines: { Mug: 5 } });
  await give(page, 'ShipItems', { orderId: shipped, fulfilmentId: idOf('parcel') });
  await placeOrder(page, 'kept', { lines: { Mug: 2 } });
  await page.goto('./#/products');
  await page.getByRole('button', { name: '3 available' }).click();
  await expect(dialog(page).getByTestId('comes-to')).toHaveText('3');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Mug' }).click();
  await expect(explained(page)).toHaveText('Available 3 = 10 received − 5 shipped − 2 reserved for A-1002');

  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: 'Hold some back' }).click();
  await accessible(page);
  await dialog(page).getByRole('textbox', { name: 'Never promise the last' }).fill('1');
  await dialog(page).getByRole('button', { name: 'Hold back' }).click();
  await expect(dialog(page).getByText('Write a short reason.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Display piece');
  await dialog(page).getByRole('button', { name: 'Hold back' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(explained(page)).toHaveText(
    'Available 2 = 10 received − 5 shipped − 1 held back − 2 reserved for A-1002',
  );
  await expect(page.getByText('Held back 1 more')).toBeVisible();
  await accessible(page);

  await explained(page).getByRole('link', { name: 'A-1002' }).click();
  await expect(page).toHaveURL(/#\/orders\//);
});

test('who waits is named with the product, and has it when a delivery comes in', async ({ page }) => {
  await placeOrder(page, 'waiting', { lines: { Jug: 3 } });
  await openProduct(page, 'Jug');
  await expect(explained(page)).toHaveText(
    'Available 0 = 1 received − 1 reserved for A-1001 2 more waited for by A-1001',
  );
  await give(page, 'ReceiveStock', { productId: idOf('Jug'), quantity: 4_000 });
  await expect(explained(page)).toHaveText('Available 2 = 5 received − 3 reserved for A-1001');
});

test('a variant is written down, put on the shelf and found by its barcode; a price change is told @phone', async ({
  page,
}) => {
  await openProduct(page, 'Mug');
  await page.getByRole('button', { name: 'Add variant' }).click();
  await accessible(page);
  await dialog(page)
    .getByRole('textbox', { name: /What sets it apart/ })
    .fill('Large');
  await dialog(page).getByRole('button', { name: 'Add variant' }).click();
  await expect(dialog(page).getByText('Write what sets it apart as “Size: M”')).toBeVisible();
  await dialog(page)
    .getByRole('textbox', { name: /What sets it apart/ })
    .fill('Size: Large');
  await dialog(page)
    .getByRole('textbox', { name: /Barcode/ })
    .fill('4006381333931');
  await dialog(page)
    .getByRole('textbox', { name: /Own price/ })
    .fill('15');
  await dialog(page).getByRole('button', { name: 'Add variant' }).click();
  await expect(dialog(page)).toHaveCount(0);

  const variants = page.getByRole('table', { name: 'Variants' });
  await expect(variants.getByText('4006381333931')).toBeVisible();
  await expect(variants.getByText('€15.00')).toBeVisible();
  await variants.getByRole('button', { name: 'What to do with Large' }).click();
  await page.getByRole('menuitem', { name: 'Receive stock' }).click();
  await dialog(page)
    .getByRole('textbox', { name: /How much/ })
    .fill('4');
  await dialog(page).getByRole('button', { name: 'Receive' }).click();
  await expect(dialog(page)).toHaveCount(0);
  // And the ten that lay there before it was sold in variants.
  await expect(variants.getByText('14', { exact: true })).toBeVisible();
  await accessible(page);

  await give(page, 'ChangeProduct', { productId: idOf('Mug'), unitPrice: 130_000 });
  const prices = page.getByRole('table', { name: 'Earlier prices' });
  await expect(prices.getByText('€12.00')).toBeVisible();
  await expect(prices.getByText('€13.00')).toBeVisible();

  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Add a product' }).fill('4006381333931');
  await expect(page.getByRole('option', { name: /Mug, Large/ })).toBeVisible();
});
