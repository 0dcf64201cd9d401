import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { ask, choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** What was sold at the counter comes back there: goods, money and return in one form. */
const JAM = { name: 'Jam', unitPrice: 45_000, taxRate: 7_000, stock: 10_000 };

const dialog = (page: Page) => page.getByRole('dialog');
const method = (page: Page, name: string) => dialog(page).getByRole('radio', { name, exact: true });

interface Standing {
  readonly refunds: readonly { method: string; amount: number }[];
  readonly returns: readonly { standing: string }[];
  readonly completed: boolean;
}

const sold = async (page: Page, name: string, by: string): Promise<string> => {
  const orderId = idOf(name);
  await give(page, 'CounterSale', {
    ...{ orderId, fulfilmentId: idOf(`${name}/handed`), total: 1350 },
    lines: [{ lineId: idOf(`${name}/jam`), productId: idOf('Jam'), quantity: 3_000 }],
    payment: { paymentId: idOf(`${name}/paid`), method: by },
  });
  return orderId;
};

test('a jar comes back to the stall and its cash goes back, in four presses @phone', async ({ page }) => {
  await openOwnBook(page, [JAM]);
  const orderId = await sold(page, 'sale', 'cash');
  await openOrder(page, 'A-1001', orderId);
  await page.evaluate(() => {
    document.addEventListener(
      'click',
      ({ detail }) => {
        // A key that presses a button counts too; a label's press on its field does not count twice.
        if (detail !== 0)
          document.body.dataset['presses'] = String(Number(document.body.dataset['presses'] ?? 0) + 1);
      },
      { capture: true },
    );
  });
  await choose(page, 'Pack, ship, return', 'Note a return');
  await expect(dialog(page).getByRole('checkbox', { name: 'The goods are here already' })).toBeChecked();
  await expect(method(page, 'Cash')).toBeChecked();
  await expect(dialog(page).getByRole('textbox', { name: 'Jam' })).toBeFocused();
  await page.keyboard.type('1');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).click();
  await page.keyboard.type('Lid is open');
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Take back, pay back €4.50' }).click();
  await expect(page.getByText('Taken back, €4.50 paid back')).toBeVisible();
  expect(await page.evaluate(() => document.body.dataset['presses'])).toBe('4');

  const order = await ask<Standing>(page, 'OrderDetails', { orderId });
  expect(order.refunds).toMatchObject([{ method: 'cash', amount: 450 }]);
  expect(order).toMatchObject({ returns: [{ standing: 'closed' }], completed: true });
  expect(await ask(page, 'StockLevels', { productIds: [idOf('Jam')] })).toMatchObject([{ onHand: 8_000 }]);
  await expect(sheet(page).getByText('Closed', { exact: true })).toBeVisible();

  // The other two: no more than what is left of it goes back.
  await choose(page, 'Pack, ship, return', 'Note a return');
  await dialog(page).getByRole('button', { name: 'All', exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Open too');
  await dialog(page).getByRole('button', { name: 'Take back, pay back €9.00' }).click();
  await expect
    .poll(async () => (await ask<Standing>(page, 'OrderDetails', { orderId })).refunds.length)
    .toBe(2);
});

test('it goes back the way it was paid, later, or not at all while it is owed', async ({ page }) => {
  await openOwnBook(page, [JAM]);
  await openOrder(page, 'A-1001', await sold(page, 'by card', 'card'));
  await choose(page, 'Pack, ship, return', 'Note a return');
  await expect(method(page, 'Card')).toBeChecked();
  await dialog(page).getByText('Later', { exact: true }).click();
  await dialog(page).getByRole('textbox', { name: 'Jam' }).fill('1');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Takes another');
  await dialog(page).getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(sheet(page).getByRole('button', { name: 'Credit and pay back' })).toBeVisible();

  // What was sent is awaited, and nothing is given back of what nobody has paid.
  const sent = await placeOrder(page, 'sent', { lines: { Jam: 2 } });
  await give(page, 'ShipItems', { orderId: sent, fulfilmentId: idOf('parcel') });
  await openOrder(page, 'A-1002', sent);
  await choose(page, 'Pack, ship, return', 'Note a return');
  const here = dialog(page).getByRole('checkbox', { name: 'The goods are here already' });
  await expect(here).not.toBeChecked();
  await here.check();
  await expect(method(page, 'Cash')).toHaveCount(0);
});
