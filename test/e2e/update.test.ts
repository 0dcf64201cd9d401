import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { SECURITY_HEADERS } from '../../src/shell/headers.ts';
import { hide } from './out-of-sight.ts';
import { openOwnBook } from './own-book.ts';

const TYPES: Readonly<Record<string, string>> = {
  ...{ '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' },
  ...{ '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2', '.png': 'image/png' },
};

/** The build as a host has it that gets a newer version: to a browser that is one when its service worker's file differs. */
const hosted = () => {
  let version = '';
  let takesOver = true;
  let withholds = /^$/;
  const server = createServer(({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    const file = join('dist', path === '/' ? 'index.html' : path);
    try {
      if (withholds.test(path)) throw new Error('It does not come.');
      const body = readFileSync(file);
      response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': TYPES[extname(file)] ?? 'text/plain' });
      const worker = () => body.toString().replaceAll('SKIP_WAITING', takesOver ? '$&' : 'none') + version;
      response.end(path === '/service-worker.js' ? worker() : body);
    } catch {
      response.writeHead(404, SECURITY_HEADERS).end();
    }
  });
  return {
    server,
    /** Where it does not take over it stands for one that an older one holds up. */
    publish: (how = { takesOver: true }) => {
      version = '\n// A newer version.';
      takesOver = how.takesOver;
    },
    withhold: (paths: RegExp) => {
      withholds = paths;
    },
  };
};

const addressOf = async (server: Server): Promise<string> => {
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return `http://localhost:${String((server.address() as AddressInfo).port)}/`;
};

const update = (page: Page) =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

test.use({ serviceWorkers: 'allow' });

test('a newer version waits for whoever is typing, and comes when they say so: nothing is lost', async ({
  browser,
}) => {
  const { server, publish } = hosted();
  const context = await browser.newContext({ baseURL: await addressOf(server) });
  const page = await context.newPage();
  try {
    await openOwnBook(page, [{ name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 9_000 }]);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto('./#/settings');
    await page.reload();
    const name = page.getByLabel('Name of your business');
    await name.fill('Half of a na');
    publish();
    await update(page);
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

test('a page whose newer version is held up is loaded anew all the same, unless somebody types again meanwhile', async ({
  browser,
}) => {
  const { server, publish } = hosted();
  const context = await browser.newContext({ baseURL: await addressOf(server) });
  const page = await context.newPage();
  try {
    await openOwnBook(page, []);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.goto('./#/settings');
    await page.reload();
    publish({ takesOver: false });
    await update(page);
    const take = page.getByRole('button', { name: 'Update now' });
    await take.click();
    const name = page.getByLabel('Name of your business');
    await name.fill('Half of a na');
    await page.waitForTimeout(7_000);
    await expect(name).toHaveValue('Half of a na');
    await page.getByRole('button', { name: 'Save changes' }).first().click();
    await expect(page.getByText('Nothing has changed.').first()).toBeVisible();
    // What is saved keeps nobody from it, in the very form that it was typed into.
    const reloaded = page.waitForEvent('load');
    await take.click();
    await reloaded;
    await expect(name).toHaveValue('Half of a na');
  } finally {
    await context.close();
    server.close();
  }
});

test('an app of which a file did not come is kept for work without a network once somebody comes back to it', async ({
  browser,
}) => {
  const { server, withhold } = hosted();
  withhold(/\.woff2$/);
  const context = await browser.newContext({ baseURL: await addressOf(server) });
  const page = await context.newPage();
  try {
    const stateOnceBack = async () => {
      await hide(page, true);
      await hide(page, false);
      return page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
    };
    const refused = page.waitForResponse((answer) => answer.url().endsWith('.woff2') && !answer.ok());
    const worker = context.waitForEvent('serviceworker');
    await openOwnBook(page, []);
    await Promise.all([refused, worker]);
    await expect
      .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length))
      .toBe(0);
    withhold(/^$/);
    await expect.poll(stateOnceBack).toBe('activated');
  } finally {
    await context.close();
    server.close();
  }
});
