import { expect, test } from '@playwright/test';

/**
 * A list that was opened while its rows were still being written shows all of them in the end. Several pages at once,
 * because what this guards against (a live query that loses sight of its rows) came on one page load in three.
 */
test('the order list ends up complete although it was opened while the book was being filled', async ({
  browser,
}) => {
  const contexts = await Promise.all(Array.from({ length: 4 }, () => browser.newContext()));
  await Promise.all(
    contexts.map(async (context) => {
      const page = await context.newPage();
      await page.goto('./');
      await page.getByRole('button', { name: /Look around in a sample book/ }).click();
      await page.getByRole('button', { name: 'Go to the orders' }).click({ timeout: 120_000 });
      const tab = page.getByRole('link', { name: /^All/ });
      await expect(tab).toHaveText(/All\s*104/, { timeout: 120_000 });
      await expect(page.getByRole('link', { name: /A-1102/ })).toBeVisible({ timeout: 120_000 });
    }),
  );
});
