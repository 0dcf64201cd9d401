import { expect, test, type Page } from '@playwright/test';
import { ask, give, idOf, openOwnBook } from './own-book.ts';

/** Two tabs number orders, invoices and credit notes at the same time: each series is without a gap or a double. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };
const ORDERS = 12;
const ids = Array.from({ length: ORDERS }, (_, n) => idOf(`series-${String(n)}`));

type Told = readonly { readonly status: string; readonly rejection?: { readonly code: string } }[];

/** All of these at once, and what became of each. */
const tell = (page: Page, type: string, payloads: readonly object[]): Promise<Told> =>
  page.evaluate(
    ([name, all]) => Promise.all(all.map((payload) => window.counterfoil.dispatch(name, payload))),
    [type, payloads] as const,
  );

/** Both tabs at once: what each sends lies between what the other sends. */
const together = async (pages: readonly Page[], type: string, payloads: (tab: number) => readonly object[]) =>
  (await Promise.all(pages.map((page, tab) => tell(page, type, payloads(tab))))).flat();

interface Papers {
  readonly number: string;
  readonly invoices: readonly string[];
  readonly creditNotes: readonly string[];
}

const papers = async (page: Page): Promise<readonly Papers[]> => {
  type Paper = readonly { readonly number: string }[];
  type Found = { readonly number?: string; readonly invoices: Paper; readonly creditNotes: Paper };
  const found = await Promise.all(ids.map((orderId) => ask<Found>(page, 'OrderDetails', { orderId })));
  const numbers = (all: Paper) => all.map((one) => one.number);
  return found.map(({ number = '', invoices, creditNotes }) => ({
    ...{ number, invoices: numbers(invoices), creditNotes: numbers(creditNotes) },
  }));
};

const series = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => `${prefix}${String(1001 + n)}`);

test('two tabs that number at once leave no gap and give no number twice', async ({ page, context }) => {
  await openOwnBook(page, [MUG]);
  const other = await context.newPage();
  await other.goto('./#/orders');
  await expect(other.getByRole('heading', { name: 'Orders' }).first()).toBeVisible();
  const tabs = [page, other];
  const half = (tab: number) => ids.filter((_, n) => n % 2 === tab);
  for (const orderId of ids) {
    const lines = [{ lineId: crypto.randomUUID(), productId: idOf('Mug'), quantity: 1_000 }];
    await give(page, 'CreateDraft', { orderId, lines });
  }
  const all = (count: number) => Array.from({ length: count }, () => 'committed');
  const statuses = (told: Told) => told.map(({ status }) => status);

  const submitted = await together(tabs, 'SubmitOrder', (tab) => half(tab).map((orderId) => ({ orderId })));
  expect(statuses(submitted)).toEqual(all(ORDERS));

  // Both want an invoice for every order: one of each two is refused, and takes no number.
  const invoiced = await together(tabs, 'IssueInvoice', () =>
    ids.map((orderId) => ({ orderId, invoiceId: crypto.randomUUID() })),
  );
  expect(invoiced.filter(({ status }) => status === 'committed')).toHaveLength(ORDERS);
  const refused = invoiced.filter(({ status }) => status !== 'committed');
  expect(refused.map(({ rejection }) => rejection?.code)).toEqual(
    Array.from({ length: ORDERS }, () => 'already-invoiced'),
  );

  // A part of each invoice in either tab.
  const credited = await together(tabs, 'IssueCreditNote', () =>
    ids.map((orderId) => ({ orderId, creditNoteId: crypto.randomUUID(), amount: 500, reason: 'A dent' })),
  );
  expect(statuses(credited)).toEqual(all(2 * ORDERS));

  const sorted = async (of: (found: Papers) => readonly string[]) =>
    (await papers(other)).flatMap((found) => of(found)).sort();
  expect(await sorted(({ creditNotes }) => creditNotes)).toEqual(series('CN-', 2 * ORDERS));
  expect(await sorted(({ number }) => [number])).toEqual(series('A-', ORDERS));
  expect(await sorted(({ invoices }) => invoices)).toEqual(series('INV-', ORDERS));
});

test('a payment like one of a moment ago is asked about again, in whichever tab it was taken', async ({
  page,
  context,
}) => {
  await openOwnBook(page, [MUG]);
  const orderId = idOf('series-twice');
  const lines = [{ lineId: crypto.randomUUID(), productId: idOf('Mug'), quantity: 2_000 }];
  await give(page, 'CreateDraft', { orderId, lines });
  await give(page, 'SubmitOrder', { orderId });
  const other = await context.newPage();
  await other.goto(`./#/orders/${orderId}`);
  await other.getByRole('button', { name: 'Take payment' }).click();
  const dialog = other.getByRole('dialog');
  await dialog.getByText('Card').click();
  await dialog.getByRole('textbox', { name: 'Amount' }).fill('12');
  await expect(dialog.getByRole('button', { name: 'Take €12.00', exact: true })).toBeVisible();
  const paid = { orderId, method: 'card', amount: 1_200 };
  await give(page, 'RecordPayment', { ...paid, paymentId: crypto.randomUUID() });
  await expect(dialog.getByText(/^€12\.00 was taken the same way/)).toBeVisible();
  // It warns and keeps nobody from it.
  await dialog.getByRole('button', { name: 'Take €12.00 anyway' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(other.getByRole('region', { name: 'The order' }).getByText('Settled')).toBeVisible();
});
