import { expect, test, type Page } from '@playwright/test';
import { accessible } from './accessible.ts';
import { choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** Papers, figure by figure, as somebody reads them before printing; and how many sheets they take. */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 100_000 };
const TEA = { name: 'Tea', unitPrice: 45_500, taxRate: 7_000, stock: 100_000 };

const seller = {
  sellerName: 'Jane Doe Pottery',
  address: { street: '12 Mill Lane', postcode: 'DE4 3BB', city: 'Matlock' },
  taxNumber: 'GB 123',
  bankDetails: 'IBAN GB29 NWBK',
  paymentDays: 14,
};

const paper = (page: Page, name: string | RegExp) => page.getByRole('article', { name });

/** Sheets of paper that come out of the printer. */
const sheets = async (page: Page): Promise<number> => {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
};

test.beforeEach(async ({ page }) => {
  await openOwnBook(page, [MUG, TEA], seller);
  await give(page, 'CreateCustomer', {
    ...{ customerId: idOf('Ada'), name: 'Ada Lovelace', company: 'Engines Ltd' },
    address: { street: '1 Dorset Street', city: 'London' },
  });
  await placeOrder(page, 'papers', { customer: 'Ada', lines: { Mug: 2, Tea: 3 } });
});

test('an invoice says who, what, how much, until when, and stays so @phone', async ({ page }) => {
  await page.goto(`./#/orders/${idOf('papers')}`);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByRole('link', { name: 'Invoice INV-1001' }).click();
  const invoice = paper(page, 'Invoice INV-1001');
  for (const text of [
    'Jane Doe Pottery',
    '12 Mill Lane',
    'Tax no. GB 123',
    'Engines Ltd',
    'Ada Lovelace',
    'A-1001',
  ])
    await expect(invoice).toContainText(text);
  // 2 × 12.00 = 24.00, of which 24 − 24/1.19 = 3.83; 3 × 4.55 = 13.65, of which 13.65 − 13.65/1.07 = 0.89.
  await expect(invoice.getByRole('row', { name: /Mug/ })).toContainText('24.00');
  await expect(invoice.getByRole('row', { name: /Tea/ })).toContainText('13.65');
  for (const text of [
    '€37.65',
    'includes tax 7% on 12.76',
    '0.89',
    'includes tax 19% on 20.17',
    '3.83',
    'IBAN',
  ])
    await expect(invoice).toContainText(text);
  await accessible(page);
  expect(await sheets(page)).toBe(1);

  await give(page, 'ChangeBookSettings', { sellerName: 'Somebody Else' });
  await give(page, 'ReviseOrder', {
    ...{ orderId: idOf('papers'), baseRevision: 0, reason: 'More' },
    changes: { lines: [{ kind: 'change', lineId: idOf('papers/Mug'), quantity: 5_000 }] },
  });
  await page.reload();
  await expect(invoice).toContainText('Jane Doe Pottery');
  await expect(invoice).toContainText('€37.65');
});

test('a long invoice takes as many sheets as it needs', async ({ page }) => {
  const lines = Array.from({ length: 60 }, (_, n) => ({
    ...{ lineId: crypto.randomUUID(), productId: idOf(n % 2 ? 'Tea' : 'Mug'), quantity: 1_000 },
  }));
  const [orderId, invoiceId] = [crypto.randomUUID(), crypto.randomUUID()];
  await give(page, 'CreateDraft', { orderId, lines });
  await give(page, 'SubmitOrder', { orderId });
  await give(page, 'IssueInvoice', { orderId, invoiceId, issuedOn: '2026-11-20' });
  await page.goto(`./#/print/invoice/${orderId}/${invoiceId}`);
  // 30 × 12.00 + 30 × 4.55
  await expect(paper(page, /^Invoice/)).toContainText('€496.50');
  expect(await sheets(page)).toBeGreaterThan(2);
});

test('packing slip, receipt, pick list and statement @phone', async ({ page }) => {
  await placeOrder(page, 'second', { lines: { Mug: 1 } });
  await page.goto(`./#/print/packing-slip/${idOf('papers')}`);
  const slip = paper(page, 'Packing slip A-1001');
  await expect(slip.getByRole('row', { name: /Tea/ })).toContainText('3');
  await expect(slip).not.toContainText('€');
  await accessible(page);

  await page.goto('./#/print/pick-list');
  const list = paper(page, 'Pick list');
  await expect(list.getByRole('row', { name: /Mug/ })).toContainText(/A-1001 \(2\), A-1002 \(1\)\s*3/);
  // However narrow its column is, a number is not broken at its hyphen.
  const rects = (number: Element) => {
    Object.assign((number.parentElement as HTMLElement).style, { display: 'block', inlineSize: '1px' });
    return number.getClientRects().length;
  };
  expect(await list.getByRole('cell').getByText('A-1002', { exact: true }).evaluate(rects)).toBe(1);
  await accessible(page);
  await page.getByRole('checkbox', { name: 'A-1001 · Engines Ltd · Ada Lovelace' }).uncheck();
  await expect(list.getByRole('row', { name: /Mug/ })).toContainText(/A-1002 \(1\)\s*1/);
  await expect(list).not.toContainText('A-1001');

  await give(page, 'RecordPayment', {
    ...{
      orderId: idOf('papers'),
      paymentId: crypto.randomUUID(),
      method: 'cash',
      amount: 2_000,
      tendered: 2_500,
    },
  });
  await page.goto(`./#/print/receipt/${idOf('papers')}`);
  const receipt = paper(page, 'Receipt A-1001');
  for (const text of ['€37.65', 'Cash 25.00', 'Change 5.00', 'To pay €17.65'])
    await expect(receipt).toContainText(text);
  await accessible(page);
  expect(await sheets(page)).toBe(1);

  await page.goto(`./#/print/statement/${idOf('Ada')}`);
  const statement = paper(page, 'Statement');
  await expect(statement.getByRole('row', { name: /A-1001 · Order/ })).toContainText('37.65');
  await expect(statement.getByRole('row', { name: /Payment, Cash/ })).toContainText(/−20\.00\s*17\.65/);
  await expect(statement).toContainText('€17.65');
  const open = statement.getByRole('table', { name: 'Open orders' });
  await expect(open.getByRole('row', { name: /A-1001/ })).toContainText(/€37\.65\s*€17\.65/);
  await accessible(page);
  expect(await sheets(page)).toBe(1);
  // Everything lies before: it is carried over.
  await page.getByLabel('From').fill('2099-01-01');
  await expect(statement.getByRole('row', { name: /Carried over/ })).toContainText('17.65');
  await expect(statement.getByRole('row', { name: /Payment, Cash/ })).toHaveCount(0);
  await expect(statement).toContainText('January 1, 2099');
});

test('the first of two parcels has a delivery note of its own, from the order to the printer @phone', async ({
  page,
}) => {
  const orderId = idOf('papers');
  const [first, second] = [idOf('first parcel'), idOf('second parcel')];
  const lines = [{ lineId: idOf('papers/Tea'), quantity: 2_000 }];
  await give(page, 'ShipItems', { orderId, fulfilmentId: first, lines, carrier: 'DHL', tracking: 'JJD01' });
  await give(page, 'ShipItems', { orderId, fulfilmentId: second });
  await openOrder(page, 'A-1001', orderId);
  await page.getByRole('link', { name: 'Delivery note A-1001-1' }).click();
  const note = paper(page, 'Delivery note A-1001-1');
  for (const text of ['Engines Ltd', 'Ada Lovelace', '1 Dorset Street', 'Order A-1001', 'DHL', 'JJD01'])
    await expect(note).toContainText(new RegExp(text.replace(' A-', '\\s*A-')));
  const sent = note.getByRole('table', { name: 'In this delivery' });
  await expect(sent.getByRole('row', { name: /Tea/ })).toContainText(/3\s*2/);
  await expect(sent).not.toContainText('Mug');
  const toFollow = note.getByRole('table', { name: 'Still to follow' });
  await expect(toFollow.getByRole('row', { name: /Tea/ })).toContainText('1');
  await expect(toFollow.getByRole('row', { name: /Mug/ })).toContainText('2');
  await expect(note).not.toContainText('€');
  await accessible(page);
  expect(await sheets(page)).toBe(1);

  // All has left: the order's menu prints what went with the last, and so do many orders at once.
  await openOrder(page, 'A-1001', orderId);
  await choose(page, 'More actions', 'Print delivery note A-1001-2');
  await expect(paper(page, 'Delivery note A-1001-2')).toContainText('Mug');
  await expect(page.getByText('Still to follow')).toHaveCount(0);
  await page.goto(`./#/print/packing-slips?orders=${orderId}`);
  await expect(paper(page, /^Delivery note/)).toHaveCount(2);
  expect(await sheets(page)).toBe(2);
});

test('orders are listed under the company, and whoever answers there after it @phone', async ({ page }) => {
  await give(page, 'CreateCustomer', { customerId: idOf('Bob'), name: 'Bob' });
  await placeOrder(page, 'second', { customer: 'Bob', lines: { Mug: 1 } });
  await page.goto('./#/orders?sort=customer-falling');
  const stubs = page.getByRole('link', { name: /^A-100/ });
  await expect(stubs.first()).toContainText('Engines Ltd · Ada Lovelace');
  await expect(stubs.last()).toContainText('Bob');
  await accessible(page);
  await page.goto('./#/today');
  await expect(page.getByRole('link', { name: /^A-1001/ })).toContainText('Engines Ltd · Ada Lovelace');
  await openOrder(page, 'A-1001', idOf('papers'));
  await expect(page.getByRole('link', { name: 'Engines Ltd', exact: true })).toBeVisible();
  await expect(sheet(page).getByText('Ada Lovelace', { exact: true })).toBeVisible();
});

test('nobody can be read off papers any more who was forgotten', async ({ page }) => {
  const invoiceId = crypto.randomUUID();
  await give(page, 'IssueInvoice', { orderId: idOf('papers'), invoiceId, issuedOn: '2026-11-20' });
  await give(page, 'ForgetCustomer', { customerId: idOf('Ada'), reason: 'Asked for it' });
  await page.goto(`./#/print/invoice/${idOf('papers')}/${invoiceId}`);
  const invoice = paper(page, 'Invoice INV-1001');
  await expect(invoice).toContainText('€37.65');
  await expect(invoice).toContainText('Forgotten customer');
  for (const text of ['Ada', 'Lovelace', 'Engines', 'Dorset']) await expect(invoice).not.toContainText(text);
  await give(page, 'ShipItems', { orderId: idOf('papers'), fulfilmentId: idOf('parcel') });
  await page.goto(`./#/print/delivery-note/${idOf('papers')}/${idOf('parcel')}`);
  const note = paper(page, 'Delivery note A-1001-1');
  await expect(note).toContainText('Forgotten customer');
  for (const text of ['Ada', 'Lovelace', 'Engines', 'Dorset']) await expect(note).not.toContainText(text);
});

test('what papers say of the seller is typed once', async ({ page }) => {
  await page.goto('./#/settings');
  await page.getByRole('textbox', { name: /^Phone/ }).fill('+44 1629 555 123');
  await page.getByLabel('Choose a picture').last().setInputFiles('public/icon-192.png');
  await expect(page.getByRole('img', { name: 'Your logo' })).toBeVisible();
  await page.getByRole('textbox', { name: /^E-mail/ }).fill('taller@ñuñez.example');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
  // Who saves at the end of a long page is still there.
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeInViewport();
  await page.goto(`./#/print/packing-slip/${idOf('papers')}`);
  const slip = paper(page, 'Packing slip A-1001');
  await expect(slip).toContainText('+44 1629 555 123');
  await expect(slip).toContainText('taller@ñuñez.example');
  await expect(slip.locator('img')).toHaveAttribute('src', /^data:image\/png/);
});

test('what is typed of the seller outlives that the book’s own settings are saved', async ({ page }) => {
  await page.goto('./#/settings');
  const phone = page.getByRole('textbox', { name: /^Phone/ });
  await phone.fill('+44 1629 555 123');
  const prefix = page.getByRole('textbox', { name: 'Orders begin with' });
  await prefix.fill('B-');
  await page.getByRole('textbox', { name: 'Name of your business' }).fill('Hill Farm');
  await page.getByRole('button', { name: 'Save changes' }).click();
  // By then the page has heard of it.
  await expect(page.getByText('If you leave it empty: Hill Farm')).toBeVisible();
  await expect(prefix).toHaveValue('B-');
  await expect(phone).toHaveValue('+44 1629 555 123');
});

test('a former order is ordered again at today’s prices', async ({ page }) => {
  await give(page, 'ChangeProduct', { productId: idOf('Mug'), unitPrice: 130_000 });
  await openOrder(page, 'A-1001', idOf('papers'));
  await choose(page, 'More actions', 'Order again');
  await expect(page.getByText('A draft with the same goods, at today’s prices')).toBeVisible();
  // 2 × 13.00 + 3 × 4.55
  await expect(page.getByText('€39.65').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(/Ada Lovelace/);
});
