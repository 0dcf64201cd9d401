import { expect, test, type Locator } from '@playwright/test';
import { accessible } from './accessible.ts';
import { DAY_MS, setClock, untilNoon } from './clock.ts';
import { give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 10_000 };

test('an order is seen as it stood at any moment, and nothing can be done to it there @phone', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = await placeOrder(page, 'two mugs', { lines: { Mug: 2 } });
  const allocation = () =>
    page.evaluate(async (id) => {
      const { answer } = await window.counterfoil.query('OrderDetails', { orderId: id });
      return (answer as { allocation?: string } | undefined)?.allocation;
    }, orderId);
  await expect.poll(allocation).toBe('reserved');
  await give(page, 'RecordPayment', {
    ...{ orderId, paymentId: idOf('part'), method: 'card', amount: 1_000 },
  });
  await give(page, 'ShipItems', {
    ...{ orderId, fulfilmentId: idOf('box'), lines: [{ lineId: idOf('two mugs/Mug'), quantity: 2_000 }] },
  });
  await openOrder(page, 'A-1001', orderId);
  const order = sheet(page);
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });
  // One looks back at what is told by then.
  await expect(order.getByText('You shipped 1 line')).toBeVisible();

  await order.getByRole('button', { name: 'Look back' }).click();
  const slider = page.getByRole('slider', { name: 'What had happened last' });
  await expect(slider).toBeFocused();
  // Before it was sent: paid in part, and nothing to press.
  await expect(slider).toHaveAttribute('aria-valuetext', /You took €10\.00 by card/);
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });
  await expect(order.getByRole('button', { name: /pay/i })).toHaveCount(0);
  await accessible(page);

  await slider.press('ArrowLeft');
  await expect.poll(async () => 'Paid' in (await sums(page))).toBe(false);
  await slider.press('Home');
  await expect(order.getByRole('heading', { level: 1 })).toContainText('A-1001');
  await order.getByRole('button', { name: 'Back to now' }).click();
  await expect.poll(() => sums(page)).toMatchObject({ Paid: '−10.00' });
  await expect(slider).toHaveCount(0);
});

test('the stock of an earlier day is what the book knew then', async ({ page }) => {
  await openOwnBook(page, [MUG]);
  await placeOrder(page, 'some mugs', { lines: { Mug: 3 } });
  await page.goto('./#/reports?report=stock');
  const row = page.getByRole('table', { name: 'Stock' }).getByRole('row', { name: /Mug/ });
  await expect(row).toContainText('10');
  await expect(row).toContainText('7');
  await page.getByRole('button', { name: 'Look at an earlier day' }).click();
  await page.getByLabel('As it was on').fill('2020-02-29');
  await expect(row).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Stock' })).toContainText('Nothing');
});

/** A figure that says how it comes about, and no help beside it. */
const figure = (within: Locator): Locator => within.getByTitle('How this comes about');

/** Presses a figure, and reads what its lines come to. */
const explained = async (pressed: Locator): Promise<{ readonly lines: string[]; readonly sum: string }> => {
  await pressed.click();
  const dialog = pressed.page().getByRole('dialog');
  await expect(dialog.getByTestId('comes-to')).toBeVisible();
  const cells = await dialog.locator('tbody td:last-child').allTextContents();
  const told = {
    lines: cells.map((cell) => cell.trim()),
    sum: await dialog.getByTestId('comes-to').innerText(),
  };
  await accessible(pressed.page());
  await pressed.page().keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return told;
};

test.describe('an earlier day', () => {
  // The page's own worker is to be answered by the test.
  test.use({ serviceWorkers: 'block' });

  test('shows stock, what was owed and that day as they were, and figures say how they come about', async ({
    page,
  }) => {
    // Noon of two days ago, and later noon of today: yesterday lies between them however long this takes.
    const noon = untilNoon();
    await setClock(page, noon - 2 * DAY_MS);
    await openOwnBook(page, [MUG]);
    await give(page, 'CreateCustomer', { customerId: idOf('Anna'), name: 'Anna' });
    const first = await placeOrder(page, 'first', { customer: 'Anna', lines: { Mug: 2 } });
    // What the shelf keeps for it is to be of that day as well.
    const reserved = (productId: string) =>
      page.evaluate(async (id) => {
        const { answer } = await window.counterfoil.query('StockLevels', { productIds: [id] });
        return (answer as readonly { readonly reserved: number }[])[0]?.reserved;
      }, productId);
    await expect.poll(() => reserved(idOf('Mug'))).toBe(2_000);
    await setClock(page, noon);
    await page.reload();
    await expect(page.getByRole('link', { name: 'Today' }).first()).toBeVisible();
    await give(page, 'RecordPayment', {
      ...{ orderId: first, paymentId: idOf('half'), method: 'card', amount: 1_000 },
    });
    await placeOrder(page, 'second', { customer: 'Anna', lines: { Mug: 3 } });

    const main = page.getByRole('main');
    const stat = (name: string) => main.locator('.stat').filter({ hasText: name });
    await page.goto(`./#/products/${idOf('Mug')}`);
    await expect(stat('Available')).toContainText('5');
    await page.getByRole('button', { name: 'Look at an earlier day' }).click();
    // Yesterday the second order was not there yet.
    await expect(stat('Available')).toContainText('8');
    const banner = page.getByRole('region', { name: 'An earlier day' });
    await expect(banner).toContainText('Nothing can be changed here');
    await expect(main.getByRole('button', { name: 'New product' })).toBeDisabled();
    await accessible(page);
    expect(await explained(figure(stat('Available')))).toEqual({ lines: ['10', '−2'], sum: '8' });

    // The day goes along to what is behind a figure, and to the list.
    await figure(stat('Reserved')).click();
    await page.getByRole('dialog').getByRole('link', { name: 'Order A-1001' }).click();
    await expect.poll(() => sums(page)).toMatchObject({ 'To pay': '€24.00' });
    expect(new URL(page.url()).hash).toContain('on=');
    await page.goBack();
    await expect(stat('Available')).toContainText('8');
    await banner.getByRole('button', { name: 'Back to now' }).click();
    await expect(stat('Available')).toContainText('5');
    await page.goBack();
    await expect(stat('Available')).toContainText('8');

    const on = new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('on') ?? '';
    await page.goto(`./#/customers/${idOf('Anna')}?on=${on}`);
    await expect(stat('Owes')).toContainText('€24.00');
    await banner.getByRole('button', { name: 'Back to now' }).click();
    await expect(stat('Owes')).toContainText('€50.00');
    const owes = await explained(figure(stat('Owes')));
    expect(owes).toEqual({ lines: ['€24.00', '−€10.00', '€36.00'], sum: '€50.00' });

    await page.goto(`./#/reports?report=owed&on=${on}`);
    await expect(page.getByRole('table', { name: /^Orders to be paid on/ })).toContainText('24.00');
    await expect(main).not.toContainText('A-1002');

    await page.goto('./#/today');
    await expect(stat('Taken today')).toContainText('€10.00');
    expect(await explained(figure(stat('Sold today')))).toEqual({
      lines: ['€36.00'],
      sum: '€36.00',
    });
    await page.goto(`./#/today?on=${on}`);
    await expect(stat('Taken that day')).toContainText('€0.00');
    await expect(stat('To pack and ship')).toContainText('1');
  });
});
