import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

/** What a person does with a placed order, step by step; every figure is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };
const JUG = { name: 'Jug', unitPrice: 250_000, taxRate: 19_000, stock: 3_000 };

const dialog = (page: Page) => page.getByRole('dialog');

const confirm = async (page: Page, button: string, reason?: string): Promise<void> => {
  if (reason !== undefined) await dialog(page).getByRole('textbox', { name: 'Reason' }).fill(reason);
  await dialog(page).getByRole('button', { name: button }).click();
  await expect(dialog(page)).toHaveCount(0);
};

/** The sums arrive when the read model has them. */
const comesTo = (page: Page, wanted: Readonly<Record<string, string>>) =>
  expect.poll(() => sums(page)).toMatchObject(wanted);

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, JUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  const orderId = await placeOrder(page, 'first', { customer: 'Ada', lines: { Mug: 4, Jug: 1 } });
  await openOrder(page, 'A-1001', orderId);
});

test('packed, shipped in part, arrived, sent back in part, and paid back what that was worth @phone', async ({
  page,
}) => {
  await choose(page, 'Pack, ship, return', 'Pack');
  await accessible(page);
  await dialog(page).getByRole('textbox', { name: 'Jug' }).fill('0');
  await confirm(page, 'Pack');
  await expect(sheet(page).getByText('4 packed')).toBeVisible();

  await sheet(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Mug' }).fill('5');
  await dialog(page).getByRole('button', { name: 'Ship' }).click();
  await expect(dialog(page).getByText('Only 4 left to ship.')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Mug' }).fill('3');
  await dialog(page).getByRole('textbox', { name: 'Jug' }).fill('0');
  await confirm(page, 'Ship');
  await expect(sheet(page).getByText('Partly shipped')).toBeVisible();
  await expect(sheet(page).getByText('1 packed')).toBeVisible();

  await choose(page, 'Pack, ship, return', 'Mark as delivered');
  await confirm(page, 'Mark as delivered');
  await expect(sheet(page).getByText('3 delivered')).toBeVisible();

  await choose(page, 'More actions', 'Cancel what is left');
  await dialog(page).getByRole('button', { name: 'Cancel these' }).click();
  await expect(dialog(page).getByText('Write a short reason. It is kept with the order.')).toBeVisible();
  await confirm(page, 'Cancel these', 'No more in the workshop');
  // 3 of 4 mugs are left: 36.00, of which 5.75 is tax at 19 %.
  await comesTo(page, { Total: '€36.00', 'includes tax 19%': '5.75', 'To pay': '€36.00' });

  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  await dialog(page)
    .getByRole('textbox', { name: /Customer gives/ })
    .fill('50');
  await expect(dialog(page).getByText('€14.00')).toBeVisible();
  await confirm(page, 'Take €36.00');
  await comesTo(page, { Paid: '−36.00', Settled: '€0.00' });

  await choose(page, 'Pack, ship, return', 'Note a return');
  await accessible(page);
  await dialog(page).getByRole('textbox', { name: 'Mug' }).fill('2');
  await confirm(page, 'Note the return', 'One has a crack');
  await sheet(page).getByRole('button', { name: 'Take back' }).click();
  await accessible(page);
  await dialog(page).getByRole('textbox', { name: 'Back on the shelf' }).fill('1');
  await dialog(page).getByRole('textbox', { name: 'Damaged, kept' }).fill('1');
  await confirm(page, 'Take back');
  await expect(sheet(page).getByText('worth €24.00')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Credit and pay back' }).click();
  await expect(dialog(page).getByRole('textbox', { name: 'Amount' })).toHaveValue('24.00');
  await accessible(page);
  await confirm(page, 'Pay back €24.00', 'Two came back');
  await comesTo(page, { Credited: '−24.00', Paid: '−12.00', Settled: '€0.00' });
  await sheet(page).getByRole('button', { name: 'Close the return' }).click();
  await expect(sheet(page).getByText('Closed', { exact: true })).toBeVisible();

  // 10 in, 3 out, 1 back on the shelf, 1 back but damaged: 9 are there, 8 to sell.
  const levels = () => ask(page, 'StockLevels', { productIds: [idOf('Mug')] });
  await expect.poll(levels).toMatchObject([{ onHand: 9_000, available: 8_000 }]);
});

test('revised with the change shown before it is one, and not when somebody else was faster', async ({
  page,
}) => {
  await choose(page, 'More actions', 'Revise');
  await page.getByRole('listitem', { name: /Mug/ }).getByRole('textbox', { name: 'Quantity' }).fill('2');
  await page.getByRole('button', { name: 'Take Jug off' }).click();
  const preview = page.getByRole('region', { name: 'What this changes' });
  await expect(preview).toContainText('4 · €48.00 → 2 · €24.00');
  await expect(preview).toContainText('1 · €25.00 → not on the order');
  await expect(preview).toContainText('2 × Mug go back to stock');
  await expect(preview).toContainText('73.00 → €24.00');
  await accessible(page);
  await page.getByRole('button', { name: 'Revise order' }).click();
  await expect(page.getByText('Write a short reason. It is kept with the order.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reason' }).fill('Fewer guests');
  await page.getByRole('button', { name: 'Revise order' }).click();
  await comesTo(page, { Total: '€24.00', 'To pay': '€24.00' });
  await expect(sheet(page).getByText('You revised the order')).toBeVisible();

  await choose(page, 'More actions', 'Revise');
  await page.getByRole('listitem', { name: /Mug/ }).getByRole('textbox', { name: 'Quantity' }).fill('3');
  await page.getByRole('textbox', { name: 'Reason' }).fill('One more');
  await give(page, 'ReviseOrder', {
    ...{ orderId: idOf('first'), baseRevision: 1, reason: 'Faster' },
    changes: { lines: [{ kind: 'change', lineId: idOf('first/Mug'), quantity: 1_000 }] },
  });
  await page.getByRole('button', { name: 'Revise order' }).click();
  // Said where the order stands as well, once the page has caught up with it.
  await expect(page.getByText(/was revised meanwhile/).first()).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reason' })).toHaveValue('One more');
});

test('goes to where its customer lives by now, once somebody says so', async ({ page }) => {
  const now = page.getByRole('checkbox', { name: /as they are now: Ada Lovelace, 2 New Street, Leeds/ });
  await choose(page, 'More actions', 'Revise');
  await expect(page.getByText('Nothing is changed yet.')).toBeVisible();
  await expect(now).toHaveCount(0);
  const address = { street: '2 New Street', city: 'Leeds' };
  await give(page, 'ChangeCustomer', { customerId: idOf('Ada'), address });
  await now.check();
  await expect(page.getByRole('region', { name: 'What this changes' })).toContainText(
    'Ada Lovelace → Ada Lovelace, 2 New Street, Leeds',
  );
  await accessible(page);
  await page.getByRole('textbox', { name: 'Reason' }).fill('Moved');
  await page.getByRole('button', { name: 'Revise order' }).click();
  await expect(sheet(page).getByText('You revised the order')).toBeVisible();
  await page.goto(`./#/print/packing-slip/${idOf('first')}`);
  await expect(page.getByRole('article')).toContainText('2 New Street');
});

test('a payment made void, a credit, a write-off, and what was paid too much paid back', async ({ page }) => {
  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('first'), paymentId: crypto.randomUUID(), method: 'card', amount: 5_000 },
  });
  await comesTo(page, { Paid: '−50.00', 'To pay': '€23.00' });
  await sheet(page).getByRole('button', { name: 'Make void: €50.00' }).click();
  await confirm(page, 'Make void', 'Wrong order');
  await comesTo(page, { 'To pay': '€73.00' });
  await expect(sheet(page).getByText('Void: Wrong order')).toBeVisible();

  await choose(page, 'Money in or out', 'Give a credit');
  await dialog(page).getByRole('button', { name: 'Give a credit', exact: true }).click();
  await expect(dialog(page).getByText('How much?')).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Amount' }).fill('80');
  await expect(
    dialog(page)
      .getByText(/73\.00/)
      .first(),
  ).toBeVisible();
  await dialog(page).getByRole('textbox', { name: 'Amount' }).fill('3');
  await confirm(page, 'Credit €3.00', 'A scratch');
  await comesTo(page, { Credited: '−3.00', 'To pay': '€70.00' });

  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('first'), paymentId: crypto.randomUUID(), method: 'transfer', amount: 6_990 },
  });
  await comesTo(page, { 'To pay': '€0.10' });
  await choose(page, 'Money in or out', 'Write off');
  await confirm(page, 'Write off €0.10', 'Bank fee');
  await comesTo(page, { Settled: '€0.00' });

  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('first'), paymentId: crypto.randomUUID(), method: 'cash', amount: 500 },
  });
  await comesTo(page, { 'To refund': '€5.00' });
  await sheet(page).getByRole('button', { name: 'Pay back', exact: true }).click();
  await confirm(page, 'Pay back €5.00', 'Paid twice');
  await comesTo(page, { Settled: '€0.00' });
});

test('what is to be packed follows the order, but for what somebody has typed', async ({ page }) => {
  await choose(page, 'Pack, ship, return', 'Pack');
  const pieces = (name: string) => dialog(page).getByRole('textbox', { name });
  await expect(pieces('Mug')).toHaveValue('4');
  await pieces('Jug').fill('0');
  await give(page, 'ReviseOrder', {
    ...{ orderId: idOf('first'), baseRevision: 0, reason: 'Fewer guests' },
    changes: { lines: [{ kind: 'change', lineId: idOf('first/Mug'), quantity: 2_000 }] },
  });
  await expect(pieces('Mug')).toHaveValue('2');
  await expect(pieces('Jug')).toHaveValue('0');
  await confirm(page, 'Pack');
  await expect(sheet(page).getByText('2 packed')).toBeVisible();
});

test('held, released, cancelled, reopened, and put away', async ({ page }) => {
  await choose(page, 'More actions', 'Put on hold');
  await confirm(page, 'Put on hold', 'Comes on Friday');
  await sheet(page).getByRole('button', { name: 'Release' }).click();
  await expect(sheet(page).getByText('On hold', { exact: true })).toHaveCount(0);
  await choose(page, 'More actions', 'Cancel order');
  await confirm(page, 'Cancel order', 'Changed her mind');
  await expect(sheet(page).getByText('Cancelled', { exact: true }).first()).toBeVisible();
  await choose(page, 'More actions', 'Reopen');
  await confirm(page, 'Reopen', 'Changed it back');
  await comesTo(page, { 'To pay': '€73.00' });
  await choose(page, 'More actions', 'Cancel order');
  await confirm(page, 'Cancel order', 'And again');
  await sheet(page).getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText('A-1001 is in the archive')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Take out of the archive' }).click();
  await expect(page.getByText('A-1001 is back in the list')).toBeVisible();
});

test('put on paper: an invoice, and a credit note that takes it back', async ({ page }) => {
  await sheet(page).getByRole('button', { name: 'Issue invoice' }).click();
  await expect(dialog(page)).toContainText('€73.00 is to be paid.');
  await accessible(page);
  await confirm(page, 'Issue invoice');
  await expect(sheet(page).getByRole('link', { name: 'Invoice INV-1001' })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Issue credit note' }).click();
  await accessible(page);
  await confirm(page, 'Issue credit note over €73.00', 'Wrong address');
  await expect(sheet(page).getByRole('link', { name: 'Credit note CN-1001' })).toBeVisible();
  await expect(sheet(page).getByText('taken back in full')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Issue invoice' }).click();
  await confirm(page, 'Issue invoice');
  await expect(sheet(page).getByRole('link', { name: 'Invoice INV-1002' })).toBeVisible();
});

test('set ready, and handed over when its customer comes by', async ({ page }) => {
  await choose(page, 'Pack, ship, return', 'Ready to be fetched');
  await confirm(page, 'Set ready');
  await expect(sheet(page).getByText('4 ready to be fetched')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Hand over' }).click();
  await confirm(page, 'Hand over');
  await expect(sheet(page).getByText('Delivered', { exact: true })).toBeVisible();
});

test('found again by its tag', async ({ page }) => {
  await sheet(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await sheet(page).getByRole('textbox', { name: 'Tag' }).fill('wedding');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByRole('link', { name: 'wedding' })).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Take the tag wedding off' }).click();
  await expect(sheet(page).getByRole('link', { name: 'wedding' })).toHaveCount(0);
});
