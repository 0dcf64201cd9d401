import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

/** What happens when more is ordered than there is, and what becomes of goods; every figure is worked out by hand. */
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 1_000, policy: 'allow' } as const;
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
  await openOwnBook(page, [JUG, MUG]);
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
  await confirm(page, 'Book the count');
  await expect(page.getByText('Nothing is oversold')).toBeVisible();
});

test('whoever waits is one step away, and so is the list on the way back @phone', async ({ page }) => {
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
