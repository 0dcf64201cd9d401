import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import {
  ask,
  choose,
  give,
  idOf,
  newestUndo,
  openOrder,
  openOwnBook,
  placeOrder,
  sheet,
  sums,
} from './own-book.ts';

/** Ways that an order takes besides being placed, packed and paid; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };
const RARE = { name: 'Vase', unitPrice: 300_000, taxRate: 19_000, stock: 0, policy: 'block' as const };

const comesTo = (page: Page, wanted: Readonly<Record<string, string>>) =>
  expect.poll(() => sums(page)).toMatchObject(wanted);

const onHand = async (page: Page) =>
  (await ask<readonly { readonly onHand: number }[]>(page, 'StockLevels', { productIds: [idOf('Mug')] }))[0]
    ?.onHand;

const put = async (page: Page, name: string, quantity: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Add a product' }).fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).last().fill(quantity);
};

const begin = async (page: Page): Promise<void> => {
  await page.goto('./#/orders/new');
  await expect(page.getByText('Nothing is written until the first line')).toBeVisible();
};

const discard = async (page: Page): Promise<void> => {
  await choose(page, 'More with this draft', 'Discard');
  await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByText('The draft is discarded')).toBeVisible();
};

const stub = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Orders' }).getByRole('link', { name });

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, RARE]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
});

test('sold over the counter with one tap, and taken back with another @phone', async ({ page }) => {
  await begin(page);
  await put(page, 'Mug', '2');
  await choose(page, 'More with this draft', 'Cash, with change');
  const till = page.getByRole('dialog');
  await till.getByRole('button', { name: '€50.00' }).click();
  await expect(till.getByText('€26.00')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(page.getByText('A-1001 is sold: paid, and handed over')).toBeVisible();
  await newestUndo(page).hover();
  await comesTo(page, { Total: '€24.00', Paid: '−24.00', Settled: '€0.00' });
  await expect(sheet(page).getByText('Delivered', { exact: true })).toBeVisible();
  await expect.poll(() => onHand(page)).toBe(8_000);
  await newestUndo(page).click();
  await expect(page.getByText(/^A-1001 is undone/)).toBeVisible();
  await comesTo(page, { Credited: '−24.00', Settled: '€0.00' });
  await expect.poll(() => onHand(page)).toBe(10_000);
  await expect(sheet(page).getByText('You gave back €24.00 in cash')).toBeVisible();
  await expect(sheet(page).locator('.stamped', { hasText: 'Taken back' })).toBeVisible();
  await expect(sheet(page).getByText('Delivered', { exact: true })).toBeHidden();
  await accessible(page);
  await page.goto('./#/orders');
  await expect(stub(page, /A-1001.*Taken back/)).toBeVisible();
  await page.goto('./#/today');
  await expect(page.locator('.stat').filter({ hasText: 'Orders today' })).toContainText('0');
});

test('at the stall the change is one press away @phone-only', async ({ page }) => {
  await begin(page);
  await put(page, 'Mug', '2');
  await page.getByRole('button', { name: 'Cash, with change' }).click();
  const till = page.getByRole('dialog');
  await till.getByRole('button', { name: '€50.00' }).click();
  await expect(till.getByText('€26.00')).toBeVisible();
  await till.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(page.getByText(/^A-1001 is sold: .*Change to give back: €26\.00$/)).toBeVisible();
  await comesTo(page, { Total: '€24.00', Settled: '€0.00' });
});

test('sold by card in the end, and taken back later with a reason', async ({ page }) => {
  await begin(page);
  await put(page, 'Vase', '1');
  await page.getByRole('button', { name: 'More with this draft' }).click();
  await page.getByRole('menuitem', { name: 'Sold by card' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Vase: 1 wanted, 0 available')).toBeVisible();
  await dialog.getByRole('textbox').fill('It stands on the counter');
  await dialog.getByRole('button', { name: 'Place anyway' }).click();
  await expect(page.getByText('A-1001 is sold: paid, and handed over')).toBeVisible();
  await expect(sheet(page).getByText('You took €30.00 by card')).toBeVisible();
  await choose(page, 'More actions', 'Undo this sale');
  await expect(dialog.getByText(/€30\.00 goes back to the customer/)).toBeVisible();
  await accessible(page);
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Was a gift already');
  await dialog.getByRole('button', { name: 'Undo the sale' }).click();
  await comesTo(page, { Credited: '−30.00', Settled: '€0.00' });
  await expect(sheet(page).getByText('You gave back €30.00 by card')).toBeVisible();
});

test('a draft with its days and tags, found by its tag, discarded, and brought back @phone', async ({
  page,
}) => {
  await begin(page);
  await put(page, 'Mug', '3');
  await page.getByLabel('Order date').fill('2026-11-02');
  await page.getByLabel('Promised for').fill('2026-12-01');
  await page.getByLabel('To be paid by').fill('2026-12-15');
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await sheet(page).getByRole('textbox', { name: 'Tag' }).fill('wedding');
  await page.keyboard.press('Enter');
  await sheet(page).getByRole('link', { name: 'wedding' }).click();
  await expect(page.getByRole('button', { name: 'Remove filter: Tagged wedding' })).toBeVisible();
  await expect(stub(page, /Draft.*€36\.00/)).toHaveCount(1);
  await accessible(page);

  await stub(page, /Draft.*€36/).click();
  await expect(page.getByLabel('To be paid by')).toHaveValue('2026-12-15');
  await discard(page);
  await newestUndo(page).click();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await discard(page);
  await page.goto('./#/orders?tab=discarded');
  await stub(page, /Draft.*Discarded/).click();
  await comesTo(page, { Total: '€36.00' });
  await page.getByRole('button', { name: 'Bring the draft back' }).click();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await page.getByRole('button', { name: /^Place order/ }).click();
  await expect(
    sheet(page)
      .getByText(/Nov 2\b/)
      .first(),
  ).toBeVisible();
});

test('a note that is being written on a draft is there again after a reload, until it is added', async ({
  page,
}) => {
  await begin(page);
  await put(page, 'Mug', '3');
  const note = page.getByRole('textbox', { name: 'Note' });
  await note.fill('Ring twice');
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await page.reload();
  await expect(note).toHaveValue('Ring twice');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText('Ring twice')).toBeVisible();
  await expect(page.getByText('Saved as a draft')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Ring twice')).toBeVisible();
  await expect(note).toHaveValue('');
});

test('what is on hold and what is overdue is found', async ({ page }) => {
  for (const name of ['held', 'late', 'calm'])
    await placeOrder(page, name, { customer: 'Ada', lines: { Mug: 1 } });
  await give(page, 'HoldOrder', { orderId: idOf('held'), reason: 'Comes on Friday' });
  await give(page, 'ReviseOrder', {
    ...{ orderId: idOf('late'), baseRevision: 0, reason: 'Was due' },
    changes: { dates: { dueOn: '2020-01-31' } },
  });
  await page.goto('./#/orders');
  await page.getByRole('button', { name: 'Filter' }).click();
  await accessible(page);
  await page.getByRole('combobox', { name: 'Needs a look' }).selectOption('On hold');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(stub(page, /A-1001/)).toBeVisible();
  await expect(stub(page, /A-100/)).toHaveCount(1);
  await page.goto('./#/orders?only=overdue');
  await expect(stub(page, /A-1002/)).toBeVisible();
  await expect(stub(page, /A-100/)).toHaveCount(1);
});

test('archived orders rest on a tab of their own, and the way back is on the page', async ({ page }) => {
  const orderId = await placeOrder(page, 'off', { customer: 'Ada', lines: { Mug: 1 } });
  await give(page, 'CancelOrder', { orderId, reason: 'Changed her mind' });
  await openOrder(page, 'A-1001', orderId);
  await sheet(page).getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByText('A-1001 is in the archive')).toBeVisible();
  await page.goto('./#/orders?tab=archived');
  await expect(stub(page, /A-1001/)).toBeVisible();
  await stub(page, /A-1001/).click();
  await sheet(page).getByRole('button', { name: 'Take out of the archive' }).click();
  await expect(page.getByText('A-1001 is back in the list')).toBeVisible();
});

test('its sheet says to whose door it goes, until it was handed over', async ({ page }) => {
  await give(page, 'CreateCustomer', {
    ...{ customerId: idOf('Bob'), name: 'Bob Noyce', company: 'Chips Ltd' },
    address: { street: '1 Mill Lane', city: 'Leeds' },
  });
  const door = sheet(page).getByText('Delivery address').locator('..');
  const nobody = await placeOrder(page, 'nobody', { customer: 'Ada', lines: { Mug: 1 } });
  await openOrder(page, 'A-1001', nobody);
  await expect(sheet(page).getByText('Nothing shipped yet.')).toBeVisible();
  await expect(door).toBeHidden();

  const theirs = await placeOrder(page, 'theirs', { customer: 'Bob', lines: { Mug: 1 } });
  await openOrder(page, 'A-1002', theirs);
  await expect(door).toContainText('Chips Ltd, Bob Noyce, 1 Mill Lane, Leeds');
  await give(page, 'CollectItems', { orderId: theirs, fulfilmentId: idOf('handed') });
  await expect(door).toBeHidden();

  const elsewhere = idOf('elsewhere');
  await give(page, 'ImportOrder', {
    ...{ orderId: elsewhere, customerId: idOf('Bob'), source: { system: 'elsewhere', reference: '7' } },
    shipTo: { name: 'His aunt', address: { city: 'York' } },
    lines: [{ lineId: idOf('line'), productId: idOf('Mug'), quantity: 1_000, unitPrice: 120_000 }],
  });
  await openOrder(page, 'A-1003', elsewhere);
  await expect(door).toContainText('His aunt, York');
  await accessible(page);
});
