import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { setClock, untilNoon } from './clock.ts';
import { DINAR, YEN, type Sale } from './currency-sales.ts';
import { choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet, sums } from './own-book.ts';

// The figures, and how they come about, stand in currency-sales.ts.

const COLUMNS =
  'Order,Placed,Customer,Product,Quantity,Unit price,Line discount,Shipping,Tax %,Shipping tax %,Tax mode,Currency,Total,Paid';

const dialog = (page: Page) => page.getByRole('dialog');
const field = (page: Page, name: string | RegExp) => dialog(page).getByRole('textbox', { name });

const addLine = async (page: Page, product: string, pieces: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Add a product' }).fill(product);
  await page.getByRole('option', { name: new RegExp(`^${product}`) }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).last().fill(pieces);
  await page.keyboard.press('Enter');
};

const confirm = async (page: Page, button: RegExp): Promise<void> => {
  await dialog(page).getByRole('button', { name: button }).click();
  await expect(dialog(page)).toHaveCount(0);
};

const comesTo = (page: Page, wanted: Readonly<Record<string, string>>) =>
  expect.poll(() => sums(page)).toMatchObject(wanted);

/** A draft typed line by line, with its discounts, shipping and deposit, and placed. */
const order = async (page: Page, { currency, typed, total, depositChange }: Sale): Promise<void> => {
  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Ada');
  await page.getByRole('option', { name: /^Ada/ }).click();
  await addLine(page, 'Bowl', '3');
  await addLine(page, 'Cup', '2');
  const cup = page.getByRole('listitem', { name: /Cup/ });
  await cup.getByRole('button', { name: 'Discount in percent' }).click();
  await expect(cup.getByRole('button', { name: `Discount in ${currency}` })).toBeVisible();
  await cup.getByRole('textbox', { name: 'Discount' }).fill(typed.cupOff);
  await page.getByRole('textbox', { name: 'Discount on the order' }).fill('5');
  await page.getByRole('textbox', { name: 'Shipping' }).fill(typed.shipping);
  const place = page.getByRole('button', { name: `Place order · ${total}` });
  await expect(place).toBeVisible();
  await page.getByRole('button', { name: 'Take a deposit' }).click();
  await field(page, 'Amount').fill(typed.deposit);
  await field(page, /Customer gives/).fill(typed.handed);
  await expect(dialog(page).getByText(depositChange, { exact: true }).last()).toBeVisible();
  await confirm(page, /^Take/);
  await place.click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1001')).toBeVisible();
};

const pay = async (page: Page, { typed, proposed, change }: Sale): Promise<void> => {
  await choose(page, 'Money', 'Take payment');
  await dialog(page).getByText('Card').click();
  await field(page, 'Amount').fill(typed.card);
  await confirm(page, /^Take/);
  await choose(page, 'Money', 'Take payment');
  // What coins can pay of the rest stands there already.
  await expect(field(page, 'Amount')).toHaveValue(proposed);
  await field(page, /Customer gives/).fill(typed.cash);
  await expect(dialog(page).getByText(change, { exact: true })).toBeVisible();
  await accessible(page);
  await confirm(page, /^Take/);
};

const correct = async (page: Page, sale: Sale): Promise<void> => {
  const { typed, afterVoid, afterCredit, writtenOff } = sale;
  await sheet(page)
    .getByRole('button', { name: `Make void: ${afterVoid}` })
    .click();
  await field(page, 'Reason').fill('It bounced');
  await confirm(page, /^Make void/);
  await comesTo(page, { 'To pay': afterVoid });
  const give_ = async (step: string, amount: string, button: RegExp) => {
    await choose(page, 'Money', step);
    await field(page, 'Amount').fill(amount);
    await field(page, 'Reason').fill('A chip');
    await confirm(page, button);
  };
  await give_('Give a credit', typed.credit, /^Credit/);
  await comesTo(page, { 'To pay': afterCredit });
  await give_('Credit and pay back', typed.creditAndBack, /^Pay back/);
  await give_('Pay back', typed.back, /^Pay back/);
  await comesTo(page, { 'To pay': writtenOff });
  await choose(page, 'Money', 'Write off');
  await field(page, 'Reason').fill('Moved away');
  await confirm(page, new RegExp(`^Write off ${writtenOff.replace(/[.]/g, '\\.')}`));
  await comesTo(page, sale.sums);
};

const papers = async (page: Page, { typed, invoice, creditNote }: Sale): Promise<void> => {
  await sheet(page).getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByRole('link', { name: 'Invoice INV-1001' }).click();
  const printed = page.getByRole('article', { name: 'Invoice INV-1001' });
  for (const text of invoice) await expect(printed).toContainText(text);
  await page.goBack();
  await sheet(page).getByRole('button', { name: 'Issue credit note' }).click();
  await field(page, 'Amount').fill(typed.creditNote);
  await field(page, 'Reason').fill('A chip');
  await confirm(page, /^Issue credit note/);
  await page.getByRole('link', { name: 'Credit note CN-1001' }).click();
  const note = page.getByRole('article', { name: 'Credit note CN-1001' });
  for (const text of creditNote) await expect(note).toContainText(text);
  await accessible(page);
};

const reports = async (page: Page, { figures, tax, methods }: Sale): Promise<void> => {
  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  for (const text of figures) await expect(page.getByRole('main').locator('dl').first()).toContainText(text);
  const row = (table: string, name: RegExp) =>
    page.getByRole('table', { name: table }).getByRole('row', { name });
  await expect(row('Takings by method', /^Cash/)).toContainText(methods);
  await page.goto('./#/reports?period=today&report=tax');
  await expect(row('Tax by rate', /^(10|5)%/)).toContainText(tax);
};

/** Amounts go out as exact decimals, and come in as such; a part of the smallest unit is no amount. */
const files = async (page: Page, { payments, file, imported, finer }: Sale): Promise<void> => {
  await page.goto('./#/import');
  await page.getByRole('combobox', { name: 'List' }).selectOption('Payments');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  for (const row of payments) expect(csv).toContain(`,${row},`);

  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'orders.csv', mimeType: 'text/csv' },
    buffer: Buffer.from([COLUMNS, ...file, finer].join('\n')),
  });
  const problems = page.getByRole('region', { name: 'Problems' });
  await expect(problems).toContainText(/1 row/);
  await page.getByRole('button', { name: 'Import 1 order', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await page.goto('./#/orders');
  await expect(page.getByRole('link', { name: imported })).toBeVisible();
};

for (const sale of [YEN, DINAR])
  test(`a sale in ${sale.currency} from its draft to the reports, to the last digit`, async ({ page }) => {
    // What is sold now is to be of today when the reports are read.
    await setClock(page, untilNoon());
    const goods = { taxRate: sale.taxRate, stock: 10_000 };
    await openOwnBook(
      page,
      [
        { name: 'Bowl', unitPrice: sale.bowl, ...goods },
        { name: 'Cup', unitPrice: sale.cup, ...goods },
      ],
      sale.settings,
    );
    await give(page, 'CreateCustomer', { customerId: idOf('Ada'), name: 'Ada' });
    await order(page, sale);
    await pay(page, sale);
    await correct(page, sale);
    await papers(page, sale);
    await reports(page, sale);
    await files(page, sale);
  });

test('coins pay back what they can, and the rest is rounded', async ({ page }) => {
  await openOwnBook(page, [{ name: 'Cup', unitPrice: 44_430, taxRate: 0, stock: 10_000 }], DINAR.settings);
  const orderId = await placeOrder(page, 'coins', { lines: { Cup: 1 } });
  // 4.443 in coins of five: 4.445.
  const paid = { orderId, paymentId: crypto.randomUUID(), method: 'cash', amount: 4_445 };
  await give(page, 'RecordPayment', paid);
  // 1.001 of it is credited: 1.000 in coins.
  const dent = { creditId: crypto.randomUUID(), amount: 1_001, reason: 'A chip' };
  await give(page, 'GrantCredit', { orderId, ...dent });
  await openOrder(page, 'A-1001', orderId);
  await comesTo(page, { 'To refund': 'KWD 1.001' });
  await choose(page, 'Money', 'Pay back');
  await expect(field(page, 'Amount')).toHaveValue('1.000');
  await dialog(page).getByText('Card').click();
  await expect(field(page, 'Amount')).toHaveValue('1.001');
  await dialog(page).getByText('Cash').click();
  await field(page, 'Reason').fill('A chip');
  await confirm(page, /^Pay back KWD/);
  // 4.443 − 1.001 + 0.003 = 4.445 − 1.000
  await comesTo(page, { 'Rounded to coins': '0.003', Paid: '−3.445', Settled: 'KWD 0.000' });
});

test('nobody begins with a currency that is gone, and a book that has one keeps it', async ({ page }) => {
  const currency = page.getByRole('combobox', { name: 'Currency' });
  const offered = (code: string) => currency.locator(`option[value=${code}]`);
  await page.goto('./');
  await page.getByRole('button', { name: /Start an empty book/ }).click();
  await page.getByRole('textbox', { name: 'Name of your business' }).fill('Split');
  await page.keyboard.press('Enter');
  const proposed = await currency.inputValue();
  await expect(offered('CHF')).toHaveCount(1);
  await expect(currency).toHaveValue(proposed);
  await expect(offered('HRK')).toHaveCount(0);
  await give(page, 'OpenBook', {
    ...{ name: 'Split', currency: 'HRK', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  await page.goto('./#/settings');
  await expect(currency).toHaveValue('HRK');
  await expect(currency.locator(':checked')).toHaveText(/Croatian Kuna/);
  await currency.selectOption('EUR');
  await expect(offered('HRK')).toHaveCount(1);
  await expect(offered('ZWL')).toHaveCount(0);
});
