import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** Opens the app for the first time and fills it with the sample shop, as a person does. */
export const fillSampleBook = async (page: Page): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Look around in a sample book/ }).click();
  await page.getByRole('button', { name: 'Go to the orders' }).click({ timeout: 120_000 });
  const all = page
    .getByRole('navigation', { name: 'By what is to be done' })
    .getByRole('link', { name: /^All/ });
  await expect(all).toHaveText(/All\s*104/, { timeout: 120_000 });
};

/**
 * Tests that only look around share one sample book per worker; whoever changes the book fills a `page` of its own. None of
 * the rooms that they go through may ask anybody but the app's own address for anything.
 */
export const test = base.extend<{ shopPage: Page }, { shop: BrowserContext }>({
  shop: [
    async ({ browser }, use, { project }) => {
      const { baseURL, viewport, hasTouch } = project.use;
      const context = await browser.newContext({
        reducedMotion: 'reduce',
        ...(baseURL === undefined ? {} : { baseURL }),
        ...(viewport === undefined ? {} : { viewport }),
        ...(hasTouch === undefined ? {} : { hasTouch }),
      });
      const page = await context.newPage();
      await fillSampleBook(page);
      await page.close();
      await use(context);
      await context.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  shopPage: async ({ shop, baseURL }, use) => {
    const page = await shop.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await use(page);
    await page.close();
    const own = new URL(baseURL ?? '').origin;
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((url) => !url.startsWith(own) && !/^(data|blob):/.test(url))).toEqual([]);
  },
});
