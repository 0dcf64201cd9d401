import { expect, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { expectedSignature, Listener } from './listener.ts';
import { hide, notices } from './out-of-sight.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { openApp, test as base } from './real-browser.ts';

/** Another program on this machine listens to a book: it fails, is silent, dies, and so does the book. */
const SECRET = `whsec_${Buffer.from('counterfoil counterfoil counterf').toString('base64')}`;

const test = base.extend<{ listener: Listener }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from here
  listener: async ({}, use) => {
    const listener = new Listener();
    await use(listener);
    await listener.close();
  },
});

// The service worker says where the engine may send to.
test.use({ serviceWorkers: 'allow' });

const listTo = (page: Page, url: string, more: object = {}) =>
  page.evaluate(
    ([address, secret, changes]) =>
      window.counterfoil.outlets.save({
        ...{ id: 'shop', kind: 'webhook', url: address, types: [], personal: false, on: true, secret },
        ...changes,
      }),
    [url, SECRET, more] as const,
  );

const outlet = async (page: Page) => (await page.evaluate(() => window.counterfoil.outlets.list()))[0];

const pay = (page: Page, order: string, amount: number) =>
  give(page, 'RecordPayment', {
    ...{ orderId: idOf(order), paymentId: crypto.randomUUID(), method: 'cash', amount },
  });

const ship = (page: Page, order: string) =>
  give(page, 'ShipItems', { orderId: idOf(order), fulfilmentId: crypto.randomUUID() });

const openShop = async (page: Page): Promise<void> => {
  await give(page, 'OpenBook', {
    ...{ name: 'Test shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  const productId = idOf('Tea');
  await give(page, 'CreateProduct', { productId, name: 'Tea', unit: 'tin', unitPrice: 45_000, taxRate: 0 });
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Byron' });
};

const positionOf = (heard: { readonly body: string } | undefined) =>
  (JSON.parse(heard?.body ?? '{}') as { readonly position?: number }).position;

const numbered = (listener: Listener) =>
  listener.taken.map(({ type, data }) => `${type} ${String(data['number'])}`);

test('a webhook gets everything, in order, whatever happens to it and to the book', async ({
  realBrowser,
  listener,
  baseURL,
}) => {
  const url = await listener.open();
  let page = await openApp(realBrowser, baseURL ?? '');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await openShop(page);
  await placeOrder(page, 'before', { lines: { Tea: 1 } });
  expect(await listTo(page, 'http://example.org/')).toMatchObject({ code: 'outlet-address' });
  expect(await listTo(page, url)).toBeUndefined();

  // Down for maintenance, then it takes a message and dies before it says so, then answers twice,
  // then says nothing at all.
  listener.manners.push('fail', 'take-and-die', 'take-twice', 'hang');
  await placeOrder(page, 'one', { customer: 'Ada', lines: { Tea: 2 } });
  await pay(page, 'one', 900);
  await expect.poll(() => numbered(listener)).toEqual(['order.placed A-1002']);
  await ship(page, 'one');
  await expect.poll(() => listener.heard.at(-1)?.manner).toBe('hang');
  await realBrowser.kill();

  // It says nothing for so long that it counts as gone, then it is too busy; the book goes on without.
  listener.manners.push('hang', 'hang', 'fail', 'fail');
  page = await openApp(realBrowser, baseURL ?? '');
  await placeOrder(page, 'two', { lines: { Tea: 1 } });
  const trouble = () => expect.poll(async () => (await outlet(page))?.cursor, { timeout: 120_000 });
  await trouble().toMatchObject({ trouble: 'unreachable' });
  await trouble().toMatchObject({ trouble: 'busy', status: 503 });
  await realBrowser.kill();

  page = await openApp(realBrowser, baseURL ?? '');
  await give(page, 'CancelOrder', { orderId: idOf('two'), reason: 'no time' });
  await expect
    .poll(() => numbered(listener), { timeout: 120_000 })
    .toEqual([
      'order.placed A-1002',
      'order.paid A-1002',
      'order.shipped A-1002',
      'order.placed A-1003',
      'order.cancelled A-1003',
    ]);
  await expect.poll(async () => (await outlet(page))?.cursor).toMatchObject({ attempts: 0 });
  expect((await outlet(page))?.deadLetters).toEqual([]);

  const twice = listener.heard.filter(({ manner }) => manner.startsWith('take'));
  expect(twice.length, 'what it died over came again, under the same id').toBeGreaterThan(5);
  const died = listener.heard.find(({ manner }) => manner === 'take-and-die');
  const again = twice.filter((heard) => positionOf(heard) === positionOf(died));
  expect(again.length).toBeGreaterThan(1);
  expect(new Set(again.map(({ id }) => id))).toEqual(new Set([died?.id]));
  for (const heard of listener.heard) expect(heard.signature).toBe(expectedSignature(SECRET, heard));
  expect(JSON.stringify(listener.heard)).not.toContain('Byron');
  expect(listener.taken[0]?.data).toMatchObject({
    ...{ currency: 'EUR', total: 900, customerId: idOf('Ada'), person: { name: '•••' } },
    lines: [{ name: 'Tea', quantity: '2' }],
  });
});

test('a message that is not taken is put aside, and sent again or left out as the seller says', async ({
  realBrowser,
  listener,
  baseURL,
}) => {
  const url = await listener.open();
  const page = await openApp(realBrowser, baseURL ?? '');
  await page.evaluate(() => navigator.serviceWorker.ready);
  await openShop(page);
  await listTo(page, url, { personal: true, types: ['order.placed'] });
  listener.manners.push(...Array.from({ length: 5 }, () => 'refuse' as const));
  await placeOrder(page, 'odd', { customer: 'Ada', lines: { Tea: 1 } });
  await pay(page, 'odd', 450);
  await placeOrder(page, 'plain', { lines: { Tea: 1 } });
  await expect.poll(() => numbered(listener), { timeout: 120_000 }).toEqual(['order.placed A-1002']);
  const letter = (await outlet(page))?.deadLetters[0];
  expect(letter).toMatchObject({ trouble: 'refused', status: 422, attempts: 5, state: 'aside' });

  const { position = 0, n = 0 } = letter ?? {};
  await page.evaluate(
    (deed) => window.counterfoil.outlets.settle({ outlet: 'shop', state: 'again', ...deed }),
    { position, n },
  );
  await expect.poll(() => numbered(listener)).toEqual(['order.placed A-1002', 'order.placed A-1001']);
  expect(listener.taken[1]?.data).toMatchObject({ person: { name: 'Ada Byron' } });
  await expect.poll(async () => (await outlet(page))?.deadLetters).toEqual([]);
});

test('a seller adds an address in the settings and sees that all was sent', async ({ page, listener }) => {
  const url = await listener.open();
  await openOwnBook(page, [{ name: 'Tea', unitPrice: 45_000, taxRate: 0, stock: 0 }]);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.goto('./#/settings');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Add an address' }).click();
  await dialog.getByRole('textbox', { name: 'Address' }).fill('http://example.org/hook');
  await dialog.getByLabel('Order paid').uncheck();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/beginning with https/)).toBeVisible();
  const key = (await dialog.getByText(/^whsec_/).textContent()) ?? '';
  await dialog.getByRole('textbox', { name: 'Address' }).fill(url);
  await accessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(new URL(url).host, { exact: true })).toBeVisible();
  await placeOrder(page, 'first', { lines: { Tea: 1 } });
  await pay(page, 'first', 450);
  await expect(page.getByText(/All sent, last/)).toBeVisible({ timeout: 120_000 });
  expect(numbered(listener)).toEqual(['order.placed A-1001']);
  const sendTest = async () => {
    await page.getByRole('button', { name: new URL(url).host }).click();
    await page.getByRole('menuitem', { name: 'Send a test' }).click();
  };
  listener.manners.push('refuse');
  await sendTest();
  await expect(page.getByText('The other side did not accept the test (422).')).toBeVisible();
  await sendTest();
  await expect(page.getByText('The test was taken.')).toBeVisible();
  expect(listener.taken.at(-1)).toMatchObject({ type: 'test', data: {} });
  for (const heard of listener.heard) expect(heard.signature).toBe(expectedSignature(key, heard));
  await accessible(page);
  await page.goto('./#/engine/done');
  await expect(page.getByText(`Send a test to ${new URL(url).host}`)).toHaveCount(2);
  await expect(page.getByText(`Set up sending to ${new URL(url).host}`)).toBeVisible();
});

test('what happens is told to other windows, and by notices while nobody looks, once that is turned on', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['notifications']);
  await openOwnBook(page, [{ name: 'Tea', unitPrice: 45_000, taxRate: 0, stock: 0 }]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Byron' });
  const beside = await context.newPage();
  await beside.goto('./manifest.webmanifest');
  type Told = { readonly type: string; readonly data: Readonly<Record<string, unknown>> };
  await beside.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    new BroadcastChannel('counterfoil-events').onmessage = ({ data }) => told.push(data);
  });
  const told = () => beside.evaluate(() => (window as unknown as { told: readonly Told[] }).told);

  await hide(page, true);
  await placeOrder(page, 'before', { customer: 'Ada', lines: { Tea: 1 } });
  await page.goto('./#/settings');
  for (const whom of ['Other windows of this browser', 'Notices on this device']) {
    await page.getByRole('button', { name: `Turn on: ${whom}` }).click();
    await expect(page.getByRole('button', { name: `Turn off: ${whom}` })).toBeVisible();
  }
  await placeOrder(page, 'after', { customer: 'Ada', lines: { Tea: 2 } });
  await expect.poll(() => notices(page)).toEqual(['Order A-1002 was placed']);
  await expect.poll(async () => (await told()).map(({ type }) => type)).toEqual(['order.placed']);
  expect((await told())[0]?.data).toMatchObject({ number: 'A-1002', total: 900, person: { name: '•••' } });

  // Whoever looks sees it on the page.
  await hide(page, false);
  await pay(page, 'after', 900);
  await expect
    .poll(async () => (await told()).map(({ type }) => type))
    .toEqual(['order.placed', 'order.paid']);
  expect(await notices(page)).toEqual(['Order A-1002 was placed']);
});
