import { expect, test } from '@playwright/test';
import { SECURITY_HEADERS } from '../../src/shell/headers.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

test.use({ serviceWorkers: 'allow' });

const expected = Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value]);

test('every file comes with the security headers, a missing one is missing', async ({ page, request }) => {
  const files = new Set(['./service-worker.js', './manifest.webmanifest']);
  page.on('response', (response) => files.add(response.url()));
  await page.goto('./');
  await page.waitForLoadState('networkidle');
  for (const file of files) {
    const answer = await request.get(file);
    expect(Object.entries(answer.headers()), file).toEqual(expect.arrayContaining(expected));
  }
  expect((await request.get('./assets/gone.js')).status()).toBe(404);
});

test('the page breaks no rule of its own security policy and asks nobody else for anything', async ({
  page,
  baseURL,
}) => {
  const complaints: string[] = [];
  const elsewhere: string[] = [];
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) elsewhere.push(request.url());
  });
  await page.goto('./');
  await expect(page.getByRole('heading').first()).toBeVisible();
  await page.waitForLoadState('networkidle');
  expect(complaints).toEqual([]);
  expect(elsewhere).toEqual([]);
});

test.describe('before its files are there', () => {
  test.use({ locale: 'de-DE', serviceWorkers: 'block' });

  test('the page says in the person’s language what is about to open, once', async ({ page }) => {
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => (open = resolve));
    await page.route(/assets\/first-.*\.js/, async (route) => {
      await opened;
      await route.continue();
    });
    await page.goto('./', { waitUntil: 'commit' });
    const lead = page.locator('#cover p:visible');
    await expect(lead).toHaveText(/^Bestellungen, Kunden/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    open();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('#cover')).toBeHidden();

    await page.evaluate(() => {
      localStorage.setItem('counterfoil-install', 'known');
      localStorage.setItem('counterfoil.theme', 'dark');
    });
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(lead).toHaveCount(0);
  });
});

test('it opens without a network from the second load on, as safely as with one', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await page.evaluate(async () => navigator.serviceWorker.ready);
  await context.setOffline(true);
  const again = await page.reload();
  await expect(page.getByRole('heading').first()).toBeVisible();
  expect(Object.entries(again?.headers() ?? {})).toEqual(expect.arrayContaining(expected));

  const lost = await page.goto('./orders/17');
  expect(lost?.url()).toBe(new URL('./', page.url()).href);
});

const EGGS = { name: 'Eggs', unitPrice: 5_000, taxRate: 0, stock: 90_000 };
const CUSTOMERS = 'Customer,City\nAda Byron,London\n';

test('the icon says how much is to be packed', async ({ page }) => {
  await page.addInitScript(() => {
    const told: number[] = [];
    Object.assign(window, { told });
    Object.assign(navigator, {
      setAppBadge: (count: number) => Promise.resolve(void told.push(count)),
      clearAppBadge: () => Promise.resolve(void told.push(0)),
    });
  });
  const told = () => page.evaluate(() => (window as unknown as { told: readonly number[] }).told.at(-1));
  await openOwnBook(page, [EGGS]);
  await expect.poll(told).toBe(0);
  await placeOrder(page, 'first', { lines: { Eggs: 6 } });
  await expect.poll(told).toBe(1);
  const orderId = await placeOrder(page, 'second', { lines: { Eggs: 6 } });
  await expect.poll(told).toBe(2);
  await give(page, 'ShipItems', { orderId, fulfilmentId: idOf('parcel') });
  await expect.poll(told).toBe(1);
});

test('files that are opened with it go where they belong', async ({ page }) => {
  await page.addInitScript((text) => {
    const open = (name: string) => ({ getFile: () => Promise.resolve(new File([text], name)) });
    const launchQueue = {
      setConsumer: (consume: (launch: unknown) => void) => {
        Object.assign(window, { openWith: (name: string) => consume({ files: [open(name)] }) });
      },
    };
    Object.defineProperty(window, 'launchQueue', { value: launchQueue });
  }, CUSTOMERS);
  const openWith = async (name: string): Promise<void> => {
    await page.waitForFunction(() => 'openWith' in window);
    await page.evaluate((file) => {
      (window as unknown as { openWith: (name: string) => void }).openWith(file);
    }, name);
  };
  await openOwnBook(page, []);
  await openWith('customers.csv');
  await expect(page).toHaveURL(/#\/import\/.+/);
  await expect(page.getByText('customers.csv').first()).toBeVisible();

  await openWith('shop.counterfoil');
  const dialog = page.getByRole('dialog', { name: 'Open a backup' });
  await expect(dialog.getByText(/no backup|not a backup|cannot be read/i)).toBeVisible();
});

test('what another app shares is looked at in the import room', async ({ page }) => {
  await openOwnBook(page, []);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.reload();
  const opened = await page.evaluate(async (text) => {
    const form = new FormData();
    form.append('text', text);
    return (await fetch('./share', { method: 'POST', body: form })).url;
  }, CUSTOMERS);
  expect(new URL(opened).search).toBe('?shared');
  await page.goto('./?shared#/import');
  await expect(page).toHaveURL(/\/#\/import\/.+/);
  await expect(page.getByText('shared.csv').first()).toBeVisible();
  await expect.poll(() => page.evaluate(() => caches.has('counterfoil-shared-files'))).toBe(false);
});
