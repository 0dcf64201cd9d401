import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** What happens when more is ordered than there is, and what becomes of goods; every figure is worked out by hand. */
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 1_000, policy: 'allow' } as const;
const VASE = { name: 'Vase', unitPrice: 400_000, taxRate: 19_000, stock: 1_000, policy: 'block' } as const;
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 5_000, policy: 'warn' } as const;

const dialog = (page: Page) => page.getByRole('dialog');
const explained = (page: Page) => page.getByTestId('explained');

const confirm = async (page: Page, button: string): Promise<void> => {
  await dialog(page).getByRole('button', { name: button, exact: true }).click();
  await expect(dialog(page)).toHaveCount(0);
};

const openProduct = async (page: Page, name: string): Promise<void> => {
  await page.goto(`./#/products/${idOf(name)}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
};

const chooseMove = async (page: Page, move: string): Promise<void> => {
  await page.getByRole('button', { name: 'More actions' }).click();
  await page.getByRole('menuitem', { name: move, exact: true }).click();
};

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [JUG, VASE, MUG]);
});

/** Writes a line of a new order, as one does with a scanner or the keyboard. */
const takeLine = async (page: Page, code: string, option: RegExp, pieces: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Add a product' }).fill(code);
  await page.getByRole('option', { name: option }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).last().fill(pieces);
};

const number = (page: Page) => page.getByRole('heading', { level: 1 }).getByText(/^A-\d+$/);

test('goods that are not sold beyond stock are refused with words, unless somebody says why', async ({
  page,
}) => {
  await page.goto('./#/orders/new');
  await takeLine(page, 'Vase', /^Vase/, '3');
  await expect(page.getByText('Only 1 available, and this product is not sold beyond stock')).toBeVisible();
  await accessible(page);
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(dialog(page).getByText('Vase: 3 wanted, 1 available')).toBeVisible();
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Back to the order' }).click();
  await expect(page.getByRole('textbox', { name: 'Quantity' })).toHaveValue('3');

  await page.getByRole('button', { name: /^Place order/ }).click();
  await dialog(page)
    .getByRole('textbox', { name: /Why it is placed anyway/ })
    .fill('Two more come on Monday');
  await dialog(page).getByRole('button', { name: 'Place anyway' }).click();
  await expect(number(page)).toHaveText('A-1001');
  await page.goto('./#/products?shelf=oversold');
  await expect(page.getByRole('listitem').filter({ hasText: 'Vase' })).toContainText('A-1001 waits for 2');
});

test('a warning lets pass, where it is allowed nothing is said, and a delivery serves who waits', async ({
  page,
}) => {
  await page.goto('./#/orders/new');
  await takeLine(page, 'Mug', /^Mug/, '7');
  await expect(page.getByText('Only 5 available, 2 will wait for stock')).toBeVisible();
  await takeLine(page, 'Jug', /^Jug/, '3');
  await expect(page.getByText(/will wait for stock/)).toHaveCount(1);
  await page.getByRole('button', { name: 'Place order · €159.00' }).click();
  await expect(number(page)).toHaveText('A-1001');
  await expect(sheet(page).getByText('Waiting for stock: 2')).toHaveCount(2);

  await give(page, 'ReceiveStock', { productId: idOf('Mug'), quantity: 10_000 });
  await expect(sheet(page).getByText('Waiting for stock: 2')).toHaveCount(1);
  await give(page, 'ReceiveStock', { productId: idOf('Jug'), quantity: 2_000 });
  await expect(sheet(page).getByText('Waiting for stock: 2')).toHaveCount(0);
  await openProduct(page, 'Jug');
  await expect(explained(page)).toHaveText('Available 0 = 3 received − 3 reserved for A-1001');
});

test('a variant is sold by its SKU and its barcode, and has its own stock, buffer, prices and policy', async ({
  page,
}) => {
  const large = { productId: idOf('Mug'), variantId: idOf('Large') };
  await give(page, 'AddVariant', {
    ...{ ...large, options: [{ name: 'Size', value: 'Large' }], unitPrice: 150_000 },
    ...{ sku: 'MUG-L', barcode: '4006381333931' },
  });
  await give(page, 'ReceiveStock', { productId: large.variantId, quantity: 4_000 });
  await give(page, 'ChangeVariant', { ...large, unitPrice: 160_000 });

  await page.goto('./#/orders/new');
  await takeLine(page, 'MUG-L', /^Mug, Large/, '1');
  // Of what is on the order already the same line is meant.
  await takeLine(page, '4006381333931', /^Mug, Large/, '3');
  await page.getByRole('button', { name: 'Place order · €48.00' }).click();
  await expect(number(page)).toHaveText('A-1001');
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Mug, Large' })).toHaveValue('3');
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();

  await openProduct(page, 'Mug');
  await expect(page.getByText('On hand without a variant: 5.')).toBeVisible();
  await page.getByRole('table', { name: 'Variants' }).getByRole('link', { name: 'Large' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mug, Large' })).toBeVisible();
  await expect(explained(page)).toHaveText('Available 1 = 4 received − 3 reserved for A-1001');
  const prices = page.getByRole('table', { name: 'Earlier prices' });
  await expect(prices.getByText('€15.00')).toBeVisible();
  await expect(prices.getByText('€16.00')).toBeVisible();
  await accessible(page);

  await chooseMove(page, 'Hold some back');
  await dialog(page).getByRole('textbox', { name: 'Never promise the last' }).fill('1');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('For the window');
  await confirm(page, 'Hold back');
  await expect(explained(page)).toHaveText('Available 0 = 4 received − 1 held back − 3 reserved for A-1001');

  await page.getByRole('button', { name: 'Edit' }).click();
  await accessible(page);
  await dialog(page)
    .getByRole('combobox', { name: 'When stock runs short' })
    .selectOption('Do not sell more than there is');
  await confirm(page, 'Save');
  await expect(page.getByText('Do not sell more than there is')).toBeVisible();
  await page.goto('./#/products?shelf=sold-out');
  await page.getByRole('link', { name: /Mug, Large/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mug, Large' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Mug', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Mug', exact: true })).toBeVisible();
});

test('what is oversold is listed with who waits for it, and served where it is listed @phone', async ({
  page,
}) => {
  await page.goto('./#/products?shelf=oversold');
  await expect(page.getByText('Nothing is oversold')).toBeVisible();
  await placeOrder(page, 'first', { lines: { Jug: 3 } });
  await placeOrder(page, 'second', { lines: { Jug: 2, Mug: 5 } });
  const missing = page.getByRole('list', { name: 'What is missing, and who waits for it' });
  const jug = missing.getByRole('listitem').filter({ hasText: 'Jug' });
  // 1 of 5 is there: the first waits for 2 of its 3, the second for both.
  await expect(jug).toContainText('4 missing');
  await expect(jug).toContainText('A-1001 waits for 2, A-1002 waits for 2');
  await expect(missing.getByRole('listitem')).toHaveCount(1);
  await accessible(page);

  await page.getByRole('link', { name: 'Sold out' }).click();
  await expect(page.getByRole('link', { name: /^Mug/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Jug/ })).toHaveCount(0);
  await accessible(page);

  await page.getByRole('link', { name: 'Oversold' }).click();
  await jug.getByRole('button', { name: 'Receive stock' }).click();
  await dialog(page)
    .getByRole('textbox', { name: /How much/ })
    .fill('3');
  await confirm(page, 'Receive');
  await expect(jug).toContainText('1 missing');
  await expect(jug).toContainText('A-1002 waits for 1');
  await jug.getByRole('button', { name: 'What to do with Jug' }).click();
  await page.getByRole('menuitem', { name: 'Count' }).click();
  await dialog(page)
    .getByRole('textbox', { name: /How much/ })
    .fill('5');
  await confirm(page, 'Save the count');
  await expect(page.getByText('Nothing is oversold')).toBeVisible();
});

test('whoever waits is one step away, and so is the list on the way back', async ({ page }) => {
  await placeOrder(page, 'first', { lines: { Jug: 3 } });
  await page.goto('./#/products?shelf=oversold');
  await page.getByRole('link', { name: 'Jug' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Jug' })).toBeVisible();
  await expect(page).toHaveURL(/shelf=oversold/);
  await page.goBack();
  await page.getByRole('link', { name: 'A-1001' }).click();
  await expect(page).toHaveURL(new RegExp(`#/orders/${idOf('first')}`));
});

test('what came back damaged is sold after all or written off, and the ledger tells why @phone', async ({
  page,
}) => {
  const orderId = await placeOrder(page, 'back', { lines: { Mug: 3 } });
  await give(page, 'ShipItems', { orderId, fulfilmentId: idOf('parcel') });
  const back = { orderId, returnId: idOf('return') };
  const lines = [{ lineId: idOf('back/Mug'), quantity: 3_000 }];
  await give(page, 'RequestReturn', { ...back, lines, reason: 'Cracked' });
  await give(page, 'ReceiveReturn', {
    ...back,
    lines: lines.map((line) => ({ ...line, disposition: 'damaged' })),
  });
  await openProduct(page, 'Mug');
  await expect(explained(page)).toHaveText('Available 2 = 5 received + 3 came back − 3 shipped − 3 damaged');

  await chooseMove(page, 'Damaged goods');
  await expect(dialog(page).getByRole('radio', { name: 'Write off' })).toBeChecked();
  await expect(dialog(page).getByRole('textbox', { name: 'How much of it' })).toHaveValue('3');
  await accessible(page);
  await dialog(page).getByText('Sell it after all').click();
  await dialog(page).getByRole('textbox', { name: 'How much of it' }).fill('4');
  await dialog(page).getByRole('button', { name: 'Sell it after all' }).click();
  await expect(dialog(page).getByText('Write a short reason.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Glued');
  await dialog(page).getByRole('button', { name: 'Sell it after all' }).click();
  await expect(dialog(page).getByText('Only 3 is set aside as damaged, not 4.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'How much of it' }).fill('1');
  await confirm(page, 'Sell it after all');
  await expect(explained(page)).toHaveText('Available 3 = 5 received + 3 came back − 3 shipped − 2 damaged');

  await chooseMove(page, 'Damaged goods');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Thrown away');
  await confirm(page, 'Write off');
  await expect(explained(page)).toHaveText('Available 3 = 5 received + 3 came back − 2 adjusted − 3 shipped');
  const ledger = page.getByRole('table', { name: 'Where the stock went' });
  await expect(ledger.getByText('Wrote off 2 damaged')).toBeVisible();
  await expect(ledger.getByText('Thrown away')).toBeVisible();
  await expect(ledger.getByText('1 can be sold again')).toBeVisible();
  await expect(ledger.getByText('3 came back damaged with A-1001')).toBeVisible();
  await accessible(page);
});

test('what is shipped is filled in as it is there, and what is not goes only when somebody says so', async ({
  page,
}) => {
  await placeOrder(page, 'short', { lines: { Mug: 7 } });
  await page.goto(`./#/orders/${idOf('short')}`);
  await page.getByRole('button', { name: 'Ship', exact: true }).click();
  const amount = dialog(page).getByRole('textbox', { name: 'Mug' });
  await expect(dialog(page).getByText('7 left to ship, 5 reserved')).toBeVisible();
  await expect(amount).toHaveValue('5');
  await confirm(page, 'Ship');
  // What there is to do first is another once the sheet knows that nothing of the rest is there.
  await expect(sheet(page).getByText('Waits for stock', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Ship the rest' }).click();
  await expect(dialog(page).getByText('2 left to ship, 0 reserved')).toBeVisible();
  await expect(amount).toHaveValue('');
  await dialog(page).getByRole('button', { name: 'All' }).click();
  await expect(amount).toHaveValue('2');
  await accessible(page);
  await confirm(page, 'Ship');
  await expect(page.getByRole('button', { name: /^Ship/ })).toHaveCount(0);
});
