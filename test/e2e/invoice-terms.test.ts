import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';

/** A restaurant with a tax number and days to pay of its own, and what its invoices say of them. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };

const paper = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

/** So many days from today, as a date field has it. */
const inDays = (days: number): string => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate() + days))
    .toISOString()
    .slice(0, 10);
};

/** A day as papers write it. */
const inFull = (day: string): string =>
  new Date(day).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });

test.beforeEach(async ({ page }) => {
  // What is issued now is to be due so many days from today.
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG], { paymentDays: 14 });
  await give(page, 'CreateCustomer', {
    customerId: idOf('Ada'),
    name: 'Ada Lovelace',
    company: 'Engines Ltd',
  });
  await placeOrder(page, 'papers', { customer: 'Ada', lines: { Mug: 2 } });
});

test('a customer’s own tax number and days to pay stand on their invoice, and stay there @phone', async ({
  page,
}) => {
  const dialog = page.getByRole('dialog');
  const field = (name: string | RegExp) => dialog.getByRole('textbox', { name });
  await page.goto(`./#/customers/${idOf('Ada')}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(dialog).toContainText('From the invoice on. Empty: 14 days, as in the settings.');
  await field(/^Tax number/).fill('<DE1>');
  await field(/^Days to pay/).fill('400');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toContainText('Use letters, figures, spaces and signs such as . - /');
  await expect(dialog).toContainText('Whole days, 366 at most.');
  await field(/^Tax number/).fill('DE 123 456 789');
  await field(/^Days to pay/).fill('30');
  await accessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  const details = page.getByRole('region', { name: 'Details' });
  await expect(details).toContainText('DE 123 456 789');
  await expect(details).toContainText('30 days');

  await page.goto(`./#/activity?customer=${idOf('Ada')}`);
  await expect(page.getByRole('main')).toContainText('Tax number, Days to pay');

  await page.goto(`./#/orders/${idOf('papers')}`);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const due = dialog.getByLabel(/^To be paid by/);
  await expect(due).toHaveValue(inDays(30));
  await expect(dialog).toContainText('Engines Ltd has 30 days to pay.');
  await due.fill(inDays(20));
  await expect(dialog).toContainText(/Instead of \w+ \d+/);
  await due.fill(inDays(30));
  await accessible(page);
  await dialog.getByRole('button', { name: 'Issue invoice' }).click();
  await give(page, 'ChangeCustomer', { customerId: idOf('Ada'), taxNumber: 'FR 1', paymentDays: 'none' });
  await page.getByRole('link', { name: 'Invoice INV-1001' }).click();
  const invoice = paper(page, 'Invoice INV-1001');
  await expect(invoice).toContainText('Tax no. DE 123 456 789');
  await expect(invoice).toContainText(inFull(inDays(30)));
  await expect(invoice).not.toContainText('FR 1');

  const orderId = idOf('papers');
  const creditNoteId = crypto.randomUUID();
  await give(page, 'IssueCreditNote', { orderId, creditNoteId, reason: 'Wrong' });
  await page.goto(`./#/print/credit-note/${orderId}/${creditNoteId}`);
  await expect(paper(page, /^Credit note/)).toContainText('Tax no. DE 123 456 789');

  // With the customer's days gone the book's hold; one day is said for this invoice alone.
  await page.goto(`./#/orders/${orderId}`);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await expect(due).toHaveValue(inDays(14));
  await expect(dialog).toContainText('14 days to pay, as in your settings.');
  await due.fill(inDays(45));
  await dialog.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByRole('link', { name: 'Invoice INV-1002' }).click();
  await expect(paper(page, 'Invoice INV-1002')).toContainText(inFull(inDays(45)));
  await expect(paper(page, 'Invoice INV-1002')).toContainText('Tax no. FR 1');
});

test('an invoice that is paid is issued in one press', async ({ page }) => {
  await give(page, 'RecordPayment', {
    ...{ orderId: idOf('papers'), paymentId: idOf('card'), method: 'card', amount: 2_400 },
  });
  await page.goto(`./#/orders/${idOf('papers')}`);
  await expect(page.getByText('Paid', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await expect(page.getByRole('link', { name: 'Invoice INV-1001' })).toBeVisible();
});
