import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { hide, notices } from './out-of-sight.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { hire, switchTo } from './staff.ts';

/** The work that follows from orders by itself, where it is stuck or set for later, and whether the book is whole. */

const JAM = { name: 'Plum jam', unitPrice: 45_000, taxRate: 0, stock: 100_000_000 };
const FAR = '2099-03-01';

const row = (page: Page, table: string, name: string | RegExp) =>
  page.getByRole('table', { name: table }).getByRole('row').filter({ hasText: name });

const act = async (page: Page, table: string, name: string, menu: string, action: string): Promise<void> => {
  await row(page, table, name).getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: action }).click();
};

/** Places an order that is due far from now. */
const placeDue = async (page: Page, name: string): Promise<string> => {
  const orderId = idOf(name);
  await give(page, 'CreateDraft', {
    orderId,
    lines: [{ lineId: idOf(`${name}/line`), productId: idOf('Plum jam'), quantity: 1_000 }],
  });
  await give(page, 'SetDates', { orderId, dueOn: FAR });
  await give(page, 'SubmitOrder', { orderId });
  return orderId;
};

const reminders = (page: Page) =>
  page.evaluate(async () =>
    (await window.counterfoil.events({ limit: 1_000 }))
      .filter(({ type }) => type === 'PaymentReminderDue')
      .map(({ data }) => data),
  );

/** Changes rows of one of the book's own databases behind its back, as only a broken program or disk does. */
const tamper = (page: Page, database: string, table: string, changed: object) =>
  page.evaluate(
    async ([prefix, store, change]) => {
      const known = await indexedDB.databases();
      const name = known.find((one) => one.name?.startsWith(prefix) === true)?.name ?? '';
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          resolve(opening.result);
        };
        opening.onerror = () => {
          reject(new Error(name));
        };
      });
      await new Promise<void>((resolve, reject) => {
        const transaction = db.transaction(store, 'readwrite');
        const rows = transaction.objectStore(store);
        const reading = rows.getAll();
        reading.onsuccess = () => {
          const [first = {}] = reading.result as object[];
          rows.put({ ...first, ...change });
        };
        transaction.oncomplete = () => {
          resolve();
        };
        transaction.onerror = () => {
          reject(new Error(store));
        };
      });
      db.close();
    },
    [database, table, changed] as const,
  );

test('a timer is done now or cancelled, and what is stuck is tried again or left out, by the owner', async ({
  page,
}) => {
  await openOwnBook(page, [JAM]);
  await placeDue(page, 'one');
  await placeDue(page, 'two');
  await page.goto('./#/engine/work');
  const timers = page.getByRole('table', { name: 'Timers' });
  await expect(timers.getByRole('row')).toHaveCount(3);
  await act(page, 'Timers', 'A-1001', 'Actions for this timer', 'Do it now');
  await expect(timers.getByRole('row')).toHaveCount(2);
  await expect.poll(() => reminders(page)).toEqual([{ dueOn: FAR, late: 0 }]);
  await act(page, 'Timers', 'A-1002', 'Actions for this timer', 'Cancel the timer');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('paid at the market');
  await dialog.getByRole('button', { name: 'Cancel the timer' }).click();
  await expect(page.getByText('No timer is set.')).toBeVisible();

  const orderId = idOf('one');
  const [productId, lineId] = [idOf('Plum jam'), idOf('one/line')];
  const stuck = (n: number, instance: string, quantity: number) => ({
    ...{ position: 1, n, instance, attempts: 1, since: '2026-11-20T10:00:00.000Z' },
    rejection: { code: 'unknown-product', message: 'There is no such product.', values: {} },
    command: {
      ...{ commandId: `process/stock-allocation/${instance}/${String(n)}`, type: 'ReserveStock' },
      payload: { productId, orderId, lineId, quantity },
      ...{ actor: { id: 'process:stock-allocation', role: 'system' }, correlationId: 'c', causationId: 'c' },
    },
  });
  await tamper(page, 'counterfoil-process:stock-allocation', 'refused', stuck(0, orderId, 1_000));
  await tamper(page, 'counterfoil-process:stock-allocation', 'refused', stuck(1, idOf('two'), -1));
  await placeOrder(page, 'three', { lines: { 'Plum jam': 1 } });
  const work = page.getByRole('table', { name: 'Work that does not go on' });
  await expect(work.getByRole('row')).toHaveCount(3);
  await expect(work.getByRole('row').filter({ hasText: 'A-1001' })).toContainText('ReserveStock');
  await accessible(page);
  await page.getByRole('button', { name: 'Try all again' }).click();
  await expect(work.getByRole('row')).toHaveCount(2);
  await expect(row(page, 'Work that does not go on', 'A-1002')).toContainText('2');
  await act(page, 'Work that does not go on', 'A-1002', 'Actions for what does not go on', 'Leave out');
  await dialog.getByRole('textbox').fill('there is nothing to keep');
  await dialog.getByRole('button', { name: 'Leave out' }).click();
  await expect(page.getByText('Nothing is stuck.')).toBeVisible();

  await page.goto('./#/engine/done');
  await expect(page.getByText('Reserving stock: leave out what did not go on')).toBeVisible();
  await expect(page.getByText('there is nothing to keep')).toBeVisible();
  await expect(page.getByText('Reminders of payments: cancel a timer')).toBeVisible();
  await expect(page.getByText('paid at the market')).toBeVisible();
  await hire(page, 'owner', 'clerk');
  await switchTo(page, 'clerk');
  const refused = await page.evaluate(() =>
    window.counterfoil.repair([{ do: 'hurry', process: 'stock-allocation' }]),
  );
  expect(refused).toMatchObject({ status: 'rejected', rejection: { code: 'not-permitted' } });
});

test.describe('whoever looks away', () => {
  test.use({ serviceWorkers: 'allow' });

  test('is told that the book was checked, in the background', async ({ page, context }) => {
    await openOwnBook(page, [JAM]);
    await placeOrder(page, 'one', { lines: { 'Plum jam': 2 } });
    await page.goto('./#/engine');
    await page.getByRole('button', { name: 'Check now' }).click();
    await expect(page.getByText(/All is as it should be: \d+ entries and \d+ lists/)).toBeVisible();
    await accessible(page);

    await page.evaluate(async () => navigator.serviceWorker.ready);
    await tamper(page, 'counterfoil-view:order-list', 'orders', { total: 1 });
    await context.grantPermissions(['notifications']);
    const check = () => page.evaluate(() => window.counterfoil.startJob('VerifyBook'));
    await hide(page, true);
    // Who watches the jobs is read once the page has nothing better to do: one that ended before is no news.
    await expect(async () => {
      await check();
      await expect.poll(() => notices(page), { timeout: 2_000 }).toContain('Check of the book: done');
    }).toPass();
    await hide(page, false);
    await expect(page.getByText(/these lists do not hold what they should: Orders/)).toBeVisible();
    await expect(page.getByText(/orders: 1 rows, with other contents/)).toBeVisible();

    await context.clearPermissions();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Check now' })).toBeVisible();
    await hide(page, true);
    await expect(async () => {
      await check();
      await expect(page).toHaveTitle(/^● /, { timeout: 2_000 });
    }).toPass();
    await hide(page, false);
    await expect(page.getByText('Check of the book: done').first()).toBeVisible();
    await expect(page).not.toHaveTitle(/^● /);
  });
});
