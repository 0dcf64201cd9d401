// `npm run screenshots`, after a build: the sample book as the installer and the README show it.
// The web app manifest lists whatever of these stands in public/screenshots.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import { chromiumPath } from '../test/chromium.mjs';

const SCREENS = {
  wide: { width: 1440, height: 900 },
  narrow: { width: 390, height: 844 },
};

const server = await preview({ logLevel: 'warn' });
const [address] = server.resolvedUrls.local;
const browser = await chromium.launch({ executablePath: chromiumPath() });
mkdirSync('public/screenshots', { recursive: true });
for (const [name, viewport] of Object.entries(SCREENS)) {
  const page = await browser.newPage({ viewport, colorScheme: 'light' });
  await page.goto(address);
  await page.getByRole('button', { name: /sample book/i }).click();
  await page.getByRole('button', { name: 'Go to the orders' }).click({ timeout: 60_000 });
  const order = page.getByRole('link', { name: /A-1055/ });
  await order.waitFor();
  // On a wide screen with an order beside the list: stubs on the left, the sheet on the right.
  if (viewport.width > 1000) {
    await order.click();
    await page.getByRole('heading', { name: 'A-1055' }).waitFor();
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
