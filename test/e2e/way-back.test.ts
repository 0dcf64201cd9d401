import { expect, type Page } from '@playwright/test';
import { sheet } from './own-book.ts';
import { test } from './sample-book.ts';

const openFirstToShip = async (page: Page): Promise<void> => {
  await page.goto('./#/orders?tab=to-ship');
  await page
    .getByRole('link', { name: /To ship.*€|€.*To ship/ })
    .first()
    .click();
  await expect(sheet(page).getByRole('button', { name: 'Ship', exact: true })).toBeVisible();
};

const goBack = async (page: Page): Promise<void> => {
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#\/orders\?tab=to-ship$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
};

test('the way back leaves a dialog with the page below it @phone', async ({ shopPage: page }) => {
  await openFirstToShip(page);
  await sheet(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await goBack(page);
});

// What belongs to no page would stay: nothing takes it away with the page below it.
test('the way back closes a dialog that stands over every page @phone', async ({ shopPage: page }) => {
  await openFirstToShip(page);
  await page.keyboard.press('Control+k');
  await goBack(page);
  // Nothing of it is left in the way.
  await openFirstToShip(page);
});
