import { expect, test } from '@playwright/test';
import { DAY_MS, setClock, untilNoon } from './clock.ts';
import { give, idOf, openOrder, openOwnBook } from './own-book.ts';

const noon = untilNoon();
const dayIn = (days: number): string =>
  new Date(Date.now() + noon + days * DAY_MS).toISOString().slice(0, 10);

test.use({ serviceWorkers: 'block' });

test('a seller is told when to ask for money, also when the book was closed at that time', async ({
  page,
}) => {
  await setClock(page, noon);
  await openOwnBook(page, [{ name: 'Tea', unitPrice: 45_000, taxRate: 0, stock: 0 }]);
  for (const [name, dueOn] of [
    ['late', dayIn(1)],
    ['later', dayIn(30)],
    ['paid', dayIn(1)],
  ] as const) {
    const orderId = idOf(name);
    const lines = [{ lineId: idOf(`${name}/Tea`), productId: idOf('Tea'), quantity: 2_000 }];
    await give(page, 'CreateDraft', { orderId, lines });
    await give(page, 'SetDates', { orderId, dueOn });
    await give(page, 'SubmitOrder', { orderId });
  }
  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('paid'), paymentId: crypto.randomUUID(), method: 'cash', amount: 900 },
  });
  const waiting = async () =>
    (await page.evaluate(() => window.counterfoil.health())).processes.find(
      ({ process }) => process === 'payment-reminder',
    )?.timers;
  await expect.poll(waiting).toBe(2);

  await setClock(page, noon + 10 * DAY_MS);
  await page.reload();
  await openOrder(page, 'A-1001', idOf('late'));
  await expect(page.getByText('Overdue: ask for the money')).toBeVisible();
  await expect(page.getByText(/^Time to ask for the money: it was due/)).toHaveCount(1);
  await expect(page.getByText('Noticed late, because the book was closed')).toBeVisible();
  await page.goto('./#/orders');
  await expect(page.getByText('Ask for €9.00')).toHaveCount(1);
  await expect.poll(waiting).toBe(1);
});
