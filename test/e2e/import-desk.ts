import { expect, type Page } from '@playwright/test';

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
    timeout: 30_000,
  });
};

export const openEmptyBook = async (page: Page): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await page.getByRole('button', { name: 'Open the book' }).click();
  await expect(page.getByRole('link', { name: 'Take the first order' })).toBeVisible();
};

/** How many orders, products and customers the book holds. */
export const held = (page: Page) =>
  page.evaluate(async () => {
    const { query } = window.counterfoil;
    const rows = async (name: string) =>
      ((await query(name, { limit: 100 })).answer as { rows: readonly unknown[] }).rows.length;
    const counts = (await query('OrderCounts')).answer as { all: number };
    return { orders: counts.all, products: await rows('ProductList'), customers: await rows('CustomerList') };
  });
