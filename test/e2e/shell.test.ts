import { expect, test } from '@playwright/test';
import { SECURITY_HEADERS } from '../../src/shell/headers.ts';

const expected = Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]);

test('every file comes with the security headers, a missing one is missing', async ({ page, request }) => {
  const files = new Set(['./service-worker.js', './manifest.webmanifest']);
  page.on('response', (response) => files.add(response.url()));
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  for (const file of files) {
    const answer = await request.get(file);
    expect(Object.entries(answer.headers()), file).toEqual(expect.arrayContaining(expected));
  }
  expect((await request.get('./assets/gone.js')).status()).toBe(404);
});

test('the page breaks no rule of its own security policy and asks nobody else for anything', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url());
  });
  await page.goto('./');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test('it opens without a network from the second load on, as safely as with one', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await context.setOffline(true);
  const again = await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(Object.entries(again?.headers() ?? {})).toEqual(expect.arrayContaining(expected));

  const lost = await page.goto('./orders/17');
  expect(lost?.url()).toBe(new URL('./', page.url()).href);
});
