import { expect, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { test } from './sample-book.ts';

/** Every room in both lights and on both screens: no rule of accessibility is broken (none is left out), nothing is wider than the screen. */
const examine = async (page: Page): Promise<void> => {
  await accessible(page);
  const [wanted, there] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(wanted, 'scrolls sideways').toBe(there);
};

const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'By what is to be done' })
    .getByRole('link', { name: new RegExp(`^${name}`) });

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('first run @phone', async ({ page }) => {
  await page.goto('./');
  await expect(title(page, 'Open your order book')).toBeVisible();
  await examine(page);
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await expect(page.getByRole('button', { name: 'Open the book' })).toBeVisible();
  await examine(page);
});

test('an empty book @phone', async ({ page }) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await page.getByRole('button', { name: 'Open the book' }).click();
  await expect(page.getByRole('link', { name: 'Take the first order' })).toBeVisible();
  await examine(page);
});

for (const name of ['All', 'Drafts', 'To ship', 'To pay', 'Done', 'Cancelled'])
  test(`orders: ${name} @phone`, async ({ shopPage: page }) => {
    await page.goto('./#/orders');
    await tab(page, name).click();
    await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('link', { name: /€/ }).first()).toBeVisible();
    await examine(page);
  });

const sheets = [
  { kind: 'open', among: 'To ship', shows: 'Unpaid' },
  { kind: 'shipped', among: 'To pay', shows: 'Shipped' },
  { kind: 'done', among: 'Done', shows: 'Paid' },
  { kind: 'cancelled', among: 'Cancelled', shows: 'Cancelled' },
  { kind: 'draft', among: 'Drafts', shows: 'Saved as a draft' },
];

for (const { kind, among, shows } of sheets)
  test(`an order: ${kind} @phone`, async ({ shopPage: page }) => {
    await page.goto('./#/orders');
    await tab(page, among).click();
    await page.getByRole('link', { name: /€/ }).first().click();
    const sheet = page.getByRole('region', { name: 'The order' });
    await expect(sheet.getByText(shows, { exact: true }).first()).toBeVisible();
    await examine(page);
  });

test('a new order with lines @phone', async ({ shopPage: page }) => {
  await page.goto('./#/orders/new');
  const product = page.getByRole('combobox', { name: 'Add a product' });
  for (const name of ['Eggs', 'Blossom honey']) {
    await product.fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await page.keyboard.press('Enter');
  }
  await product.fill('e');
  await expect(page.getByRole('option').nth(1)).toBeVisible();
  await examine(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Place order · €/ })).toBeVisible();
  await examine(page);
});

const lists = [
  { address: 'customers', list: 'Customers', one: 'Anna Kowalska', shows: 'Ordered in all' },
  { address: 'products', list: 'Products & stock', one: 'Apples, Boskoop', shows: 'Where the stock went' },
];

for (const { address, list, one, shows } of lists)
  test(`${address}, and one of them @phone`, async ({ shopPage: page }) => {
    await page.goto(`./#/${address}`);
    await expect(title(page, list)).toBeVisible();
    const row = page.getByRole('main').getByRole('link', { name: new RegExp(one) });
    await expect(row).toBeVisible();
    await examine(page);
    await row.click();
    await expect(page.getByRole('heading', { name: one })).toBeVisible();
    await expect(page.getByText(shows).first()).toBeVisible();
    await examine(page);
  });

for (const { address, shows } of [
  { address: 'import', shows: 'Choose files' },
  { address: 'engine', shows: 'Everything is up to date.' },
  { address: 'settings', shows: 'Name of your business' },
  { address: 'nowhere', shows: 'This page is not in the book' },
])
  test(`${address} @phone`, async ({ shopPage: page }) => {
    await page.goto(`./#/${address}`);
    await expect(page.getByText(shows).first()).toBeVisible();
    await examine(page);
  });
