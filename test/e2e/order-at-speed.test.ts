import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { typeAsMachine } from './machine.ts';
import { ask, give, idOf, openOwnBook, placeOrder, sheet } from './own-book.ts';

const TEA = { name: 'Tea', unitPrice: 45_000, taxRate: 0, stock: 40_000 };
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 0, stock: 20_000 };
const BOWL = { name: 'Bowl', unitPrice: 250_000, taxRate: 0, stock: 5_000 };
const EAN = '4006381333931';
const NEVER_SEEN = '9780201379624';

const scan = (page: Page, code: string) => typeAsMachine(page, `${code}\n`);

const line = (page: Page, name: string) => page.getByRole('listitem', { name: new RegExp(name) });
const quantityOf = (page: Page, name: string) => line(page, name).getByRole('textbox', { name: 'Quantity' });

test('scanned, as last time, and priced in place', async ({ page }) => {
  await openOwnBook(page, [TEA, MUG, BOWL]);
  await give(page, 'ChangeProduct', { productId: idOf('Tea'), barcode: EAN });
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada' });
  await placeOrder(page, 'before', { customer: 'Ada', lines: { Mug: 2, Bowl: 1 } });
  await give(page, 'ChangeProduct', { productId: idOf('Mug'), unitPrice: 130_000 });
  // Last time's goods come on at the price that the list has by then.
  await ask(page, 'ProductList', { limit: 1 });

  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Ada');
  await page.getByRole('option', { name: /^Ada/ }).click();
  await page.getByRole('button', { name: 'Same as last time' }).click();
  // Today's price of the mug, and not that of last time: 2 × 13 + 25
  await expect(page.getByRole('button', { name: 'Place order · €51.00' })).toBeVisible();

  // The cursor is in a figure: it takes no harm, and the tea comes on twice.
  await quantityOf(page, 'Mug').focus();
  await scan(page, EAN);
  await expect(page.getByText('Tea: 1 on the order')).toBeVisible();
  await scan(page, EAN);
  await expect(page.getByText('Tea: 2 on the order')).toBeVisible();
  await expect(quantityOf(page, 'Mug')).toHaveValue('2');
  await expect(quantityOf(page, 'Mug')).toBeFocused();
  await expect(quantityOf(page, 'Tea')).toHaveValue('2');

  await quantityOf(page, 'Mug').press('ArrowUp');
  await line(page, 'Bowl').getByRole('textbox', { name: 'Price' }).fill('20');
  // 3 × 13 + 20 + 2 × 4.50
  await expect(page.getByRole('button', { name: 'Place order · €68.00' })).toBeVisible();

  await scan(page, NEVER_SEEN);
  await page.getByRole('button', { name: 'Create product with this barcode' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: 'Barcode' })).toHaveValue(NEVER_SEEN);
  await accessible(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Book');
  await dialog.getByRole('textbox', { name: 'Price' }).fill('12');
  await dialog.getByRole('button', { name: 'Create and add' }).click();
  await expect(page.getByRole('button', { name: 'Place order · €80.00' })).toBeVisible();
  await expect(sheet(page).getByText('Saved as a draft', { exact: true })).toBeVisible();
  await accessible(page);

  // The browser dies at once: nothing is asked, nothing is lost.
  const { href } = new URL(page.url());
  const again = await page.context().newPage();
  await page.close();
  await again.goto(href);
  await expect(quantityOf(again, 'Mug')).toHaveValue('3');
  await again.getByRole('button', { name: 'Place order · €80.00' }).click();
  await expect(again.getByRole('heading', { level: 1 }).getByText('A-1002')).toBeVisible();
});

/** A camera that shows the tea's barcode, and a browser that reads it. */
const withCamera = (page: Page) =>
  page.addInitScript((code) => {
    const tracks: MediaStreamTrack[] = [];
    const getUserMedia = (): Promise<MediaStream> => {
      const picture = document.createElement('canvas');
      picture.getContext('2d')?.fillRect(0, 0, 1, 1);
      const stream = picture.captureStream(5);
      tracks.push(...stream.getTracks());
      return Promise.resolve(stream);
    };
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
    class BarcodeDetector {
      detect(): Promise<readonly object[]> {
        return Promise.resolve([{ rawValue: code }]);
      }
    }
    Object.assign(window, {
      BarcodeDetector,
      camerasOn: () => tracks.filter(({ readyState }) => readyState === 'live').length,
    });
  }, EAN);

test('@phone-only a sale at the stall with one thumb', async ({ page }) => {
  await withCamera(page);
  await openOwnBook(page, [TEA, MUG, BOWL]);
  await give(page, 'ChangeProduct', { productId: idOf('Tea'), barcode: EAN });
  await placeOrder(page, 'before', { lines: { Mug: 1 } });
  await page.goto('./#/orders/new');

  // By name, so that a sale moves none from under the thumb; what is pinned on this device before them.
  const tiles = page.getByRole('region', { name: 'Favourites' }).getByRole('listitem');
  const tile = (name: string) => tiles.filter({ hasText: name });
  await expect(tiles).toHaveText([/^\s*Bowl/, /^\s*Mug.*€12\.00.*19 left/, /^\s*Tea/]);
  await page.getByRole('button', { name: 'Choose' }).click();
  await page.getByRole('combobox', { name: 'Add a favourite' }).fill('Tea');
  await page.getByRole('option', { name: /^Tea/ }).click();
  await accessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await page.reload();
  await expect(tiles).toHaveText([/^\s*Tea/, /^\s*Bowl.*€25\.00.*5 left/, /^\s*Mug/]);

  await tile('Bowl').getByRole('button', { name: /^Bowl/ }).tap();
  await tile('Bowl').getByRole('button', { name: /^Bowl/ }).tap();
  await expect(tile('Bowl')).toContainText('3 left');
  await tile('Mug').getByRole('button', { name: /^Mug/ }).tap();
  await page.getByRole('button', { name: 'One Bowl less' }).tap();
  await expect(quantityOf(page, 'Bowl')).toHaveValue('1');
  await line(page, 'Mug').getByRole('button', { name: 'One more' }).tap();
  await expect(quantityOf(page, 'Mug')).toHaveValue('2');
  await expect(quantityOf(page, 'Mug')).toHaveAttribute('inputmode', 'decimal');

  await page.getByRole('button', { name: 'Scan with the camera' }).tap();
  await expect(page.getByRole('dialog').getByText('Tea: 1 on the order')).toBeVisible();
  const camerasOn = () => page.evaluate(() => (window as unknown as { camerasOn(): number }).camerasOn());
  expect(await camerasOn()).toBe(1);
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).tap();
  await expect.poll(camerasOn).toBe(0);
  await accessible(page);

  await page.getByRole('button', { name: 'Sold for cash' }).tap();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1002')).toBeVisible();
  await expect(sheet(page).getByText('€53.50').first()).toBeVisible();
});
