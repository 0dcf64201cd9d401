import { expect, test } from '@playwright/test';
import { accessible } from './accessible.ts';
import { openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';
import { addressesOf, arriveAt, openBusyShop, pressAll } from './rooms-of-a-role.ts';
import { hire, ROLES, signIn, STAFF, switchTo, type Role } from './staff.ts';

// Each has a book of its own; one after the other they would keep one worker busy long after the other is done.
test.describe.configure({ mode: 'parallel' });

const JAM = { name: 'Jam', unitPrice: 45_000, taxRate: 0, stock: 10_000 };

test('an owner turns signing in off with their PIN; people and history stay, and the book is open', async ({
  page,
}) => {
  await openOwnBook(page, [JAM]);
  await hire(page, 'owner', 'clerk');
  await switchTo(page, 'clerk');
  const orderId = await placeOrder(page, 'First', { lines: { Jam: 1 } });
  await page.goto('./#/settings');
  await expect(page.getByRole('button', { name: 'Turn sign-in off' })).toBeDisabled();

  await switchTo(page, 'owner');
  await page.getByRole('button', { name: 'Turn sign-in off' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('PIN of Ola')).toBeFocused();
  await accessible(page);
  await dialog.getByLabel('PIN of Ola').fill('0000');
  await dialog.getByRole('button', { name: 'Turn sign-in off' }).click();
  await expect(dialog.getByText('This is not the PIN.')).toBeVisible();
  await dialog.getByLabel('PIN of Ola').fill(STAFF.owner.pin);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Sign-in is off')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Switch' })).toHaveCount(0);
  await expect(page.getByText('Cleo · Clerk')).toBeVisible();
  await expect(page.getByText('No PIN', { exact: true })).toHaveCount(2);

  await page.reload();
  await openOrder(page, 'A-1001', orderId);
  await expect(sheet(page).getByText(/^Cleo placed order A-1001/)).toBeVisible();
});

test('wrong PINs make one wait, whoever else signs in, and a reload does not shorten it', async ({
  page,
}) => {
  await openOwnBook(page, [JAM]);
  await hire(page, 'owner', 'clerk');
  await page.evaluate(() => window.counterfoil.signOut());
  for (let n = 0; n < 3; n += 1) {
    await page.getByRole('button', { name: 'Cleo' }).click();
    await page.getByLabel('PIN of Cleo').fill('0000');
    await page.keyboard.press('Enter');
    await expect(page.getByText('This is not the PIN.')).toBeVisible();
    await page.getByRole('button', { name: 'Somebody else' }).click();
  }
  // They make one wait for seconds only: on a slow machine those would be over.
  await page.evaluate(async (key) => {
    const request = indexedDB.open('counterfoil-log');
    const db = await new Promise<IDBDatabase>((resolve) => {
      request.onsuccess = () => {
        resolve(request.result);
      };
    });
    const meta = db.transaction('meta', 'readwrite').objectStore('meta');
    const kept = meta.get(key);
    kept.onsuccess = () => meta.put({ ...(kept.result as object), last: '2999-01-01T00:00:00.000Z' });
    await new Promise((resolve) => (meta.transaction.oncomplete = resolve));
    db.close();
  }, `pin/${STAFF.clerk.operatorId}`);
  await page.reload();
  await signIn(page, 'clerk');
  await expect(page.getByText(/^Too many wrong PINs\. Try again at/)).toBeVisible();
  await page.getByRole('button', { name: 'Somebody else' }).click();
  await signIn(page, 'owner');
  await expect(page.getByText('Ola is working')).toBeVisible();
});

const closedTo: Readonly<Record<Role, RegExp | undefined>> = {
  owner: undefined,
  manager: undefined,
  clerk: /^\/(import|reports|activity)/,
  packer: /^\/(import|reports|activity|customers|engine|orders\/new|print\/statement)/,
  viewer: /^\/(import|reports|activity|orders\/new)/,
};

/** Where everything is pressed. An owner may do all that is offered, and a manager all that trade asks for. */
const presses: Readonly<Record<Role, RegExp>> = {
  owner: /^never/,
  manager: /^\/(settings|engine|customers\/|activity|import|reports|products\/(count|delivery|prices))/,
  ...{ clerk: /^/, packer: /^/, viewer: /^/ },
};

const everybody = { '/today': 1, '/orders': 5, '/products': 2, '/products/count': 1, '/settings': 2 };
const engine = { '/engine': 1, '/engine/log': 2, '/engine/lists': 1 };

/** How much each finds to press at the least, where there is anything. */
const least: Readonly<Record<Role, Readonly<Record<string, number>>>> = {
  owner: {},
  manager: {
    ...{ ...engine, '/customers/:id': 5, '/reports': 3, '/activity': 3, '/import': 1, '/settings': 2 },
    ...{ '/products/count': 2, '/products/delivery': 2, '/products/prices': 1 },
  },
  clerk: {
    ...{ ...everybody, ...engine, '/orders/new': 8, '/orders/:id': 14, '/customers': 2, '/customers/:id': 3 },
    ...{ '/products/:id': 2, '/products/delivery': 1 },
  },
  packer: {
    ...{ ...everybody, '/orders/:id': 8, '/products': 4, '/products/:id': 8, '/products?shelf=oversold': 6 },
    ...{ '/products/count': 2, '/products/delivery': 2 },
  },
  viewer: {
    ...{ ...everybody, ...engine, '/orders/:id': 4, '/customers': 2, '/customers/:id': 2 },
    ...{ '/products/:id': 1, '/products/delivery': 1 },
  },
};

for (const role of ROLES)
  test(`whatever the app offers a person who works as ${role}, the book does not forbid; other rooms say why they are closed`, async ({
    page,
  }) => {
    test.setTimeout(480_000);
    page.setDefaultTimeout(10_000);
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(message.text());
    });
    const orders = await openBusyShop(page);
    await hire(page, ...(role === 'owner' ? ([role] as const) : (['owner', role] as const)));
    await switchTo(page, role);

    const pressed = new Set<string>();
    for (const address of addressesOf(orders)) {
      await arriveAt(page, address);
      const closed = page.getByRole('heading', { name: 'Not open to your role' });
      await expect(closed, address).toHaveCount(closedTo[role]?.test(address) ? 1 : 0);
      if (presses[role].test(address)) await pressAll(page, address, pressed, least[role]);
    }
    await page.evaluate(() => window.counterfoil.signOut());
    await signIn(page, 'owner');
    await expect(page.getByText('Ola is working')).toBeVisible();
    const refusals = await page.evaluate(() => window.counterfoil.refusals(1_000));
    expect(
      refusals.flatMap(({ command, outcome }) =>
        outcome.status === 'rejected' && outcome.rejection.code === 'not-permitted' ? [command.type] : [],
      ),
    ).toEqual([]);
    expect(wrong).toEqual([]);
  });
