import { expect } from '@playwright/test';
import { sheet } from './own-book.ts';
import { test } from './sample-book.ts';

test('the way back leaves a dialog with the page below it @phone', async ({ shopPage: page }) => {
  await page.goto('./#/orders?tab=to-ship');
  await page
    .getByRole('link', { name: /To ship.*€|€.*To ship/ })
    .first()
    .click();
  await sheet(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(/#\/orders\?tab=to-ship$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
