import { test as base, expect, type BrowserContext, type Page } from '@playwright/test';

/** Opens the app for the first time and fills it with the sample shop, as a person does. */
export const fillSampleBook = async (page: Page): Promise<void> => {
  await page.goto('./');
  await page.getByRole('button', { name: /Look around in a sample book/ }).click();
  await page.getByRole('button', { name: 'Go to the orders' }).click({ timeout: 60_000 });
  const all = page
    .getByRole('navigation', { name: 'By what is to be done' })
    .getByRole('link', { name: /^All/ });
  await expect(all).toHaveText(/All\s*60/, { timeout: 30_000 });
};

/** Tests that only look around share one sample book per worker; whoever changes the book fills a `page` of its own. */
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
    { scope: 'worker', timeout: 90_000 },
  ],
  shopPage: async ({ shop }, use) => {
    const page = await shop.newPage();
    await use(page);
    await page.close();
  },
});
