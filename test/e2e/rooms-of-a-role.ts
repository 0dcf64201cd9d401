import { expect, type Locator, type Page } from '@playwright/test';
import { give, idOf, openOwnBook, placeOrder } from './own-book.ts';
import { skeletons } from './skeletons.ts';

const JAM = { name: 'Jam', unitPrice: 45_000, taxRate: 19_000, stock: 40_000 };
const FIGS = { name: 'Figs', unitPrice: 30_000, taxRate: 19_000, stock: 0 };
const REASON = { reason: 'Asked for' };

/** A shop with an order at each stage, so that every step is offered to whoever may take it. Returns their ids. */
export const openBusyShop = async (page: Page): Promise<readonly string[]> => {
  await openOwnBook(page, [JAM, FIGS]);
  const customerId = idOf('Anna');
  await give(page, 'CreateCustomer', { customerId, name: 'Anna Berg', address: { city: 'Graz' } });
  const place = (name: string) => placeOrder(page, name, { customer: 'Anna', lines: { Jam: 2 } });
  const pay = (name: string) => {
    const payment = { orderId: idOf(name), paymentId: crypto.randomUUID(), method: 'card', amount: 900 };
    return give(page, 'RecordPayment', payment);
  };
  const ship = (name: string) =>
    give(page, 'ShipItems', { orderId: idOf(name), fulfilmentId: crypto.randomUUID() });

  await place('open');
  await place('held');
  await give(page, 'HoldOrder', { orderId: idOf('held'), ...REASON });
  await place('paid');
  await pay('paid');
  await give(page, 'IssueInvoice', { orderId: idOf('paid'), invoiceId: idOf('invoice') });
  await place('returned');
  await pay('returned');
  await ship('returned');
  const back = [{ lineId: idOf('returned/Jam'), quantity: 1_000 }];
  await give(page, 'RequestReturn', {
    ...{ orderId: idOf('returned'), returnId: crypto.randomUUID(), lines: back, ...REASON },
  });
  await placeOrder(page, 'waiting', { lines: { Figs: 1 } });
  await place('cancelled');
  await give(page, 'CancelOrder', { orderId: idOf('cancelled'), ...REASON });
  await give(page, 'CreateDraft', {
    orderId: idOf('draft'),
    lines: [{ lineId: idOf('draft/Jam'), productId: idOf('Jam'), quantity: 1_000 }],
  });
  await give(page, 'AddVariant', {
    ...{ productId: idOf('Jam'), variantId: idOf('Plum'), options: [{ name: 'Fruit', value: 'Plum' }] },
  });
  return ['open', 'held', 'paid', 'returned', 'cancelled', 'draft'].map(idOf);
};

/** Every address there is, of which not every role may go to each. */
export const addressesOf = (orders: readonly string[]): readonly string[] => [
  ...['/today', '/orders', `/orders?customer=${idOf('Anna')}`, '/orders/new'],
  ...orders.map((id) => `/orders/${id}`),
  ...['/customers', `/customers/${idOf('Anna')}`, '/products', `/products/${idOf('Jam')}`],
  ...['/products?shelf=oversold', `/products/${idOf('Jam')}?variant=${idOf('Plum')}`],
  ...['/products/count', '/products/delivery', '/products/prices'],
  ...['/reports', '/activity', '/import', '/settings', '/print/pick-list'],
  ...['', '/log', '/lists', '/work', '/refused', '/try', '/measurements', '/done', '/space'].map(
    (part) => `/engine${part}`,
  ),
  ...[`/print/receipt/${idOf('paid')}`, `/print/packing-slip/${idOf('paid')}`],
  ...[`/print/invoice/${idOf('paid')}/${idOf('invoice')}`, `/print/statement/${idOf('Anna')}`],
];

/** The heading that an address ends with once its room stands. */
export const arriveAt = async (page: Page, address: string): Promise<void> => {
  await page.evaluate(async (to) => {
    if (location.hash === `#${to}`) return;
    const heard = new Promise((resolve) => {
      addEventListener('hashchange', resolve, { once: true });
    });
    location.hash = to;
    await heard;
    // By then the room before has left.
    for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
  }, address);
  await expect(page.getByRole('main').getByRole('heading').last()).toBeVisible();
  await expect(skeletons(page)).toHaveCount(0);
};

/** Left alone: it leaves the book, the browser's own window would open, or it only says what a figure or a word means. */
const AVOIDED =
  /^([−+€\d]|Switch|Sign in as|Choose|Print|Keep it safe|Ask the browser|Turn sign-in off|Show|Hide|What is meant|On hand:|Reserved:)/;

const PATIENT = { timeout: 30_000 };

/** Where nothing is offered before something is typed: what. */
const TYPED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  '/products/count': (page) => page.getByRole('textbox', { name: 'Counted of Figs' }).fill('3', PATIENT),
  '/products/prices': (page) =>
    page.getByRole('textbox', { name: 'How much', exact: true }).fill('5', PATIENT),
  '/products/delivery': async (page) => {
    const quantity = page.getByRole('textbox', { name: 'How much of Figs came in' });
    const picker = page.getByRole('combobox', { name: 'Add what came in' });
    await expect(picker).toBeVisible(PATIENT);
    if ((await quantity.count()) === 0) {
      await picker.fill('Figs');
      await page.getByRole('option', { name: 'Figs' }).click(PATIENT);
    }
    await quantity.fill('3', PATIENT);
  },
};

const named = (buttons: Locator): Promise<readonly string[]> =>
  buttons.evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => (one.getAttribute('aria-label') ?? one.textContent).trim().replaceAll(/\s+/g, ' ')),
  );

/** Whatever stands over the page goes. */
const clear = async (page: Page): Promise<void> => {
  const over = page.locator('[role=dialog], [role=menu]');
  const discard = page.getByRole('dialog').getByRole('button', { name: 'Throw away', exact: true });
  await expect(async () => {
    // A form that is half written asks first.
    if ((await discard.count()) > 0) await discard.click({ timeout: 500 });
    else if ((await over.count()) > 0) await page.keyboard.press('Escape');
    await expect(over).toHaveCount(0, { timeout: 500 });
  }).toPass();
};

/** Whether a button was still there to be pressed. What it opens stands by then, if that is a menu. */
const isPressed = async (page: Page, button: Locator): Promise<boolean> => {
  try {
    const opens = await button.getAttribute('aria-haspopup', { timeout: 1_000 });
    await button.press('Enter', { timeout: 1_000 });
    if (opens === 'menu') await page.getByRole('menu').waitFor();
    return true;
  } catch {
    return false;
  }
};

/** Fills what the dialog on the page needs and presses its button, whatever the book says to it. */
const answer = async (page: Page): Promise<void> => {
  const dialog = page.getByRole('dialog');
  if ((await dialog.count()) === 0) return;
  for (const field of await dialog.locator('input:not([type=date]):not([type=file]), textarea').all())
    if ((await field.isEditable()) && (await field.inputValue()) === '') await field.fill('1');
  const done = dialog.getByRole('button').and(page.locator(':enabled')).last();
  if ((await done.count()) > 0) await done.press('Enter');
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
};

/** What an address shows, whichever order, customer or product it is of. */
const roomOf = (address: string): string => address.replaceAll(/[0-9a-f-]{36}/g, ':id');

/** A menu that stands beside each of many is one: it offers the same, or holds it back. */
const kindOf = (name: string): string => name.replace(/^(Actions for|What to do with) .*/, '$1 …');

/**
 * Presses everything that is offered at an address, by the keyboard, since a message may lie over a button; also in menus
 * and dialogs. What was `pressed` in the same room before needs no second time: permission asks for no state. `least` says
 * how much there is to press in each room that has any, so that none passes for having shown nothing yet.
 */
export const pressAll = async (
  page: Page,
  address: string,
  pressed: Set<string>,
  least: Readonly<Record<string, number>>,
): Promise<void> => {
  const room = roomOf(address);
  // The list beside a sheet is a room of its own.
  const sheet = page.getByRole('main').locator('section.sheet');
  await arriveAt(page, address);
  const place = (await sheet.count()) > 0 ? sheet : page.getByRole('main');
  const enabled = place.getByRole('button').and(page.locator(':enabled'));
  const items = page.getByRole('menuitem').and(page.locator(':not([aria-disabled=true])'));
  const isNew = (...way: readonly string[]): boolean => !pressed.has([room, ...way].join(' › '));
  const next = async (): Promise<string | undefined> =>
    (await named(enabled)).find((one) => !AVOIDED.test(one) && isNew(kindOf(one)));
  const isDone = (): boolean =>
    [...pressed].filter((way) => way.startsWith(`${room} › `)).length >= (least[room] ?? 0);
  for (;;) {
    await clear(page);
    await arriveAt(page, address);
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0, PATIENT);
    await TYPED[room]?.(page);
    if (!isDone())
      await expect.poll(next, { ...PATIENT, message: `more is offered in ${room}` }).toBeDefined();
    const name = await next();
    if (name === undefined) return;
    const button = place.getByRole('button', { name, exact: true }).and(page.locator(':enabled')).first();
    // A page that is catching up takes a step away that was just offered: what is offered now is asked anew.
    if (!(await isPressed(page, button))) continue;
    const offered = await named(items);
    const kind = kindOf(name);
    const item = offered.find((one) => !AVOIDED.test(one) && isNew(kind, one));
    pressed.add([room, kind, ...(item === undefined ? [] : [item])].join(' › '));
    if (item !== undefined) await items.nth(offered.indexOf(item)).press('Enter');
    await answer(page);
  }
};
