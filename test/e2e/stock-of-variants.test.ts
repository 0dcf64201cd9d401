import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, give, idOf, newestUndo, openOwnBook, placeOrder } from './own-book.ts';

/** A product that lay on the shelf comes to be sold in variants: what lies there goes to them, and nothing is lost or doubled. */

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const variants = (page: Page) => page.getByRole('table', { name: 'Variants' });
const apart = (page: Page) => dialog(page).getByRole('textbox', { name: /What sets it apart/ });
const takes = (page: Page) => dialog(page).getByRole('checkbox', { name: /on hand to this variant/ });

interface Level {
  readonly variant?: string;
  readonly onHand: number;
  readonly reserved: number;
  readonly unavailable: number;
}

/** On hand, reserved and damaged, of the product itself and of each of these variants. */
const shelves = async (page: Page, ids: readonly string[]): Promise<readonly (readonly number[])[]> => {
  const levels = await ask<readonly (Level & { productId: string })[]>(page, 'StockLevels', {
    productIds: ids,
  });
  return ids.map((id) => {
    const level = levels.find(({ productId }) => productId === id);
    return [level?.onHand ?? 0, level?.reserved ?? 0, level?.unavailable ?? 0];
  });
};

/** The shelves come to hold so much, once the screen's move is booked. */
const hold = (page: Page, ids: readonly string[], levels: readonly (readonly number[])[]) =>
  expect.poll(() => shelves(page, ids)).toEqual(levels);

const variantIds = async (page: Page): Promise<readonly string[]> => {
  const params = { productId: idOf('Mug') };
  type Details = { readonly variants: readonly { readonly variantId: string }[] };
  return (await ask<Details>(page, 'ProductDetails', params)).variants.map(({ variantId }) => variantId);
};

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await placeOrder(page, 'kept', { lines: { Mug: 3 } });
  await page.goto(`./#/products/${idOf('Mug')}`);
  await expect(page.getByTestId('explained')).toHaveText('Available 7 = 10 received − 3 reserved for A-1001');
});

test('the first variant takes along what is kept for nobody; open orders keep theirs, and ship it @phone', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Add variant' }).click();
  await apart(page).fill('Size: Large');
  await expect(
    dialog(page).getByRole('checkbox', { name: 'Move the 7 on hand to this variant' }),
  ).toBeChecked();
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Add variant' }).dblclick();
  await expect(dialog(page)).toHaveCount(0);

  await expect(variants(page).getByText('7', { exact: true })).toBeVisible();
  await expect(page.getByText('Kept for open orders without a variant: 3.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Move to a variant' })).toHaveCount(0);
  await expect(page.getByText('Moved from Mug to Large')).toBeVisible();
  const [large = ''] = await variantIds(page);
  expect(await shelves(page, [idOf('Mug'), large])).toEqual([
    [3_000, 3_000, 0],
    [7_000, 0, 0],
  ]);

  await variants(page).getByRole('link', { name: 'Large' }).click();
  await expect(page.getByText('Moved from Mug to Large')).toBeVisible();
  await expect(page.getByText('Added 7')).toBeVisible();

  await give(page, 'ShipItems', { orderId: idOf('kept'), fulfilmentId: idOf('parcel') });
  await hold(
    page,
    [idOf('Mug'), large],
    [
      [0, 0, 0],
      [7_000, 0, 0],
    ],
  );
});

test('what was left without a variant goes to the one that is chosen, damaged goods too, and comes back by Undo @phone', async ({
  page,
}) => {
  await give(page, 'AdjustStock', {
    productId: idOf('Mug'),
    delta: 0,
    unavailable: 2_000,
    reason: 'Chipped',
  });
  for (const size of ['Small', 'Large']) {
    await page.getByRole('button', { name: 'Add variant' }).click();
    await apart(page).fill(`Size: ${size}`);
    // Only the first is ticked.
    if (size === 'Small') await takes(page).uncheck();
    else await expect(takes(page)).not.toBeChecked();
    await dialog(page).getByRole('button', { name: 'Add variant' }).click();
    await expect(dialog(page)).toHaveCount(0);
    await expect(variants(page).getByRole('link', { name: size })).toBeVisible();
  }
  const ids = [idOf('Mug'), ...(await variantIds(page))];
  const before = [
    [10_000, 3_000, 2_000],
    [0, 0, 0],
    [0, 0, 0],
  ];
  expect(await shelves(page, ids)).toEqual(before);

  await expect(page.getByText('On hand without a variant: 7. Nobody can buy that.')).toBeVisible();
  const twoMoved = [
    [8_000, 3_000, 2_000],
    [2_000, 0, 0],
    [0, 0, 0],
  ];
  await page.getByRole('button', { name: 'Move to a variant' }).click();
  const to = dialog(page).getByRole('combobox', { name: 'To which variant' });
  await expect(to.locator('option:checked')).toHaveText('Small');
  await accessible(page);
  await dialog(page).getByRole('textbox', { name: 'How much' }).fill('8');
  await dialog(page).getByRole('button', { name: 'Move' }).click();
  await expect(dialog(page).getByText('Some of it is promised to orders by now')).toBeVisible();
  expect(await shelves(page, ids)).toEqual(before);

  await dialog(page).getByRole('textbox', { name: 'How much' }).fill('2');
  await dialog(page).getByRole('button', { name: 'Move' }).dblclick();
  await expect(dialog(page)).toHaveCount(0);
  await hold(page, ids, twoMoved);

  await page.getByRole('button', { name: 'Move to a variant' }).click();
  await to.selectOption('Large');
  await dialog(page).getByRole('button', { name: 'Move' }).click();
  await expect(page.getByText('Moved to Mug, Large')).toBeVisible();
  await hold(page, ids, [
    [3_000, 3_000, 0],
    [2_000, 0, 0],
    [5_000, 0, 2_000],
  ]);
  await expect(page.getByRole('button', { name: 'Move to a variant' })).toHaveCount(0);
  await newestUndo(page).click();
  await hold(page, ids, twoMoved);
});
