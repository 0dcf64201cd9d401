import { expect, test, type Page } from '@playwright/test';
import { check, csv } from './import-desk.ts';
import { ask, give, idOf, openOrder, openOwnBook, placeOrder, sheet } from './own-book.ts';

/** A person whose every word is found nowhere else. */
const PERSON = {
  ...{ name: 'Zephyrine Quillfeather', company: 'Quillfeather & Daughters' },
  ...{ email: 'zq@quillfeather.example', phone: '0177-5550123' },
  taxNumber: 'QF 987 654 ZZ',
  ...{ address: { street: 'Featherbone Lane 7', city: 'Uppsala' } },
};
const CANARY = 'Zephyrine|Quillfeather|Featherbone|5550123|zq@|987 ?654';

/** Where on this device anything of the person is written: every database, cache and storage of the origin, and the page. */
const traces = (page: Page) =>
  page.evaluate(async (words) => {
    const canary = new RegExp(words, 'i');
    const found: string[] = [];
    const stores: string[] = [];

    /** Whatever a record holds, as text: also bytes, files and what is inside of them. */
    const textOf = async (value: unknown): Promise<string> => {
      if (value instanceof Blob) return value.text();
      if (value instanceof ArrayBuffer) return new TextDecoder().decode(value);
      if (ArrayBuffer.isView(value))
        return new TextDecoder().decode(
          new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength),
        );
      if (value instanceof Map || value instanceof Set) return textOf([...value]);
      if (typeof value !== 'object' || value === null) return String(value);
      const parts = await Promise.all(
        Object.entries(value).map(async ([key, one]) => key + (await textOf(one))),
      );
      return parts.join('\n');
    };
    const look = async (place: string, value: unknown) => {
      stores.push(place);
      if (canary.test(await textOf(value))) found.push(place);
    };
    const asked = <Answer>(request: IDBRequest<Answer>) =>
      new Promise<Answer>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error('request'));
        };
      });

    for (const { name = '' } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      // Deleted meanwhile: it must not come to be by being looked at.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const idb = await asked(opening).catch(() => undefined);
      if (!idb) continue;
      for (const store of idb.objectStoreNames) {
        const objects = idb.transaction(store).objectStore(store);
        const [rows, keys] = await Promise.all([asked(objects.getAll()), asked(objects.getAllKeys())]);
        await look(`${name}/${store}`, [rows, keys]);
      }
      idb.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const answer = await cache.match(request);
        await look(`cache ${request.url}`, [request.url, await answer?.text()]);
      }
    }
    await look('localStorage', Object.entries(localStorage));
    await look('sessionStorage', Object.entries(sessionStorage));
    await look('the page', [document.title, location.href, document.documentElement.outerHTML]);
    return { found, stores };
  }, CANARY);

/** What a list is written out as today. */
const exported = (page: Page, list: string, format: 'csv' | 'json') =>
  page.evaluate(
    async ([what, as]) => {
      const { startJob, jobs } = window.counterfoil;
      const receipt = await startJob('ExportList', { list: what, format: as, filter: {} });
      if (receipt.status !== 'accepted') throw new Error(JSON.stringify(receipt));
      for (;;) {
        const all = (await jobs()) as readonly { id: string; status: string }[];
        const { status } = all.find(({ id }) => id === receipt.jobId) ?? {};
        if (status === 'finished') return;
        if (status === 'failed') throw new Error(`${what} as ${as}: ${JSON.stringify(all)}`);
      }
    },
    [list, format] as const,
  );

test('a forgotten customer is in no database, cache, storage, search or export of the device; totals and history stand', async ({
  page,
  context,
}) => {
  await openOwnBook(page, [{ name: 'Jam', unitPrice: 45_000, taxRate: 19_000, stock: 20_000 }]);
  const customerId = idOf('Zephyrine');
  await give(page, 'CreateCustomer', { customerId, ...PERSON, note: 'Featherbone rings twice' });
  const orderId = await placeOrder(page, 'hers', { customer: 'Zephyrine', lines: { Jam: 2 } });
  const payment = { orderId, paymentId: crypto.randomUUID(), method: 'card', amount: 400 };
  await give(page, 'RecordPayment', payment);
  await give(page, 'ShipItems', { orderId, fulfilmentId: crypto.randomUUID() });
  await give(page, 'IssueInvoice', { orderId, invoiceId: crypto.randomUUID() });
  await give(page, 'CreateDraft', { orderId: idOf('her draft'), customerId });

  // Files that name her: one imported, with a row that cannot be, and one that was exported and not fetched.
  const header = 'Customer ID,Name,E-mail,Phone,Street,City';
  const friend = ',Zephyrine Quillfeather-Berg,other@quillfeather.example,1,Featherbone Lane 8,Uppsala';
  await check(page, [csv('customers.csv', header, friend, friend)]);
  await page.getByRole('button', { name: /^Import 1 customer/ }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await exported(page, 'customers', 'csv');

  // Another tab has her on the screen, and in its search.
  const other = await context.newPage();
  await other.goto(`./#/customers/${customerId}`);
  await expect(other.getByRole('heading', { level: 1, name: PERSON.name })).toBeVisible();
  await other.keyboard.press('Control+k');
  await other.getByRole('combobox').fill('quillfeather');
  await expect(other.getByRole('option').first()).toBeVisible();
  await other.keyboard.press('Escape');

  const before = await traces(page);
  for (const view of ['customers', 'order-list', 'order-details', 'search'])
    expect(before.found.join(), view).toContain(`-view:${view}@`);

  type Found = { readonly rows: readonly { readonly customerId: string; readonly name: string }[] };
  const { rows } = await ask<Found>(page, 'CustomerList', { text: 'Zephyrine' });
  expect(rows).toHaveLength(2);
  for (const { customerId: id, name } of rows) {
    await page.goto(`./#/customers/${id}`);
    await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible();
    await page
      .getByRole('main')
      .locator('section.sheet')
      .getByRole('button', { name: 'More actions' })
      .click();
    await page.getByRole('menuitem', { name: /^Forget customer/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Asked us to');
    await dialog.getByRole('button', { name: /^Forget/ }).click();
    await expect(dialog).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { level: 1, name: 'Forgotten customer' })).toBeVisible({
    timeout: 120_000,
  });
  await expect(other.getByRole('heading', { level: 1, name: 'Forgotten customer' })).toBeVisible({
    timeout: 120_000,
  });
  for (const tab of [page, other])
    await expect.poll(async () => (await traces(tab)).found, { timeout: 120_000 }).toEqual([]);
  const { stores } = await traces(page);
  expect(stores.length).toBeGreaterThanOrEqual(before.stores.length);

  await other.keyboard.press('Control+k');
  await other.getByRole('combobox').fill('quillfeather');
  await expect(other.getByText('Nothing found')).toBeVisible();
  await other.keyboard.press('Escape');

  for (const list of ['customers', 'orders', 'order-lines', 'payments'])
    for (const format of ['csv', 'json'] as const) {
      // The file lies in the registry until it is fetched, or until the next is written.
      await exported(page, list, format);
      expect((await traces(page)).found, `${list} as ${format}`).toEqual([]);
    }
  await openOrder(page, 'A-1001', orderId);
  await expect(sheet(page).getByText('Forgotten customer').first()).toBeVisible();
  await expect(sheet(page).getByLabel('Totals')).toContainText('€9.00');
  await page.reload();
  await openOrder(page, 'A-1001', orderId);
  expect((await traces(page)).found).toEqual([]);
});
