import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** A small day of trade whose report is worked out by hand. */
const MUG = { name: 'Mug', unitPrice: 119_000, taxRate: 19_000, stock: 100_000 };
const TEA = { name: 'Tea', unitPrice: 53_500, taxRate: 7_000, stock: 100_000 };

const turnTo = async (page: Page, report: string): Promise<void> => {
  const tab = page.getByRole('navigation', { name: 'Which report' }).getByRole('link', { name: report });
  await tab.click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
};

const table = (page: Page, name: string) => page.getByRole('table', { name });

/** What a list saves as CSV: the file's name and its lines. */
const savedCsv = async (page: Page, list: string) => {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: `CSV of ${list}`, exact: true }).click();
  const file = await download;
  const text = await readFile(await file.path(), 'utf8');
  return { name: file.suggestedFilename(), lines: text.replace('\uFEFF', '').trimEnd().split('\r\n') };
};

const pay = (page: Page, name: string, method: string, amount: number) =>
  give(page, 'RecordPayment', { orderId: idOf(name), paymentId: crypto.randomUUID(), method, amount });

test('say what was sold, taken, owed and what tax is in it @phone', async ({ page }) => {
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG, TEA]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  // 2 × 11.90 + 1 × 5.35 = 29.15, of which tax 3.80 + 0.35
  await placeOrder(page, 'one', { customer: 'Ada', lines: { Mug: 2, Tea: 1 } });
  // 4 × 5.35 = 21.40, of which tax 1.40
  await placeOrder(page, 'two', { lines: { Tea: 4 } });
  // 11.90, and off again
  await placeOrder(page, 'three', { customer: 'Ada', lines: { Mug: 1 } });
  await pay(page, 'one', 'card', 2_000);
  await pay(page, 'two', 'cash', 2_140);
  await give(page, 'CancelOrder', { orderId: idOf('three'), reason: 'Changed their mind' });
  // 5.00 of 29.15 off: the mugs bear 5 × 23.80/29.15 = 4.08, of which tax 0.65; the tea 0.92, of which 0.06.
  await give(page, 'RefundNow', {
    ...{ orderId: idOf('one'), creditId: crypto.randomUUID(), refundId: crypto.randomUUID() },
    ...{ amount: 500, method: 'card', reason: 'A dent' },
  });

  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  const figures = page.getByRole('main').locator('dl').first();
  // 29.15 + 21.40 − 5.00
  await expect(figures).toContainText('Sales €45.55');
  await expect(figures).toContainText('Orders 2');
  await expect(figures).toContainText('Average order €22.78');
  // 20.00 + 21.40 − 5.00
  await expect(figures).toContainText('Takings €36.40');
  await expect(figures).toContainText('Credited €5.00');
  await expect(figures).toContainText('€0.00 then');
  await expect(table(page, 'Takings by method').getByRole('row', { name: /Card/ })).toContainText('15.00');
  // Beside yesterday nothing was sold; beside itself as much.
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('From … to …');
  await expect(figures).toContainText('as much as then: €45.55');
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('Nothing');

  await turnTo(page, 'Best sellers');
  await expect(table(page, 'By product').getByRole('row', { name: /Tea/ })).toContainText(/5\s*26\.75/);
  await expect(table(page, 'By product').getByRole('row', { name: /Mug/ })).toContainText(/2\s*23\.80/);
  await expect(table(page, 'By customer').getByRole('row', { name: /Ada/ })).toContainText(/1\s*24\.15/);
  const today = await page.evaluate(() => new Date().toLocaleDateString('sv'));
  expect(await savedCsv(page, 'By customer')).toEqual({
    name: `By customer ${today}.csv`,
    lines: ['Customer,Orders,Sales,Currency', 'Ada Lovelace,1,24.15,EUR', 'Counter sale,1,21.40,EUR'],
  });
  expect((await savedCsv(page, 'By product')).lines).toContain('Tea,5,0,26.75,EUR');
  await accessible(page);

  await turnTo(page, 'Tax');
  // Tea: 25.00 − 0.86 net, 1.75 − 0.06 tax; mugs: 20.00 − 3.43 net, 3.80 − 0.65 tax.
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /7%/ })).toContainText(/24\.14\s*1\.69/);
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /19%/ })).toContainText(/16\.57\s*3\.15/);
  await accessible(page);
  await turnTo(page, 'Owed to you');
  // 29.15 − 5.00 credited − 15.00 paid; nobody said by when.
  await expect(table(page, 'Orders to be paid').getByRole('row', { name: /A-1001/ })).toContainText('9.15');
  expect(await savedCsv(page, 'Orders to be paid')).toEqual({
    name: `Orders to be paid on ${today}.csv`,
    lines: ['Order,Customer,Order date,Due on,Owed,Currency', `A-1001,Ada Lovelace,${today},,9.15,EUR`],
  });
  const ages = table(page, 'What customers owe today');
  await ages
    .getByRole('row', { name: /No due day/ })
    .getByRole('button', { name: '9.15' })
    .click();
  await expect(page.getByRole('dialog').getByRole('row', { name: /Order A-1001/ })).toContainText('€9.15');
  await accessible(page);
  await page.keyboard.press('Escape');

  await turnTo(page, 'Stock value');
  // 100 × 11.90 + 100 × 5.35: nothing has left yet.
  const worth = table(page, 'Stock').getByRole('row', { name: /Mug/ });
  await expect(worth).toContainText('1,190.00');
  await expect(table(page, 'Stock').getByRole('row', { name: /^Sum/ })).toContainText('€1,725.00');
  await worth.getByRole('button', { name: '1,190.00' }).click();
  await expect(page.getByRole('dialog')).toContainText('100 × €11.90');
  await page.keyboard.press('Escape');
  await accessible(page);

  await turnTo(page, 'Sales and takings');
  await placeOrder(page, 'four', { lines: { Tea: 2 } });
  await expect(figures).toContainText('Sales €56.25');
  // The room scrolls in its place: nothing of its tables, not even what only readers have, makes the page do so.
  await expect(page.getByRole('table').first()).toBeAttached();
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last month');
  await expect(figures).toContainText('Sales €0.00');
});

test('what came back is credited with its own tax, in the figures and on paper, and no best seller @phone', async ({
  page,
}) => {
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG, TEA]);
  const orderId = await placeOrder(page, 'one', { lines: { Mug: 2, Tea: 1 } });
  await pay(page, 'one', 'card', 2_915);
  await give(page, 'ShipItems', { orderId, fulfilmentId: idOf('parcel') });
  await give(page, 'IssueInvoice', { orderId, invoiceId: idOf('invoice') });
  const mug = { lineId: idOf('one/Mug'), quantity: 1_000 };
  const back = { orderId, returnId: idOf('back') };
  await give(page, 'RequestReturn', { ...back, lines: [mug], reason: 'Cracked' });
  await give(page, 'ReceiveReturn', { ...back, lines: [{ ...mug, disposition: 'discard' }] });

  await openOrder(page, 'A-1001', orderId);
  const asked = page.getByRole('dialog');
  await sheet(page).getByRole('button', { name: 'Credit and pay back' }).click();
  await expect(asked.getByRole('textbox', { name: 'Amount' })).toHaveValue('11.90');
  await asked.getByRole('button', { name: 'Pay back €11.90' }).click();
  await expect(asked).toHaveCount(0);
  await sheet(page).getByRole('button', { name: 'Issue credit note' }).click();
  // Another amount is for nothing in particular.
  await expect(asked.getByText('For what came back: 1 × Mug')).toBeVisible();
  await asked.getByRole('textbox', { name: 'Amount' }).fill('5');
  await expect(asked.getByText('For what came back')).toHaveCount(0);
  await asked.getByRole('textbox', { name: 'Amount' }).fill('11.90');
  await expect(asked.getByRole('textbox', { name: 'Reason' })).toHaveValue('Cracked');
  await accessible(page);
  await asked.getByRole('button', { name: 'Issue credit note over €11.90' }).click();
  await sheet(page).getByRole('link', { name: 'Credit note CN-1001' }).click();
  const note = page.getByRole('article', { name: 'Credit note CN-1001' });
  await expect(note.getByRole('row', { name: /Mug/ })).toContainText('11.90');
  await expect(note).toContainText('19%');
  await expect(note).not.toContainText('7%');

  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  await turnTo(page, 'Tax');
  // All of the tea, and one mug: 10.00 with 1.90 tax.
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /7%/ })).toContainText(/5\.00\s*0\.35/);
  await expect(table(page, 'Tax by rate').getByRole('row', { name: /19%/ })).toContainText(/10\.00\s*1\.90/);

  await turnTo(page, 'Best sellers');
  // Two mugs for 23.80, one of which came back for 11.90.
  const mugs = table(page, 'By product').getByRole('row', { name: /Mug/ });
  await expect(mugs).toContainText(/2\s*1\s*11\.90/);
  await page.getByRole('combobox', { name: 'Compared with' }).selectOption('Nothing');
  await expect(page).toHaveURL(/against=none/);
  expect((await savedCsv(page, 'By product')).lines).toEqual([
    ...['Product,Sold,Returned,Sales,Currency', 'Mug,2,1,11.90,EUR', 'Tea,1,0,5.35,EUR'],
  ]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await accessible(page);
  await mugs.getByRole('link', { name: '1: the orders of Mug', exact: true }).click();
  await expect(asked.getByRole('row', { name: /A-1001/ })).toContainText(/2\s*1\s*11\.90/);
  await expect(asked.getByRole('row', { name: /^Sum/ })).toContainText(/2\s*1\s*€11\.90/);
  await accessible(page);
});

test('a figure tells which orders it comes of, and the address keeps what is looked at @phone', async ({
  page,
}) => {
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG, TEA]);
  await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada Lovelace' });
  // 11.90 + 5.35, of which 2.00 are credited; 10.70; and one that is credited and off, which leaves nothing.
  await placeOrder(page, 'one', { customer: 'Ada', lines: { Mug: 1, Tea: 1 } });
  await placeOrder(page, 'two', { lines: { Tea: 2 } });
  await placeOrder(page, 'three', { customer: 'Ada', lines: { Mug: 1 } });
  const credit = (name: string, amount: number) =>
    give(page, 'GrantCredit', { orderId: idOf(name), creditId: crypto.randomUUID(), amount, reason: 'Dent' });
  await credit('one', 200);
  await credit('three', 300);
  await give(page, 'CancelOrder', { orderId: idOf('three'), reason: 'Changed their mind' });

  await page.goto('./#/reports?period=today');
  const figures = page.getByRole('main').locator('dl').first();
  // 17.25 − 2.00 + 10.70
  await expect(figures).toContainText('Sales €25.95');
  await expect(figures).toContainText('Credited €2.00');
  const orders = page.getByRole('dialog');
  const row = (name: RegExp) => orders.getByRole('row', { name });
  await figures.getByRole('link', { name: '€25.95' }).click();
  await expect(row(/A-1001/)).toContainText(/Ada Lovelace\s*15\.25/);
  await expect(row(/A-1002/)).toContainText('10.70');
  await expect(row(/A-1003/)).toHaveCount(0);
  await expect(row(/^Sum/)).toContainText('€25.95');
  await accessible(page);
  await page.goBack();
  await expect(orders).toHaveCount(0);

  await turnTo(page, 'Best sellers');
  await table(page, 'By product').getByRole('link', { name: '16.05: the orders of Tea' }).click();
  await expect(orders.getByRole('heading', { name: 'Tea' })).toBeVisible();
  await expect(row(/A-1001/)).toContainText('5.35');
  await expect(row(/A-1002/)).toContainText('10.70');
  await row(/A-1002/)
    .getByRole('link')
    .click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1002')).toBeVisible();
  await page.goBack();
  await expect(row(/^Sum/)).toContainText('€16.05');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/reports\?period=today&report=sellers$/);
  await turnTo(page, 'Sales and takings');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('This month');
  await expect(page).not.toHaveURL(/period=today/);
  // The chart is one stop of the keyboard; its bars open what is behind them, and the period stays. It is the bar of a day:
  // until the month is answered, the chart of today stays, whose bar of an hour ("10:00: …") opens today.
  const bar = page
    .getByRole('group', { name: 'Sales' })
    .getByRole('link', { name: /^[^:]+: €25\.95\. Show its orders$/ });
  await bar.press('Enter');
  await expect(row(/^Sum/)).toContainText('€25.95');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('month');
  await expect(bar).toBeFocused();
  await expect(orders).toHaveCount(0);
  await accessible(page);
  // On paper the figures of the chart stand in full.
  await page.emulateMedia({ media: 'print' });
  await expect(table(page, 'Sales').getByRole('row', { name: /25\.95/ })).toBeVisible();
  await page.emulateMedia({ media: null });
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Last month');
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('last-month');
});
