import { expect, type Page } from '@playwright/test';
import { ask } from './own-book.ts';

/** A file as a person would choose it. */
export const csv = (name: string, ...lines: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\n')),
});

type Upload = string | ReturnType<typeof csv>;

/** Hands files over at the import desk and waits for what the dry run found. */
export const check = async (page: Page, files: readonly Upload[]): Promise<void> => {
  await page.goto('./#/import');
  const input = page.locator('input[type=file]');
  // Two lists: the type of the method takes either paths or contents, not both.
  const paths = files.filter((file) => typeof file === 'string');
  if (paths.length > 0) await input.setInputFiles(paths);
  else await input.setInputFiles(files.filter((file) => typeof file !== 'string'));
  await expect(page.getByRole('heading', { name: 'Here is what is in the files' })).toBeVisible({
    timeout: 120_000,
  });
};

export const openEmptyBook = async (page: Page): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await page.getByRole('button', { name: 'Open the book' }).click();
  await expect(page.getByRole('link', { name: 'Take the first order' })).toBeVisible();
};

/** How many orders, products and customers the book holds. */
export const held = async (page: Page) => {
  const rows = async (name: string) =>
    (await ask<{ readonly rows: readonly unknown[] }>(page, name, { limit: 100 })).rows.length;
  const { all: orders } = await ask<{ readonly all: number }>(page, 'OrderCounts');
  return { orders, products: await rows('ProductList'), customers: await rows('CustomerList') };
};
