import { expect, test, type Page } from '@playwright/test';
import { atTheDoor } from './own-book.ts';

/** The owner makes a clerk, and the clerk may do what clerks do: said by the page, held by the worker. */
const addPerson = async (page: Page, name: string, role: RegExp | undefined, pin: string): Promise<void> => {
  await page.getByRole('button', { name: 'Add a person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (role) await dialog.getByLabel('Role').selectOption({ label: 'Clerk: takes orders and money' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Set PIN' }).click();
  await dialog.getByLabel('New PIN').fill(pin);
  await dialog.getByRole('button', { name: 'Set PIN' }).click();
  await expect(dialog).toBeHidden({ timeout: 120_000 });
};

const openWithAnOrder = async (page: Page): Promise<string> => {
  await page.goto('./');
  await atTheDoor(page);
  const orderId = '33333333-0000-4000-8000-000000000001';
  await page.evaluate(async (id) => {
    const productId = '22222222-0000-4000-8000-000000000001';
    const lines = [{ lineId: '44444444-0000-4000-8000-000000000001', productId, quantity: 1_000 }];
    const give = window.counterfoil.dispatch;
    await give('OpenBook', {
      name: 'Stall',
      currency: 'EUR',
      taxMode: 'inclusive',
      rounding: 'perLine',
      defaultTaxRate: 0,
      numberPrefix: 'A-',
    });
    await give('CreateProduct', { productId, name: 'Jam', unit: 'jar', unitPrice: 45_000, taxRate: 0 });
    await give('CreateDraft', { orderId: id, lines });
    await give('SubmitOrder', { orderId: id });
  }, orderId);
  return orderId;
};

test('a clerk may not cancel: the page says why, and the worker refuses a script', async ({ page }) => {
  // Before the page sets a timer: it could not stop that one any more.
  await page.clock.install();
  const orderId = await openWithAnOrder(page);
  await page.goto('./#/settings');
  await addPerson(page, 'Ola', undefined, '2468');
  await addPerson(page, 'Cleo', /Clerk/, '1357');
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
  const sheet = page.getByRole('region', { name: 'The order' });
  await sheet.getByRole('button', { name: 'More actions' }).click();
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
  // Not by Playwright's clock: it can't end timers that began before it, and the page would lock once a second.
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
