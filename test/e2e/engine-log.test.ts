import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { settled } from './taking-orders.ts';

const JAM = { name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 100_000 };

const entries = (page: Page) => page.getByRole('list', { name: 'Entries of the book, the newest first' });
const entry = (page: Page, name: string | RegExp) => entries(page).getByRole('link', { name });
const graph = (page: Page) => page.getByRole('list', { name: 'What caused what' });

const openShop = async (page: Page): Promise<void> => {
  await openOwnBook(page, [JAM]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ann'), name: 'Ann Canary' });
  await placeOrder(page, 'first', { customer: 'Ann', lines: { 'Plum jam': 2 } });
  await settled(page);
};

/** As a newer version of the app would: an entry of a type that this one has never heard of. */
const writeUnknown = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('counterfoil-log');
        opening.onerror = () => {
          reject(opening.error ?? new Error('not opened'));
        };
        opening.onsuccess = () => {
          const db = opening.result;
          const writing = db.transaction('log', 'readwrite');
          const log = writing.objectStore('log');
          log.openCursor(null, 'prev').onsuccess = ({ target }) => {
            const last = (target as IDBRequest<IDBCursorWithValue>).result.value as {
              readonly next: number;
              readonly hash: string;
              readonly format: number;
            };
            const at = new Date().toISOString();
            const event = {
              ...{ stream: 'loyalty-ann', version: 1, type: 'PointsGranted', schemaVersion: 1 },
              data: { points: 40 },
            };
            log.add({
              ...{ position: last.next, next: last.next + 1, format: last.format, hash: 'f'.repeat(64) },
              ...{ streams: ['loyalty-ann'], begins: ['loyalty-ann'], commandIds: ['grant'] },
              commits: [
                {
                  ...{ commandId: 'grant', command: { type: 'GrantPoints', payload: { points: 40 } } },
                  ...{ actor: 'owner', recordedAt: at, occurredAt: at, correlationId: 'grant' },
                  ...{ causationId: 'grant', previous: last.hash, events: [event] },
                },
              ],
            });
          };
          writing.oncomplete = () => {
            db.close();
            resolve();
          };
          writing.onabort = () => {
            reject(writing.error ?? new Error('not written'));
          };
        };
      }),
  );

test('the log is narrowed, followed while orders are taken, and an order’s consequences are walked to', async ({
  page,
}) => {
  await openShop(page);
  await page.goto('./#/engine');
  await expect(page.getByText('Everything is up to date.')).toBeVisible();
  await accessible(page);
  await page
    .getByRole('navigation', { name: 'What to look at' })
    .getByRole('link', { name: 'Entries' })
    .click();
  await expect(entry(page, /Order submitted/)).toHaveCount(1);
  await expect(entry(page, /Product created/)).toHaveCount(1);

  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Which entries' });
  await dialog.getByLabel('What happened').selectOption('OrderSubmitted');
  await dialog.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/#\/engine\/log\?type=OrderSubmitted/);
  await expect(entries(page).getByRole('link')).toHaveCount(1);

  await page.getByRole('button', { name: 'Follow live' }).click();
  await expect(page).toHaveURL(/live=on/);
  await placeOrder(page, 'second', { customer: 'Ann', lines: { 'Plum jam': 1 } });
  await expect(entries(page).getByRole('link')).toHaveCount(2);
  await accessible(page);

  await entries(page).getByRole('link').first().click();
  const opened = page.getByRole('region', { name: 'The entry' });
  await expect(opened.getByRole('heading', { name: 'Order submitted' })).toBeVisible();
  await expect(opened.getByText('"name": "Ann Canary"').first()).toBeVisible();
  await expect(opened.getByText('Submit order')).toBeVisible();
  await expect(opened.getByRole('link', { name: 'Order A-1002' })).toBeVisible();
  await accessible(page);

  await settled(page);
  await opened.getByRole('link', { name: 'What came of it' }).click();
  await expect(graph(page).getByRole('link', { name: /Submit order/ })).toBeVisible();
  await expect(graph(page).locator('[aria-current]')).toContainText('Order submitted');
  await expect(graph(page).getByRole('link', { name: /Reserve stock/ })).toContainText('Reserving stock');
  await accessible(page);
  await graph(page)
    .getByRole('link', { name: /Order allocated/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(opened.getByRole('heading', { name: 'Order allocated' })).toBeVisible();
  await expect(opened.getByText('Allocate order')).toBeVisible();

  // A delivery once more: tried first, then given, and both are recorded.
  const delivered = (await page.evaluate(() => window.counterfoil.log.entries({ limit: 99 }))).entries.find(
    ({ type }) => type === 'StockReceived',
  );
  await page.goto(`./#/engine/log/${String(delivered?.position)}`);
  await opened.getByRole('link', { name: 'Try this again' }).click();
  const payload = page.getByRole('textbox', { name: 'What it says (JSON)' });
  await expect(payload).toHaveValue(/"quantity": 100000/);
  const saying = async (quantity: number): Promise<void> => {
    const written = JSON.parse(await payload.inputValue()) as Readonly<Record<string, unknown>>;
    await payload.fill(JSON.stringify({ ...written, quantity }));
  };
  await saying(-1);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(page.getByText('It would be refused.')).toBeVisible();
  await expect(page.getByText('quantity: too small')).toBeVisible();
  await saying(3_000);
  await page.getByRole('button', { name: 'See what would change' }).click();
  await expect(
    page.getByRole('table', { name: 'Stock' }).getByRole('row', { name: /onHand 100000 103000$/ }),
  ).toBeVisible();
  await accessible(page);
  const { position } = (await page.evaluate(() => window.counterfoil.health())).head;
  await page.getByRole('button', { name: 'Apply it' }).click();
  await expect(page.getByText('Applied. It stands in the book now.')).toBeVisible();
  expect((await page.evaluate(() => window.counterfoil.health())).head.position).toBe(position + 1);
  await page.goto('./#/engine/done');
  const done = page.getByRole('table', { name: 'Done to the lists' });
  await expect(done.getByRole('row', { name: /^Give Receive stock by hand/ })).toBeVisible();
  await expect(done.getByRole('row', { name: /^Try Receive stock/ })).toHaveCount(2);
});

test(
  'an order’s history leads to what came of each step, on any screen',
  { tag: '@phone' },
  async ({ page }) => {
    await openShop(page);
    await page.goto(`./#/orders/${idOf('first')}`);
    const placed = page
      .getByRole('list', { name: 'History' })
      .getByRole('listitem')
      .filter({ hasText: 'placed' });
    await placed.getByRole('link').click();
    await expect(graph(page).locator('[aria-current]')).toContainText('Order submitted');
    await expect(graph(page).getByRole('link', { name: /Order allocated/ })).toBeVisible();
    await accessible(page);
    await page.goto('./#/engine/space');
    await expect(page.getByRole('table').getByText('The log', { exact: true })).toBeVisible();
    await accessible(page);
  },
);

test('an entry that a newer version has written is kept and shown as unknown', async ({ page }) => {
  await openShop(page);
  await page.goto('about:blank');
  await page.goto('./#/engine/log');
  await expect(entry(page, /Order submitted/)).toHaveCount(1);
  await writeUnknown(page);
  await page.reload();
  await page.goto('./#/engine/log?unknown=only');
  await expect(entries(page).getByRole('link')).toHaveCount(1);
  await entry(page, /Points granted.*Unknown to this version/).click();
  const opened = page.getByRole('region', { name: 'The entry' });
  await expect(opened.getByText('A newer version of the app has written this entry.')).toBeVisible();
  await expect(opened.getByText('"points": 40').first()).toBeVisible();
  await accessible(page);
});
