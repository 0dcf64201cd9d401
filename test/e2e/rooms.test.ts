import { expect, type Page } from '@playwright/test';
import { broken, examine } from './accessible.ts';
import { inOneRow, inSight, misfits } from './fitting.ts';
import { ask, sheet } from './own-book.ts';
import { test } from './sample-book.ts';

/** Every room in both lights and on both screens: no rule of accessibility is broken (none is left out), nothing is wider than the screen. */
const tab = (page: Page, name: string) =>
  page
    .getByRole('navigation', { name: 'By what is to be done' })
    .getByRole('link', { name: new RegExp(`^${name}`) });

const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

test('first run: three steps, gone on with after a reload, to a first order of three lines @phone', async ({
  page,
}) => {
  await page.goto('./');
  await expect(title(page, 'Open your order book')).toBeVisible();
  await examine(page);
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await expect(page.getByRole('textbox', { name: 'Name of your business' })).toBeFocused();
  await page.keyboard.type('Corner stall');
  await page.keyboard.press('Enter');
  await expect(title(page, 'Money and tax')).toBeVisible();
  await page.getByRole('combobox', { name: 'Currency' }).selectOption('EUR');
  await page.getByText('Included', { exact: true }).click();
  await page.getByRole('textbox', { name: /^Tax rate/ }).fill('7');
  await examine(page);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Pumpkin');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Write a price. 0 is fine.')).toBeVisible();
  await page.reload();

  const price = page.getByRole('textbox', { name: 'Price, tax included' });
  await price.fill('4.20');
  await page.getByRole('textbox', { name: 'In stock now' }).fill('12');
  await examine(page);
  await page.getByRole('button', { name: 'Take your first order' }).click();
  const product = page.getByRole('combobox', { name: 'Add a product' });
  await product.fill('pump');
  await expect(page.getByRole('option', { name: /^Pumpkin.*€4\.20/ })).toBeVisible();
  await page.getByRole('option', { name: /^Pumpkin/ }).click();
  await page.keyboard.press('Enter');
  for (const [name, costs] of [
    ['Eggs', '3.50'],
    ['Honey', '7.50'],
  ] as const) {
    await expect(product).toBeFocused();
    await product.fill(name);
    await page.getByRole('option', { name: `Create “${name}”` }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('textbox', { name: 'Price' })).toBeFocused();
    await page.keyboard.type(costs);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Quantity' }).last()).toBeFocused();
    await inSight(page.getByRole('textbox', { name: 'Quantity' }).last());
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
  }
  // Nobody said how many there are of what was made just now: no line warns that it is short.
  await expect(page.getByText(/will wait for stock/)).toHaveCount(0);
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
  await expect(page.getByText('€26.20').first()).toBeVisible();
  expect(await ask(page, 'BookSettings')).toMatchObject({
    ...{ name: 'Corner stall', currency: 'EUR', taxMode: 'inclusive', defaultTaxRate: 7_000 },
  });
});

/** What each room says and offers while there is nothing in it. */
const empty = [
  { address: 'today', says: 'Nothing waits', offers: 'Take an order' },
  { address: 'customers', says: 'No customers yet', offers: 'New customer' },
  { address: 'products', says: 'No products yet', offers: 'New product' },
  { address: 'products?shelf=low', says: 'Nothing runs low', offers: 'New product' },
  { address: 'products/count', says: 'No products yet', offers: 'New product' },
  { address: 'products/delivery', says: 'No products yet', offers: 'New product' },
  { address: 'reports', says: 'Nothing in this period.', offers: 'Print' },
  { address: 'activity', says: 'You opened the book', offers: 'Filter' },
  { address: 'print/pick-list', says: 'Nothing to fetch', offers: 'Back' },
  { address: 'engine/work', says: 'Nothing is stuck.', offers: 'Overview' },
  { address: 'products/prices', says: 'No products yet', offers: 'New product' },
];

test('an empty book: each room says what will stand there and offers the next step @phone', async ({ page }, {
  project,
}) => {
  await page.goto('./');
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await page.getByRole('button', { name: 'Open the book' }).click();
  await expect(page.getByRole('link', { name: 'Take the first order' })).toBeVisible();
  await examine(page);
  const main = page.getByRole('main');
  for (const [index, { address, says, offers }] of empty.entries()) {
    await page.goto(`./#/${address}`);
    await expect(main.getByText(says, { exact: true })).toBeVisible();
    await expect(main.getByText(offers, { exact: true }).last()).toBeVisible();
    // A phone shows the same another way: what it may lack is room.
    if (project.name === 'desktop') await examine(page, [index % 2 === 0 ? 'light' : 'dark']);
    expect(await misfits(page), address).toEqual([]);
    if (/pick-list/.test(address)) await expect(main.getByRole('button', { name: 'Print' })).toBeDisabled();
  }
  await main.getByRole('button', { name: 'New product' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Pumpkin');
  await dialog.getByRole('textbox', { name: /^Price/ }).fill('4');
  await dialog.getByRole('button', { name: 'Create product' }).click();
  await expect(title(page, 'Pumpkin')).toBeVisible();
});

test('orders, by what is to be done @phone', async ({ shopPage: page }, { project }) => {
  await page.goto('./#/orders');
  // The tabs differ in their rows alone, which one of them shows on a phone.
  const others = ['Drafts', 'To ship', 'To pay', 'Done', 'Cancelled'];
  for (const name of ['All', ...(project.name === 'desktop' ? others : [])])
    await test.step(name, async () => {
      await tab(page, name).click();
      await expect(tab(page, name)).toHaveAttribute('aria-current', 'page');
      await expect(page.getByRole('link', { name: /€/ }).first()).toBeVisible();
      await examine(page, name === 'All' ? undefined : ['light']);
    });
});

test('an order at every stage @phone', async ({ shopPage: page }) => {
  // What came in last depends on the day: of those to be shipped one that waits for nothing else.
  for (const [among, stub, shows] of [
    ['To ship', /To ship.*€|€.*To ship/, 'To ship'],
    ['To pay', /€/, 'Shipped'],
    ['Done', /€/, 'Paid'],
    ['Cancelled', /€/, 'Cancelled'],
    ['Drafts', /€/, 'Saved as a draft'],
  ] as const)
    await test.step(among, async () => {
      await page.goto('./#/orders');
      await tab(page, among).click();
      await expect(tab(page, among)).toHaveAttribute('aria-current', 'page');
      await page.getByRole('link', { name: stub }).first().click();
      await expect(sheet(page).getByText(shows, { exact: true }).first()).toBeVisible();
      await examine(page);
    });
});

test('a new order with lines @phone', async ({ shopPage: page }, { project }) => {
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
  const place = page.getByRole('button', { name: /^Place order · €/ });
  await expect(place).toBeVisible();
  if (project.name === 'desktop') await inOneRow(title(page, 'Draft'), place);
  await examine(page);
});

const lists = [
  { address: 'customers', list: 'Customers', one: 'Anna Kowalska', shows: 'Ordered in all' },
  { address: 'products', list: 'Products & stock', one: 'Apples, Boskoop', shows: 'Where the stock went' },
];

test('customers, products, and one of each @phone', async ({ shopPage: page }) => {
  for (const { address, list, one, shows } of lists)
    await test.step(address, async () => {
      await page.goto(`./#/${address}`);
      await expect(title(page, list)).toBeVisible();
      await inOneRow(title(page, list), page.getByRole('button', { name: /^New/ }));
      const row = page.getByRole('main').getByRole('link', { name: new RegExp(one) });
      await expect(row).toBeVisible();
      await examine(page);
      await row.click();
      await expect(page.getByRole('heading', { name: one })).toBeVisible();
      await expect(page.getByText(shows).first()).toBeVisible();
      await examine(page);
    });
});

test('the other rooms, and an address that leads nowhere @phone', async ({ shopPage: page }) => {
  for (const [address, shows] of [
    ['import', 'Choose files'],
    ['engine', 'Everything is up to date.'],
    ['settings', 'Name of your business'],
    ['nowhere', 'This page is not in the book'],
  ] as const)
    await test.step(address, async () => {
      await page.goto(`./#/${address}`);
      await expect(page.getByText(shows).first()).toBeVisible();
      await examine(page);
    });
});

test('every room with more contrast, by the choice in the settings or by the system’s own few colours', async ({
  shopPage: page,
}) => {
  await page.goto('./');
  await page.evaluate(() => {
    document.documentElement.dataset['contrast'] = 'more';
  });
  for (const [address, shows] of [
    ['today', 'To pack and ship'],
    ['orders', 'A-10'],
    ['customers', 'Anna Kowalska'],
    ['products', 'Apples, Boskoop'],
    ['reports', 'Sales over time'],
    ['activity', 'A-10'],
    ['settings', 'Name of your business'],
    ['engine', 'Everything is up to date.'],
  ] as const) {
    await page.goto(`./#/${address}`);
    await expect(page.getByText(shows).first()).toBeVisible();
    // What the tokens come to is computed in tokens.test.ts: one light will do.
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      // The system's own colours are for the system to answer for, and an emulated one has half of them.
      const rules = forcedColors === 'active' ? ['color-contrast'] : [];
      expect(await broken(page, rules), address).toEqual([]);
    }
  }
});

test('what lies over the rooms: the search, the keys, a filter, what can be done with many', async ({
  shopPage: page,
}) => {
  const dialog = page.getByRole('dialog');
  await page.goto('./#/orders');
  await expect(page.getByRole('link', { name: /€/ }).first()).toBeVisible();
  for (const keys of ['Control+k', '?']) {
    await page.keyboard.press(keys);
    await expect(dialog).toBeVisible();
    await examine(page);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  await page.getByRole('button', { name: 'Filter' }).first().click();
  await expect(dialog).toBeVisible();
  await examine(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('1 selected')).toBeVisible();
  await examine(page);
});
