import { expect, test, type Page } from '@playwright/test';
import { setClock, untilNoon } from './clock.ts';
import { ask, choose, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/**
 * A day of a shop, from the delivery in the morning to the report at night. The tables at the end are worked out by hand:
 *
 *     order  what                          comes to  paid           left  went out
 *     1001   2 mugs, 1 tea                    28.50  28.50 card        0  all
 *     1002   3 teas over the counter          13.50  13.50 cash        0  all
 *     1003   1 bowl, 10.00 deposit            25.00  10.00 transfer   15  all
 *     1004   8 bowls, of which 4 wait        200.00                  200  4 bowls
 *     1005   4 mugs                           48.00  48.00 card        0  3 mugs
 *     1006   5 teas, revised: 2 teas, 1 mug   21.00                   21  nothing (packed)
 *     1007   2 mugs, 1 comes back             24.00  24.00 cash        0  all, 1 back on the shelf
 *            credited and paid back          −12.00 −12.00 cash
 *     1008   1 mug, 2 teas, cancelled          0     21.00 card      −21  nothing
 *     1009   1 mug                            12.00                   12  nothing
 *     1010   10 teas less 10 %, 4.90 freight  45.40  45.40 transfer    0  all
 *     1011   1 tea                             4.50   4.50 cash        0  all
 *     1012   3 mugs, on hold                  36.00                   36  nothing
 *                                            445.90 182.90           263 = 284 owed − 21 to give back
 */
const MUG = { name: 'Mug', unitPrice: 120_000, taxRate: 19_000, stock: 0 };
const TEA = { name: 'Tea', unitPrice: 45_000, taxRate: 7_000, stock: 40_000 };
const BOWL = { name: 'Bowl', unitPrice: 250_000, taxRate: 19_000, stock: 5_000 };

const dialog = (page: Page) => page.getByRole('dialog');

const pay = (page: Page, name: string, method: string, amount: number) =>
  give(page, 'RecordPayment', { orderId: idOf(name), paymentId: crypto.randomUUID(), method, amount });

const ship = (page: Page, name: string, lines?: Readonly<Record<string, number>>) =>
  give(page, 'ShipItems', {
    ...{ orderId: idOf(name), fulfilmentId: crypto.randomUUID() },
    ...(lines && {
      lines: Object.entries(lines).map(([product, pieces]) => ({
        ...{ lineId: idOf(`${name}/${product}`), quantity: pieces * 1_000 },
      })),
    }),
  });

const addLine = async (page: Page, product: string, pieces: string): Promise<void> => {
  await page.getByRole('combobox', { name: 'Add a product' }).fill(product);
  await page.getByRole('option', { name: new RegExp(`^${product}`) }).click();
  await page.getByRole('textbox', { name: 'Quantity' }).last().fill(pieces);
  await page.keyboard.press('Enter');
};

const typedOrder = async (page: Page): Promise<void> => {
  await page.goto('./#/orders/new');
  await page.getByRole('combobox', { name: 'Customer' }).fill('Ada');
  await page.getByRole('option', { name: /^Ada/ }).click();
  await addLine(page, 'Mug', '2');
  await addLine(page, 'Tea', '1');
  await page.getByRole('button', { name: 'Place order · €28.50' }).click();
  await sheet(page).getByRole('button', { name: 'Take payment' }).click();
  await dialog(page).getByText('Card').click();
  await dialog(page).getByRole('button', { name: 'Take €28.50' }).click();
  await sheet(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Ship', exact: true }).click();
  await expect(sheet(page).getByText('Shipped', { exact: true }).last()).toBeVisible();
};

const counterSale = async (page: Page): Promise<void> => {
  await page.goto('./#/orders/new');
  await addLine(page, 'Tea', '3');
  await page.getByRole('button', { name: 'Sold for cash' }).click();
  await expect(page.getByRole('heading', { level: 1 }).getByText('A-1002')).toBeVisible();
};

const sentBack = async (page: Page): Promise<void> => {
  await openOrder(page, 'A-1007', idOf('seven'));
  await choose(page, 'Pack, ship, return', 'Note a return');
  await dialog(page).getByRole('textbox', { name: 'Mug' }).fill('1');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('One too many');
  await dialog(page).getByRole('checkbox', { name: 'The goods are here already' }).check();
  await dialog(page).getByRole('button', { name: 'Take back' }).click();
  await sheet(page).getByRole('button', { name: 'Credit and pay back' }).click();
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('One too many');
  await dialog(page).getByRole('button', { name: 'Pay back €12.00' }).click();
  await sheet(page).getByRole('button', { name: 'Close the return' }).click();
  await expect(sheet(page).getByText('Closed', { exact: true })).toBeVisible();
};

const revised = async (page: Page): Promise<void> => {
  await openOrder(page, 'A-1006', idOf('six'));
  await choose(page, 'More actions', 'Revise');
  await page.getByRole('listitem', { name: /Tea/ }).getByRole('textbox', { name: 'Quantity' }).fill('2');
  await addLine(page, 'Mug', '1');
  await page.getByRole('textbox', { name: 'Reason' }).fill('Rather a mug');
  await expect(page.getByRole('region', { name: 'What this changes' })).toContainText('€21.00');
  await page.getByRole('button', { name: 'Revise order' }).click();
  // On the sheet, that is, and no more in the form: what is packed is what was agreed last.
  const ordered = sheet(page).getByRole('table', { name: 'What was ordered' });
  await expect(ordered.getByRole('row', { name: /^Mug 1/ })).toBeVisible();
  await choose(page, 'Pack, ship, return', 'Pack');
  await dialog(page).getByRole('button', { name: 'Pack' }).click();
  await expect(sheet(page).getByText('Packed', { exact: true })).toBeVisible();
};

const trade = async (page: Page): Promise<void> => {
  await page.goto(`./#/products/${idOf('Mug')}`);
  await page.getByRole('button', { name: 'Receive stock' }).click();
  await dialog(page).getByRole('textbox', { name: 'How much came in' }).fill('30');
  await dialog(page).getByRole('button', { name: 'Receive' }).click();
  await expect(dialog(page)).toHaveCount(0);

  await typedOrder(page);
  await counterSale(page);

  const lineId = idOf('three/Bowl');
  const bowl = [{ lineId, productId: idOf('Bowl'), quantity: 1_000 }];
  await give(page, 'CreateDraft', { orderId: idOf('three'), customerId: idOf('Bob'), lines: bowl });
  await pay(page, 'three', 'transfer', 1_000);
  await give(page, 'SubmitOrder', { orderId: idOf('three') });
  await ship(page, 'three');

  await placeOrder(page, 'four', { customer: 'Bob', lines: { Bowl: 8 } });
  await openOrder(page, 'A-1004', idOf('four'));
  await expect(sheet(page).getByText('Waiting for stock: 4')).toBeVisible();
  await ship(page, 'four', { Bowl: 4 });

  await placeOrder(page, 'five', { customer: 'Ada', lines: { Mug: 4 } });
  await pay(page, 'five', 'card', 4_800);
  await ship(page, 'five', { Mug: 3 });

  await placeOrder(page, 'six', { customer: 'Ada', lines: { Tea: 5 } });
  await revised(page);

  await placeOrder(page, 'seven', { customer: 'Bob', lines: { Mug: 2 } });
  await pay(page, 'seven', 'cash', 2_400);
  await ship(page, 'seven');
  await sentBack(page);

  await placeOrder(page, 'eight', { customer: 'Bob', lines: { Mug: 1, Tea: 2 } });
  await pay(page, 'eight', 'card', 2_100);
  await openOrder(page, 'A-1008', idOf('eight'));
  await choose(page, 'More actions', 'Cancel order');
  await dialog(page).getByRole('textbox', { name: 'Reason' }).fill('Found it elsewhere');
  await dialog(page).getByRole('button', { name: 'Cancel order' }).click();
  await expect(sheet(page).getByText(/€21\.00 is still to be paid back/)).toBeVisible();

  await placeOrder(page, 'nine', { lines: { Mug: 1 } });

  const tea = [{ lineId: idOf('ten/Tea'), productId: idOf('Tea'), quantity: 10_000 }];
  await give(page, 'CreateDraft', { orderId: idOf('ten'), customerId: idOf('Ada'), lines: tea });
  await give(page, 'SetDiscount', { orderId: idOf('ten'), discount: { kind: 'percent', rate: 10_000 } });
  await give(page, 'SetShipping', { orderId: idOf('ten'), amount: 490 });
  await give(page, 'SubmitOrder', { orderId: idOf('ten') });
  await pay(page, 'ten', 'transfer', 4_540);
  await ship(page, 'ten');

  await placeOrder(page, 'eleven', { lines: { Tea: 1 } });
  await pay(page, 'eleven', 'cash', 450);
  await ship(page, 'eleven');

  await placeOrder(page, 'twelve', { customer: 'Bob', lines: { Mug: 3 } });
  await give(page, 'HoldOrder', { orderId: idOf('twelve'), reason: 'Rings on Monday' });
};

interface Level {
  readonly onHand: number;
  readonly reserved: number;
  readonly available: number;
  readonly backOrdered: number;
}

const shelves = async (page: Page): Promise<readonly Level[]> => {
  const productIds = [idOf('Mug'), idOf('Tea'), idOf('Bowl')];
  return (await ask<readonly Level[]>(page, 'StockLevels', { productIds })).map(
    ({ onHand, reserved, available, backOrdered }) => ({ onHand, reserved, available, backOrdered }),
  );
};

test('a day of a shop ends with every piece and every cent where it belongs', async ({ page }) => {
  test.setTimeout(360_000);
  await setClock(page, untilNoon());
  await openOwnBook(page, [MUG, TEA, BOWL], { defaultTaxRate: 19_000 });
  for (const name of ['Ada', 'Bob']) await give(page, 'CreateCustomer', { customerId: idOf(name), name });
  await trade(page);

  await expect
    .poll(() => shelves(page))
    .toEqual([
      // 30 in, 2 + 3 + 2 out, 1 back; kept: 1 of 1005, 1 of 1006, 1 of 1009, 3 of 1012
      { onHand: 24_000, reserved: 6_000, available: 18_000, backOrdered: 0 },
      // 40 in, 1 + 3 + 10 + 1 out; kept: 2 of 1006
      { onHand: 25_000, reserved: 2_000, available: 23_000, backOrdered: 0 },
      // 5 in, 1 + 4 out; 4 of 1004 are waited for
      { onHand: 0, reserved: 0, available: 0, backOrdered: 4_000 },
    ]);

  await page.goto('./#/reports');
  await page.getByRole('combobox', { name: 'Period' }).selectOption('Today');
  const figures = page.getByRole('main').locator('dl').first();
  for (const text of ['Sales €445.90', 'Orders 11', 'Takings €182.90', 'Credited €12.00'])
    await expect(figures).toContainText(text);
  const row = (table: string, name: RegExp) =>
    page.getByRole('table', { name: table }).getByRole('row', { name });
  // 28.50 + 48.00 + 21.00 · 13.50 + 24.00 + 4.50 − 12.00 · 10.00 + 45.40
  await expect(row('Takings by method', /^Card/)).toContainText(/97\.50\s*0\.00\s*97\.50/);
  await expect(row('Takings by method', /^Cash/)).toContainText(/42\.00\s*12\.00\s*30\.00/);
  await expect(row('Takings by method', /^Transfer/)).toContainText(/55\.40\s*0\.00\s*55\.40/);
  await page.goto('./#/reports?period=today&report=tax');
  // Line by line, 19 %: 3.83 + 3.99 + 31.93 + 7.66 + 1.92 + 3.83 − 1.92 + 1.92 + 0.78 + 5.75 of 373.90
  await expect(row('Tax by rate', /^19%/)).toContainText(/314\.21\s*59\.69\s*373\.90/);
  // 7 %: 0.29 + 0.88 + 0.59 + 2.65 + 0.29 of 72.00
  await expect(row('Tax by rate', /^7%/)).toContainText(/67\.30\s*4\.70\s*72\.00/);
  await page.goto('./#/reports?report=owed');
  await expect(row('What customers owe today', /^Sum/)).toContainText(/5\s*€284\.00/);
  for (const [number, owed] of [
    ['A-1003', '15.00'],
    ['A-1004', '200.00'],
    ['A-1006', '21.00'],
    ['A-1009', '12.00'],
    ['A-1012', '36.00'],
  ] as const)
    await expect(row('Orders to be paid', new RegExp(`^${number}`))).toContainText(owed);
});
