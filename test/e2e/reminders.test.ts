import { expect, test, type Page } from '@playwright/test';
import { give, idOf, openOrder, openOwnBook } from './own-book.ts';

const DAY_MS = 86_400_000;
const dayIn = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);

/** Lets time go by for whatever is loaded from now on, the engine included. */
const letDaysPass = async (page: Page, days: number): Promise<void> => {
  const shift = `{ const Now = Date; const by = ${String(days * DAY_MS)};
    globalThis.Date = class extends Now {
      constructor(...of) { if (of.length > 0) super(...of); else super(Now.now() + by); }
      static now() { return Now.now() + by; }
    }; }`;
  await page.addInitScript(shift);
  await page.route(/engine\.worker[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `${shift}\n${await answer.text()}` });
  });
};

test.use({ serviceWorkers: 'block' });

test('a seller is told when to ask for money, also when the book was closed at that time', async ({
  page,
}) => {
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

  await letDaysPass(page, 10);
  await page.reload();
  await openOrder(page, 'A-1001', idOf('late'));
  await expect(page.getByText('Overdue: ask for the money')).toBeVisible();
  await expect(page.getByText(/^Time to ask for the money: it was due/)).toHaveCount(1);
  await expect(page.getByText('Noticed late, because the book was closed')).toBeVisible();
  await page.goto('./#/orders');
  await expect(page.getByText('Ask for €9.00')).toHaveCount(1);
  await expect.poll(waiting).toBe(1);
});
