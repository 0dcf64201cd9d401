import { existsSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, give, idOf } from './own-book.ts';
import { openApp, test } from './real-browser.ts';

/**
 * A browser that is killed in the midst of writing leaves half an entry in its log. Chromium's next start passes over it;
 * the one after that deletes every database of the app, unless that log has been put away (src/engine/log/turn-over.ts).
 */
const openShop = async (page: Page): Promise<void> => {
  await give(page, 'OpenBook', {
    ...{ name: 'Test shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
};

const namesIn = async (page: Page): Promise<readonly string[]> => {
  const { rows } = await ask<{ readonly rows: readonly { readonly name: string }[] }>(page, 'CustomerList');
  return rows.map(({ name }) => name).sort();
};

const write = async (page: Page, name: string): Promise<void> => {
  await give(page, 'CreateCustomer', { customerId: idOf(name), name });
};

test('a book outlives half an entry that a killed browser left behind', async ({ realBrowser, baseURL }) => {
  const origin = new URL(baseURL ?? '');
  const store = join(
    ...[realBrowser.profile, 'Default', 'IndexedDB'],
    `${origin.protocol.slice(0, -1)}_${origin.hostname}_${origin.port}.indexeddb.leveldb`,
  );
  const logs = () => readdirSync(store).filter((file) => file.endsWith('.log'));

  let page = await openApp(realBrowser, baseURL);
  await openShop(page);
  await write(page, 'Ada');
  test.skip(!existsSync(store), 'This browser keeps its databases otherwise.');
  await realBrowser.kill();

  const torn = logs();
  expect(torn).toHaveLength(1);
  const file = join(store, torn[0] ?? '');
  truncateSync(file, statSync(file).size - 20);

  page = await openApp(realBrowser, baseURL);
  await write(page, 'Ben');
  await expect.poll(logs, 'the torn log is put away').not.toContain(torn[0]);
  await realBrowser.kill();

  page = await openApp(realBrowser, baseURL);
  await write(page, 'Cleo');
  expect(await namesIn(page)).toEqual(['Ada', 'Ben', 'Cleo']);
});

test('a browser that has lost every database gets the book back from the copy that the app keeps', async ({
  realBrowser,
  baseURL,
}) => {
  let page = await openApp(realBrowser, baseURL);
  await openShop(page);
  for (const name of ['Ada', 'Ben']) await write(page, name);
  const health = () => page.evaluate(() => window.counterfoil.health());
  const { position } = (await health()).head;
  await expect.poll(async () => (await health()).copy).toEqual({ state: 'keeping', position });
  await page.goto(`${baseURL ?? ''}#/settings`);
  await expect(page.getByText('By itself the app keeps a second copy')).toBeVisible();
  await realBrowser.kill();
  rmSync(join(realBrowser.profile, 'Default', 'IndexedDB'), { recursive: true });

  const context = await realBrowser.open();
  page = context.pages()[0] ?? (await context.newPage());
  await page.goto(baseURL ?? '');
  await expect(page.getByText(/^This device keeps a second copy of the book, from /)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Open the second copy' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Test shop');
  await dialog.getByRole('button', { name: 'Open this backup' }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  expect(await namesIn(page)).toEqual(['Ada', 'Ben']);
  await write(page, 'Cleo');
  expect(await namesIn(page)).toEqual(['Ada', 'Ben', 'Cleo']);
});

test('a book whose end the browser has lost says so, and either of the two is kept', async ({
  realBrowser,
  baseURL,
}) => {
  const page = await openApp(realBrowser, baseURL);
  await openShop(page);
  for (const name of ['Ada', 'Ben', 'Cleo']) await write(page, name);
  const health = () => page.evaluate(() => window.counterfoil.health());
  const { position } = (await health()).head;
  await expect.poll(async () => (await health()).copy).toEqual({ state: 'keeping', position });
  /** As a file whose newest half is cut off: without an error. */
  await page.evaluate(async () => {
    const opened = indexedDB.open('counterfoil-log');
    await new Promise((resolve) => (opened.onsuccess = resolve));
    const transaction = opened.result.transaction('log', 'readwrite');
    const last = transaction.objectStore('log').openCursor(null, 'prev');
    last.onsuccess = () => last.result?.delete();
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    opened.result.close();
  });
  await page.reload();
  const trouble = page.getByText('the second copy on this device holds 1 entry more');
  await expect(trouble).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('main').locator(trouble)).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: 'Keep the book as it is' }).click();
  const sure = page.getByRole('dialog');
  await expect(sure).toContainText('with whatever the book has lost');
  await sure.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Open the second copy' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open this backup' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Today' })).toBeVisible();
  expect(await namesIn(page)).toEqual(['Ada', 'Ben', 'Cleo']);
});
