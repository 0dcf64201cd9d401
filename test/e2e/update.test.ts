import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { SECURITY_HEADERS } from '../../src/shell/headers.ts';
import { openOwnBook } from './own-book.ts';

const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' },
  ...{ '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2', '.png': 'image/png' },
};

/** The build as a host has it that gets a newer version: to a browser that is one when its service worker's file differs. */
const hosted = (): { server: Server; publish: () => void } => {
  let version = '';
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = join('dist', path === '/' ? 'index.html' : path);
    try {
      const body = readFileSync(file);
      response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
      response.end(path === '/service-worker.js' ? `${body.toString()}${version}` : body);
    } catch {
      response.writeHead(404, SECURITY_HEADERS).end();
    }
  });
  return {
    server,
    publish: () => {
      version = '\n// A newer version.';
    },
  };
};

test.use({ serviceWorkers: 'allow' });

test('a newer version waits for whoever is typing, and comes when they say so: nothing is lost', async ({
  browser,
}) => {
  const { server, publish } = hosted();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const { port } = server.address() as AddressInfo;
  const context = await browser.newContext({ baseURL: `http://localhost:${String(port)}/` });
  const page = await context.newPage();
  try {
    await openOwnBook(page, [{ name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 9_000 }]);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto('./#/settings');
    await page.reload();
    const name = page.getByLabel('Name of your business');
    await name.fill('Half of a na');
    publish();
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    const take = page.getByRole('button', { name: 'Update now' });
    await take.click();
    await expect(page.getByText(/^Save or close what you are typing/)).toBeVisible();
    await expect(name).toHaveValue('Half of a na');
    await expect(name).toBeFocused();

    await page.getByRole('button', { name: 'Save changes' }).first().click();
    await expect(page.getByText('Nothing has changed.').first()).toBeVisible();
    await page.goto('./#/orders/new');
    const product = page.getByRole('combobox', { name: 'Add a product' });
    await product.fill('Plum');
    await page.getByRole('option', { name: /^Plum jam/ }).click();
    await page.keyboard.type('3');
    const reloaded = page.waitForEvent('load');
    await take.click();
    await reloaded;
    await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('3');
    await expect(take).toBeHidden();
    await page.goto('./#/settings');
    await expect(name).toHaveValue('Half of a na');
  } finally {
    await context.close();
    server.close();
  }
});
