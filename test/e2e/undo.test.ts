import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { choose, give, idOf, newestUndo, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';
import { settled } from './taking-orders.ts';

const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 3_000 };

const tags = (page: Page) => sheet(page).getByRole('list', { name: 'Tags' });
const head = (page: Page): Promise<number> =>
  page.evaluate(async () => (await window.counterfoil.health()).head.position);
const dialog = (page: Page) => page.getByRole('dialog');

test('what was done is taken back while nothing rests on it, and tried before it is done', async ({
  page,
}) => {
  await openOwnBook(page, [MUG]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  const first = await placeOrder(page, 'first', { customer: 'Ada', lines: { Mug: 2 } });
  const second = await placeOrder(page, 'second', { customer: 'Ada', lines: { Mug: 2 } });
  await openOrder(page, 'A-1001', first);

  // From the toast.
  await sheet(page).getByRole('button', { name: 'Tag', exact: true }).click();
  await sheet(page).getByRole('textbox', { name: 'Tag' }).fill('Gift');
  await page.keyboard.press('Enter');
  await newestUndo(page).hover();
  await expect(tags(page).getByText('Gift')).toBeVisible();
  await newestUndo(page).click();
  await expect(tags(page)).toHaveCount(0);

  // From the history; several at once, of which one can't be any more.
  await give(page, 'HoldOrder', { orderId: first, reason: 'Address is unclear' });
  await expect(sheet(page).getByText('On hold: Address is unclear')).toBeVisible();
  // Of this deed: until the history has it too, the one before stands there.
  await sheet(page)
    .getByRole('button', { name: /^Undo: .*put the order on hold/ })
    .click();
  await expect(sheet(page).getByText('On hold: Address is unclear')).toHaveCount(0);
  const undone = await page.evaluate(
    async (orders) => {
      const { dispatch, undo } = window.counterfoil;
      for (const orderId of orders)
        await dispatch('Tag', { orderId, tag: 'Fair' }, { correlationId: 'bulk' });
      await dispatch('Untag', { orderId: orders[1], tag: 'Fair' });
      return (await undo({ correlationId: 'bulk' })).map(({ receipt }) =>
        receipt.status === 'rejected' ? receipt.rejection.code : receipt.status,
      );
    },
    [first, second],
  );
  expect(undone).toEqual(['committed', 'changed-since']);
  await expect(tags(page)).toHaveCount(0);

  // A cancellation says what it would change, and leaves nothing when it is let go.
  await settled(page);
  const stood = await head(page);
  await choose(page, 'More actions', 'Cancel order');
  const preview = dialog(page).getByRole('region', { name: 'What this changes' });
  await expect(preview).toContainText('1 × Mug go back to stock');
  await expect(preview).toContainText('A-1002 gets stock that it waits for');
  await expect(preview).toContainText('24.00 → €0.00');
  await accessible(page);
  await dialog(page).getByRole('button', { name: 'Keep it' }).click();
  expect(await head(page)).toBe(stood);

  // Applied, it does what it said.
  const { rows, now } = await page.evaluate(async (orderId) => {
    const { whatIf, query } = window.counterfoil;
    const trial = await whatIf([{ type: 'CancelOrder', payload: { orderId, reason: 'Off' } }]);
    const [receipt] = await trial.apply();
    const atLeast = receipt?.status === 'committed' ? receipt.position : 0;
    const details = await query('OrderDetails', { orderId }, { atLeast, timeoutMs: 60_000 });
    const row = trial.differences.find(({ view, key }) => view === 'order-details' && key === orderId);
    return { rows: row?.after, now: details.answer };
  }, first);
  expect(rows).toMatchObject({ state: { cancelled: true } });
  expect(now).toMatchObject({ lifecycle: 'cancelled' });
  await expect(sheet(page).getByText('Cancelled', { exact: true }).first()).toBeVisible();
});
