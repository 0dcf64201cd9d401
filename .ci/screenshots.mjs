// `npm run screenshots`, after a build: the sample book as the installer and the README show it.
// The web app manifest lists `wide` and `narrow`, as far as they stand in public/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { chromiumPath } from '../test/chromium.mjs';

const SCREENS = {
  wide: { viewport: { width: 1440, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  narrow: { viewport: { width: 390, height: 844 }, colorScheme: 'light' },
};
/** One that is shipped in part. */
const ORDER = 'A-1097';

const server = await preview({ logLevel: 'warn' });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({ executablePath: chromiumPath() });
mkdirSync('public/screenshots', { recursive: true });
for (const [name, screen] of Object.entries(SCREENS)) {
  const page = await browser.newPage(screen);
  await page.goto(address);
  await page.getByRole('button', { name: /sample book/i }).click();
  await page.getByRole('button', { name: 'Go to the orders' }).click({ timeout: 60_000 });
  const order = page.getByRole('link', { name: new RegExp(ORDER) });
  await order.waitFor();
  // On a wide screen with an order beside the list: stubs on the left, the sheet on the right.
  if (screen.viewport.width > 1000) {
    await order.click();
    await page.getByRole('heading', { name: ORDER }).waitFor();
  }
  // What it says of itself on the first visit is no part of the picture.
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await dismiss.first().waitFor();
  while ((await dismiss.count()) > 0) await dismiss.first().click();
  await page.screenshot({ path: `public/screenshots/${name}.png` });
  await page.close();
}
await browser.close();
await server.close();
