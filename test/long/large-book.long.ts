import { rm } from 'node:fs/promises';
import { chromium, expect, test as base, type Page } from '@playwright/test';
import { customersFile, ordersFile, productsFile } from '../../bench/northwind-like.mjs';
import { give, idOf, openOwnBook } from '../e2e/own-book.ts';
import {
  allOrders,
  generationsOf,
  settled,
  takeOrdersUntilMoved,
  watchCount,
  type Counter,
} from '../e2e/taking-orders.ts';

const ORDERS = Number(process.env['COUNTERFOIL_ORDERS'] ?? 50_000);
const FIRST_NUMBER = 10_000_000;
const JAM = { name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 1_000_000_000 };

/** A profile on disk: one in memory has room for no more than a large book, and none for all its lists a second time. */
const test = base.extend({
  context: async ({ baseURL, launchOptions, serviceWorkers, viewport }, use, info) => {
    const profile = info.outputPath('profile');
    const options = { ...launchOptions, ...(baseURL !== undefined && { baseURL }), serviceWorkers, viewport };
    const context = await chromium.launchPersistentContext(profile, options);
    await use(context);
    await context.close();
    await rm(profile, { recursive: true, force: true });
  },
});

const openShop = async (page: Page): Promise<Counter> => {
  await openOwnBook(page, [JAM]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ann'), name: 'Ann' });
  return { customerId: idOf('Ann'), productId: idOf('Plum jam'), price: 450 };
};

const importOrders = async (page: Page): Promise<void> => {
  const files = [customersFile(), productsFile(), ordersFile(FIRST_NUMBER, ORDERS)];
  await page.evaluate(async (given) => {
    const named = given.map(({ name }) => ({ fileId: name, name }));
    const contents = given.map(({ name, text }) => ({ fileId: name, name, content: new Blob([text]) }));
    const receipt = await window.counterfoil.startJob(
      'ImportBook',
      { files: named, mode: 'import' },
      { files: contents },
    );
    if (receipt.status !== 'accepted') throw new Error(JSON.stringify(receipt));
  }, files);
  const counted = () =>
    page.evaluate(async () => (await window.counterfoil.query('OrderCounts')).answer as { all: number });
  await expect.poll(async () => (await counted()).all, { timeout: 3_600_000 }).toBe(ORDERS);
  await settled(page);
};

/** How long a step took, for whoever watches. */
const timed = async <Answer>(what: string, work: () => Promise<Answer>): Promise<Answer> => {
  const begin = performance.now();
  const answer = await work();
  console.log(`${what}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return answer;
};

test('all lists of a large book are rebuilt while orders are taken, and one goes back', async ({
  page,
  context,
}) => {
  const counter = await openShop(page);
  await timed(`import of ${String(ORDERS)} orders`, () => importOrders(page));
  const early = JSON.stringify(await allOrders(page));
  await page.goto('./#/engine/lists');
  const till = await context.newPage();
  await till.goto('./#/customers');
  const first = await generationsOf(page);
  const falls = await watchCount(page);

  const taking = takeOrdersUntilMoved(till, counter, first);
  await page.getByRole('button', { name: 'Rebuild all' }).click();
  const during = await timed(`rebuild of ${String(Object.keys(first).length)} lists`, () => taking);
  console.log(`${String(during.taken)} orders taken meanwhile`);
  expect(during.wrong).toEqual([]);
  await settled(page);
  expect(JSON.stringify((await allOrders(page)).slice(during.taken)) === early).toBe(true);

  const before = JSON.stringify(await allOrders(page));
  const second = await generationsOf(page);
  const takingMore = takeOrdersUntilMoved(till, counter, { 'order-list': second['order-list'] ?? 0 });
  await page.getByRole('button', { name: 'Actions for Orders', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Go back to the former one' }).click();
  const after = await timed('going back', () => takingMore);
  expect(after.wrong).toEqual([]);
  await settled(page);
  expect(await generationsOf(page)).toEqual({ ...second, 'order-list': first['order-list'] });
  expect(JSON.stringify((await allOrders(page)).slice(after.taken)) === before).toBe(true);
  expect(await falls()).toEqual([]);
});
