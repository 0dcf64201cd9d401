import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { fillSampleBook } from './sample-book.ts';

const PASSPHRASE = 'correct horse battery staple';

/** What the picker of folders would give: a folder of the browser's own has the same door, and asks nobody. */
const intoFolder = async (page: Page): Promise<void> => {
  await page.goto('./#/settings');
  await page.evaluate(() => {
    Object.assign(window, {
      showDirectoryPicker: async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('Stick', { create: true }),
    });
  });
  const make = async (place: string): Promise<void> => {
    await page.getByRole('main').getByRole('button', { name: 'Make a backup' }).click();
    const dialog = page.getByRole('dialog', { name: 'Make a backup' });
    await dialog.getByText('for anybody', { exact: true }).click();
    await dialog.getByText(place, { exact: true }).click();
    await dialog.getByRole('button', { name: 'Make a backup' }).click();
    await expect(dialog.getByText('It is in the folder Stick.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Done' }).click();
  };
  await make('into a folder');
  // The folder is remembered.
  await make('into the folder Stick');
  const names = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const found: string[] = [];
    for await (const name of (await root.getDirectoryHandle('Stick')).keys()) found.push(name);
    return found;
  });
  expect(names.every((name) => name.endsWith('.counterfoil'))).toBe(true);
  expect(names).not.toHaveLength(0);
};

test('a book leaves as one file, and goes on from it on another device', async ({ page, browser }, info) => {
  test.setTimeout(360_000);
  await fillSampleBook(page);
  await page.goto('./#/today');
  await expect(page.getByText('No backup has been made yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Make a backup' }).click();
  // There is more above it, and the link means this.
  const heading = page.getByRole('heading', { name: 'Backups', exact: true });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await page.getByRole('button', { name: 'Make a backup' }).click();
  const making = page.getByRole('dialog', { name: 'Make a backup' });
  await expect(making.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await accessible(page);
  await making.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  const download = page.waitForEvent('download');
  await making.getByRole('button', { name: 'Make a backup' }).click();
  const path = info.outputPath('book.counterfoil');
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^[\p{L}\d-]+-\d{4}-\d\d-\d\d-\d{4}-\d+-orders\.counterfoil$/u);
  await file.saveAs(path);
  await expect(making.getByText('It was read again and is complete.')).toBeVisible();
  await making.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('main').getByText('Last backup: today')).toBeVisible();
  await page.goto('./#/today');
  await expect(page.getByText('Last backup: today')).toBeVisible();
  const { head } = await page.evaluate(() => window.counterfoil.health());
  await intoFolder(page);

  const other = await browser.newContext();
  const device = await other.newPage();
  await device.goto('./');
  await device.getByRole('button', { name: /Open a backup/ }).click();
  const opening = device.getByRole('dialog', { name: 'Open a backup' });
  const cut = info.outputPath('cut.counterfoil');
  writeFileSync(cut, readFileSync(path).subarray(0, 5_000));
  await opening.getByLabel('Choose the file').setInputFiles(cut);
  await opening.getByLabel('Passphrase').fill(PASSPHRASE);
  await opening.getByRole('button', { name: 'Go on' }).click();
  await opening.getByRole('button', { name: 'Open this backup' }).click();
  await expect(opening.getByRole('alert')).toContainText('A part of this backup is missing');
  await opening.getByLabel('Choose the file').setInputFiles(path);
  await opening.getByLabel('Passphrase').fill('something else');
  await opening.getByRole('button', { name: 'Go on' }).click();
  await expect(opening.getByRole('alert')).toContainText('This passphrase does not open the backup');
  await opening.getByLabel('Passphrase').fill(PASSPHRASE);
  await opening.getByRole('button', { name: 'Go on' }).click();
  await expect(opening.getByText('Newest order')).toBeVisible();
  await accessible(device);
  await opening.getByRole('button', { name: 'Open this backup' }).click();
  await expect(device.getByText('Last backup: today')).toBeVisible({ timeout: 120_000 });

  const restored = await device.evaluate(async () => {
    const book = window.counterfoil;
    const orderId = crypto.randomUUID();
    const before = await book.health();
    // The lists are made anew on this device.
    const all = { atLeast: before.head.position, timeoutMs: 60_000 };
    const products = (await book.query('ProductList', { limit: 1 }, all)) as {
      answer: { rows: { productId: string }[] };
    };
    const productId = products.answer.rows[0]?.productId ?? '';
    await book.dispatch('CreateDraft', {
      orderId,
      lines: [{ lineId: crypto.randomUUID(), productId, quantity: 1_000 }],
    });
    const receipt = await book.dispatch('SubmitOrder', { orderId });
    const events = await book.events({ after: 0, limit: 5_000 });
    const numbers = events
      .filter(({ type }) => type === 'OrderSubmitted')
      .map(({ data }) => (data as { number: string }).number);
    return { head: before.head, status: receipt.status, numbers, verdict: await book.verify() };
  });
  expect(restored).toMatchObject({ head, status: 'committed', verdict: { whole: true } });
  expect(new Set(restored.numbers).size).toBe(restored.numbers.length);
  const figures = restored.numbers.map((number) => Number(/\d+$/.exec(number)?.[0]));
  expect(figures.at(-1)).toBe(Math.max(...figures.slice(0, -1)) + 1);
  await expect(device.getByText('Last backup: today · 1 order since')).toBeVisible();
  await other.close();
});
