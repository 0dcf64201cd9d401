import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { buildWith } from './other-build.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { hire, switchTo } from './staff.ts';
import {
  allOrders,
  generationsOf,
  settled,
  takeOrdersUntilMoved,
  watchCount,
  type Counter,
} from './taking-orders.ts';

const JAM = { name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 100_000_000 };

const openShop = async (page: Page): Promise<Counter> => {
  await openOwnBook(page, [JAM]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ann'), name: 'Ann' });
  return { customerId: idOf('Ann'), productId: idOf('Plum jam'), price: 450 };
};

const openRoom = async (page: Page): Promise<void> => {
  await page.goto('./#/engine/lists');
  await expect(page.getByRole('heading', { name: 'Lists kept up to date' })).toBeVisible();
};

const goTo = async (page: Page, part: string): Promise<void> => {
  await page.getByRole('navigation', { name: 'What to look at' }).getByRole('link', { name: part }).click();
};

const act = async (page: Page, list: string, action: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${list}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

const row = (page: Page, table: string, name: string | RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

test('lists are rebuilt while orders are taken, and one goes back, without a wrong or missing row', async ({
  page,
  context,
}) => {
  test.setTimeout(360_000);
  const counter = await openShop(page);
  for (let n = 0; n < 20; n += 1)
    await placeOrder(page, `early ${String(n)}`, { customer: 'Ann', lines: { 'Plum jam': 1 + n } });
  await settled(page);
  const early = await allOrders(page);
  await openRoom(page);
  const till = await context.newPage();
  await till.goto('./#/orders');
  const first = await generationsOf(page);
  const falls = await watchCount(page);

  const taking = takeOrdersUntilMoved(till, counter, first);
  await page.getByRole('button', { name: 'Rebuild all' }).click();
  const during = await taking;
  expect(during.wrong).toEqual([]);
  await settled(page);
  const second = await generationsOf(page);
  expect((await allOrders(page)).slice(during.taken)).toEqual(early);
  await expect(row(page, 'Lists kept up to date', /^Orders Up to date/)).toContainText('Rebuilt and checked');
  await goTo(page, 'Done by hand');
  await expect(row(page, 'Done to the lists', 'Rebuild Order pages')).toContainText('Done');
  await goTo(page, 'Lists');

  const before = await allOrders(page);
  const takingMore = takeOrdersUntilMoved(till, counter, { 'order-list': second['order-list'] ?? 0 });
  await act(page, 'Orders', 'Go back to the former one');
  const after = await takingMore;
  expect(after.wrong).toEqual([]);
  await settled(page);
  const third = await generationsOf(page);
  expect(third).toEqual({ ...second, 'order-list': first['order-list'] });
  expect((await allOrders(page)).slice(after.taken)).toEqual(before);
  expect(await falls()).toEqual([]);
  await accessible(page);
});

test('a rebuild is paused, survives a reload, goes on and can be stopped', async ({ page }) => {
  await openShop(page);
  await openRoom(page);
  await settled(page);
  const first = await generationsOf(page);
  const views = Object.keys(first);
  const [last = ''] = views.slice(-1);
  await page.evaluate(
    ([all, one]) =>
      window.counterfoil.repair([
        ...all.map((view) => ({ do: 'rebuild' as const, view })),
        { do: 'pause', view: one },
      ]),
    [views, last] as const,
  );
  await page.reload();
  await expect(row(page, 'Lists kept up to date', 'Paused')).toHaveCount(1);
  await expect
    .poll(async () => (await generationsOf(page))[views[0] ?? ''])
    .toBeGreaterThan(first[views[0] ?? ''] ?? 0);
  await page.getByRole('button', { name: 'Go on with all' }).click();
  await expect.poll(async () => (await generationsOf(page))[last]).toBeGreaterThan(first[last] ?? 0);
  await settled(page);

  const second = await generationsOf(page);
  await page.evaluate(
    (one) =>
      window.counterfoil.repair([
        { do: 'rebuild', view: 'order-list' },
        { do: 'rebuild', view: one },
        { do: 'pause', view: one },
      ]),
    last,
  );
  await expect(row(page, 'Lists kept up to date', 'Paused')).toHaveCount(1);
  await page.getByRole('button', { name: 'Stop all' }).click();
  await expect(page.getByRole('button', { name: 'Rebuild all' })).toBeEnabled();
  expect((await generationsOf(page))[last]).toBe(second[last]);
});

test('who may not repair sees why, and the worker refuses a script', async ({ page }) => {
  await openShop(page);
  await hire(page, 'owner', 'clerk');
  await switchTo(page, 'clerk');
  await openRoom(page);
  await expect(page.getByRole('button', { name: 'Rebuild all' })).toBeDisabled();
  await expect(page.getByText('To rebuild is for the owner (Clerk: not allowed).')).toBeVisible();
  await page.getByRole('button', { name: 'Actions for Orders', exact: true }).click();
  const rebuild = page.getByRole('menuitem', { name: /^Rebuild/ });
  await expect(rebuild).toBeDisabled();
  await expect(rebuild).toContainText('Clerk: not allowed');
  await page.keyboard.press('Escape');

  const receipt = await page.evaluate(() =>
    window.counterfoil.repair([{ do: 'rebuild', view: 'order-list' }]),
  );
  expect(receipt).toMatchObject({
    status: 'rejected',
    rejection: { code: 'not-permitted', values: { permission: 'engine.repair', role: 'clerk' } },
  });
  const hurried = await page.evaluate(() => window.counterfoil.outlets.hurry('tabs'));
  expect(hurried).toMatchObject({ code: 'not-permitted', values: { role: 'clerk' } });
  await goTo(page, 'Refused');
  await expect(row(page, 'Refused lately', 'engine.repair')).toBeVisible();
  expect(await page.evaluate(() => window.counterfoil.repairs())).toEqual([]);
});

test.describe('an order that a list can’t take in', () => {
  test.use({ serviceWorkers: 'block' });

  test('is set aside, seen, tried again, and flows on by itself with an update of the app', async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(480_000);
    const faulty = buildWith({
      'src/views/order-list/projection.ts': (text) =>
        text.replace(
          /\n {2}listed,\n\);\n$/,
          `
  (id, update) =>
    listed(id, (row) => {
      const now = update(row);
      if (now?.tags?.includes('gift')) throw new TypeError('a gift has no place in this list');
      return now;
    }),
);
`,
        ),
    });
    try {
      await faulty.serve(context, baseURL ?? '');
      await openShop(page);
      const orderId = await placeOrder(page, 'poisoned', { lines: { 'Plum jam': 2 } });
      await give(page, 'Tag', { orderId, tag: 'gift' });
      await give(page, 'Tag', { orderId, tag: 'late' });
      await placeOrder(page, 'sound', { lines: { 'Plum jam': 3 } });
      await openRoom(page);
      await expect(row(page, 'Lists kept up to date', /^Orders/)).toContainText('1 thing set aside');
      await expect
        .poll(async () => (await allOrders(page)).map((each) => (each as { number: string }).number))
        .toEqual(['A-1002', 'A-1001']);

      const letter = row(page, 'Set aside', 'Order A-1001');
      await expect(letter).toContainText('a gift has no place in this list');
      await accessible(page);
      await letter.getByRole('button', { name: 'Actions for what was set aside' }).click();
      await page.getByRole('menuitem', { name: 'Look closer' }).click();
      const dialog = page.getByRole('dialog', { name: 'Set aside' });
      await expect(dialog).toContainText('TypeError: a gift has no place in this list');
      await expect(dialog).toContainText('3 times');
      await expect(dialog).toContainText('"tag": "gift"');
      await expect(dialog).toContainText('As it was before this entry, in 1 row');
      await dialog.getByText('Its rows, as they are stored').click();
      await expect(dialog.getByRole('listitem')).toContainText('"number": "A-1001"');
      await accessible(page);
      await dialog.getByRole('button', { name: 'Close' }).first().click();

      await page.getByRole('button', { name: 'Try all again' }).click();
      await goTo(page, 'Done by hand');
      await expect(row(page, 'Done to the lists', 'Try again everything that was set aside')).toContainText(
        '1 of 1 still can’t be taken in.',
      );
      await goTo(page, 'Lists');
      await expect(letter).toBeVisible();
    } finally {
      // A room that is being fetched ahead is answered first.
      await context.unrouteAll({ behavior: 'wait' });
      faulty.remove();
    }

    await page.goto('about:blank');
    await openRoom(page);
    await expect(page.getByText('Nothing is set aside.')).toBeVisible();
    await settled(page);
    const orders = (await allOrders(page)) as readonly { number: string; tags?: readonly string[] }[];
    expect(orders.map(({ number, tags }) => ({ number, tags }))).toEqual([
      { number: 'A-1002', tags: undefined },
      { number: 'A-1001', tags: ['gift', 'late'] },
    ]);
    expect(await page.evaluate(() => window.counterfoil.deadLetters())).toEqual([]);
  });
});
