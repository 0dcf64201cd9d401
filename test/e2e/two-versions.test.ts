import { expect, test, type Page } from '@playwright/test';
import { buildWith } from './other-build.ts';
import { ask, atTheDoor, give, idOf, openOwnBook } from './own-book.ts';

const JAM = { name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 5_000 };

/** The version to come: deliveries say by whom they were brought, and those of before say so, too. */
const newer = () =>
  buildWith({
    'src/domain/stock/events.ts': (text) =>
      text.replace(
        /'StockReceived',\n {2}1,\n {2}z\.object\(\{(.*)\}\),\n\)/,
        `'StockReceived', 2, z.object({$1, broughtBy: z.string() }),
         { 1: (data) => ({ ...(data as object), broughtBy: 'nobody knows' }) })`,
      ),
    'src/domain/stock/commands/shelf.ts': (text) =>
      text.replace('StockReceived({ ...payload,', "StockReceived({ ...payload, broughtBy: 'a van',"),
  });

const receive = (page: Page) =>
  page.evaluate(
    (productId) => window.counterfoil.dispatch('ReceiveStock', { productId, quantity: 1_000 }),
    idOf('Plum jam'),
  );

const deliveries = async (page: Page) => {
  const events = await page.evaluate(() => window.counterfoil.events({ after: 0, limit: 100 }));
  return events
    .filter(({ type }) => type.startsWith('StockReceived'))
    .map(({ schemaVersion, data }) => [schemaVersion, (data as { broughtBy?: string }).broughtBy]);
};

const onHand = async (page: Page) =>
  (
    await ask<readonly { readonly onHand: number }[]>(page, 'StockLevels', { productIds: [idOf('Plum jam')] })
  )[0]?.onHand;

test.use({ serviceWorkers: 'block' });

test('beside a newer version an older tab saves nothing more, says so, and works on once it is loaded again', async ({
  page: older,
  context,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const build = newer();
  try {
    await openOwnBook(older, [JAM]);
    await older.goto('./#/products');
    await expect(older.getByText('Plum jam')).toBeVisible();
    const page = await context.newPage();
    await build.serve(page, baseURL ?? '');
    await page.goto('./');
    await atTheDoor(page);
    expect(await receive(page)).toMatchObject({ status: 'committed' });

    const notice = older.getByText('A newer version is open in another tab');
    await expect(notice).toBeVisible();
    await expect(older.getByText('Plum jam')).toBeVisible();
    const { position } = (await page.evaluate(() => window.counterfoil.health())).head;
    expect(await receive(older)).toMatchObject({ status: 'in-doubt', reason: 'newer-version' });
    // Loaded again from an old copy it is none the wiser.
    await older.reload();
    await expect(notice).toBeVisible();
    expect(await receive(older)).toMatchObject({ status: 'in-doubt', reason: 'newer-version' });
    expect((await page.evaluate(() => window.counterfoil.health())).head.position).toBe(position);

    await build.serve(older, baseURL ?? '');
    await older.getByRole('button', { name: 'Reload' }).click();
    await expect(older.getByText('Plum jam')).toBeVisible();
    await expect(notice).toBeHidden();
    await give(older, 'ReceiveStock', { productId: idOf('Plum jam'), quantity: 1_000 });
    expect(await receive(page)).toMatchObject({ status: 'committed' });
    expect(await deliveries(older)).toEqual([
      [1, 'nobody knows'],
      [2, 'a van'],
      [2, 'a van'],
      [2, 'a van'],
    ]);
    expect(await onHand(older)).toBe(8_000);
  } finally {
    build.remove();
  }
});

test('a tab works to its end when the next version has taken its files away', async ({ page }) => {
  await openOwnBook(page, [JAM]);
  // The last of what is read ahead.
  await page.waitForResponse(/\/SpacePart-.*\.js/);
  await page.waitForLoadState('networkidle');
  await page.route('**/assets/**', (route) => route.fulfill({ status: 404 }));
  const rooms = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  const names = await rooms.allInnerTexts();
  expect(names.length).toBeGreaterThan(5);
  for (const [n, name] of names.entries()) {
    await rooms.nth(n).click();
    await expect(page.getByRole('heading', { level: 1 }).first(), name).toBeVisible();
    await expect(page.getByRole('button', { name: 'Reload' }), name).toBeHidden();
  }
  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Add a product' }).fill('Plum');
  await page.getByRole('option', { name: /^Plum jam/ }).click();
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
});
