import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { openOwnBook } from './own-book.ts';

/** The file of a dialog does not come: a newer version was put on the host, which has others, or there is no network. */
const PART = '**/assets/MakeBackup-*.js';

const withoutPart = async (page: Page): Promise<void> => {
  await openOwnBook(page, []);
  await page.goto('./#/settings');
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible();
  await page.route(PART, (route) => route.abort());
};

const makeBackup = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: 'Make a backup' }).click();

test('a part of the app that does not come is told of, and a reload gets it without losing what is typed', async ({
  page,
}) => {
  await withoutPart(page);
  const name = page.getByLabel('Name of your business');
  await name.fill('Half of a na');
  await makeBackup(page);
  await expect(page.getByText(/^This part of the app could not be loaded/)).toBeVisible();
  await accessible(page);

  const reload = page.getByRole('button', { name: 'Reload' });
  await reload.click();
  await expect(page.getByText(/^Save or close what you are typing first, then reload/)).toBeVisible();
  await expect(name).toHaveValue('Half of a na');
  await page.getByRole('button', { name: 'Save changes' }).first().click();
  await expect(page.getByText('Nothing has changed.').first()).toBeVisible();

  await page.unroute(PART);
  const loaded = page.waitForEvent('load');
  await reload.click();
  await loaded;
  await expect(name).toHaveValue('Half of a na');
  await makeBackup(page);
  await expect(page.getByRole('dialog', { name: 'Make a backup' })).toBeVisible();
});

test('where neither the files nor a network are there the page stays as it is', async ({ page, context }) => {
  await withoutPart(page);
  await context.setOffline(true);
  await makeBackup(page);
  const told = page.getByText(/^This part of the app is not on this device yet/);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'Reload' }).click();
  await expect(told).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Backups' })).toBeVisible();
  await context.setOffline(false);
  await page.unroute(PART);
  await page.getByRole('button', { name: 'Reload' }).click();
  await makeBackup(page);
  await expect(page.getByRole('dialog', { name: 'Make a backup' })).toBeVisible();
});
