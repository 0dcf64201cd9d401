import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { openOwnBook } from './own-book.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const button = (page: Page, name: string) => dialog(page).getByRole('button', { name, exact: true });
const question = (page: Page) => dialog(page).getByText('Throw away what you typed?', { exact: true });

const begin = async (page: Page): Promise<void> => {
  await page.getByRole('main').getByRole('button', { name: 'New customer' }).first().click();
  await expect(dialog(page)).toBeVisible();
};

/** As the browser's own button goes back: a script's way is another. */
const pressBack = async (page: Page): Promise<void> => {
  const browser = await page.context().newCDPSession(page);
  const { currentIndex, entries } = await browser.send('Page.getNavigationHistory');
  await browser.send('Page.navigateToHistoryEntry', { entryId: entries[currentIndex - 1]?.id ?? 0 });
  await browser.detach();
};

test('a form that is half written asks before it is closed, however it is closed @phone', async ({
  page,
}) => {
  await openOwnBook(page, []);
  await page.goto('./#/customers');
  await begin(page);
  const name = dialog(page).getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Ada');
  await page.keyboard.press('Escape');
  await expect(question(page)).toBeVisible();
  await expect(button(page, 'Keep writing')).toBeFocused();
  await accessible(page);
  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Ada');
  await page.mouse.click(5, 5);
  await expect(question(page)).toBeVisible();
  await button(page, 'Keep writing').click();
  await expect(name).toBeFocused();
  await button(page, 'Close').dblclick();
  await expect(question(page)).toHaveCount(0);
  await expect(name).toHaveValue('Ada');
  await button(page, 'Close').click();
  await expect(question(page)).toBeVisible();
  await button(page, 'Throw away').click();
  await expect(dialog(page)).toHaveCount(0);
  await begin(page);
  await expect(name).toHaveValue('');
  await expect(question(page)).toHaveCount(0);
  // What was taken back again is nothing to lose.
  await name.fill('Ada');
  await name.fill('');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await begin(page);
  await name.fill('Ada');
  await button(page, 'Cancel').click();
  await expect(dialog(page)).toHaveCount(0);
});

test('a form that is half written is not left by the way back of a desk before it was asked', async ({
  page,
}) => {
  await openOwnBook(page, []);
  await page.goto('./#/customers');
  await begin(page);
  const name = dialog(page).getByRole('textbox', { name: 'Name', exact: true });
  await name.click();
  await page.keyboard.type('Ada');
  await pressBack(page);
  await expect(question(page)).toBeVisible();
  await expect(page).toHaveURL(/#\/customers$/);
  await button(page, 'Keep writing').click();
  await expect(name).toHaveValue('Ada');
  await pressBack(page);
  await expect(question(page)).toBeVisible();
  await pressBack(page);
  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveURL(/#\/today$/);
});
