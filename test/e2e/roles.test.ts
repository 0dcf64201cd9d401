import { expect, test, type Page } from '@playwright/test';
import { openOwnBook, placeOrder, sheet } from './own-book.ts';

const JAM = { name: 'Jam', unitPrice: 45_000, taxRate: 0, stock: 0 };

/** As an owner does; with the first role that is offered where none is named. */
const addPerson = async (page: Page, name: string, pin: string, role?: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (role !== undefined) await dialog.getByLabel('Role').selectOption({ label: role });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Set PIN' }).click();
  await dialog.getByLabel('New PIN').fill(pin);
  await dialog.getByLabel('The same again').fill(`${pin}0`);
  await dialog.getByRole('button', { name: 'Set PIN' }).click();
  await expect(dialog.getByText('The two are not the same.')).toBeVisible();
  await dialog.getByLabel('The same again').fill(pin);
  await dialog.getByRole('button', { name: 'Set PIN' }).click();
  await expect(dialog).toBeHidden({ timeout: 120_000 });
};

test('a clerk may not cancel: the page says why, and the worker refuses a script', async ({ page }) => {
  await openOwnBook(page, [JAM]);
  const orderId = await placeOrder(page, 'one', { lines: { Jam: 1 } });
  await page.goto('./#/settings');
  await addPerson(page, 'Ola', '2468');
  await addPerson(page, 'Cleo', '1357', 'Clerk: takes orders and money');
  await page.getByLabel('Lock when nobody is there').selectOption('After 5 minutes');
  await page.getByRole('main').getByRole('button', { name: 'Switch' }).click();

  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  await page.getByRole('button', { name: 'Cleo' }).click();
  await page.getByLabel('PIN of Cleo').fill('9999');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('This is not the PIN.')).toBeVisible();
  for (const digit of '1357') await page.getByRole('button', { name: digit, exact: true }).click();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Cleo is working')).toBeVisible();

  await page.goto(`./#/orders/${orderId}`);
  await sheet(page).getByRole('button', { name: 'More actions' }).click();
  const cancel = page.getByRole('menuitem', { name: /^Cancel order/ });
  await expect(cancel).toBeDisabled();
  await expect(cancel).toContainText('Clerk: not allowed');
  await page.keyboard.press('Escape');

  const refused = await page.evaluate(
    (id) => window.counterfoil.dispatch('CancelOrder', { orderId: id, reason: 'For fun' }),
    orderId,
  );
  expect(refused).toMatchObject({
    status: 'rejected',
    rejection: { code: 'not-permitted', values: { permission: 'order.cancel', role: 'clerk' } },
  });
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Activity' })).toHaveCount(0);
  await page.goto('./#/activity');
  await expect(page.getByRole('heading', { name: 'Not open to your role' })).toBeVisible();
  await page.goto('./#/engine/refused');
  await expect(page.getByRole('main').getByText('CancelOrder').first()).toBeVisible();

  // Left lying for longer than that: neither page nor engine shows anything until somebody signs in again.
  await page.evaluate((ahead) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ahead;
  }, 6 * 60_000);
  await expect(page.getByRole('heading', { name: 'Who is working?' })).toBeVisible();
  await expect(page.getByText('CancelOrder')).toHaveCount(0);
  const events = page.evaluate(() => window.counterfoil.events());
  await expect(events).rejects.toThrow('not-permitted');
  await page.getByRole('button', { name: 'Cleo' }).click();
  await page.getByLabel('PIN of Cleo').fill('1357');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('main').getByText('CancelOrder').first()).toBeVisible();
});
