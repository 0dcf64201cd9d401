import { existsSync, readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ask, give, idOf } from './own-book.ts';
import { openApp, test } from './real-browser.ts';

/**
 * A browser that is killed in the midst of writing leaves half an entry in its log. Chromium's next start passes over it;
 * the one after that deletes every database of the app, unless that log has been put away (src/engine/log/turn-over.ts).
 */
const write = async (page: Page, name: string): Promise<void> => {
  await give(page, 'CreateCustomer', { customerId: idOf(name), name });
};

test('a book outlives half an entry that a killed browser left behind', async ({ realBrowser, baseURL }) => {
  const origin = new URL(baseURL ?? '');
  const store = join(
    ...[realBrowser.profile, 'Default', 'IndexedDB'],
    `${origin.protocol.slice(0, -1)}_${origin.hostname}_${origin.port}.indexeddb.leveldb`,
  );
  const logs = () => readdirSync(store).filter((file) => file.endsWith('.log'));

  let page = await openApp(realBrowser, baseURL);
  await give(page, 'OpenBook', {
    ...{ name: 'Test shop', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  await write(page, 'Ada');
  test.skip(!existsSync(store), 'This browser keeps its databases otherwise.');
  await realBrowser.kill();

  const torn = logs();
  expect(torn).toHaveLength(1);
  const file = join(store, torn[0] ?? '');
  truncateSync(file, statSync(file).size - 20);

  page = await openApp(realBrowser, baseURL);
  await write(page, 'Ben');
  await expect.poll(logs, 'the torn log is put away').not.toContain(torn[0]);
  await realBrowser.kill();

  page = await openApp(realBrowser, baseURL);
  await write(page, 'Cleo');
  const { rows } = await ask<{ readonly rows: readonly { readonly name: string }[] }>(page, 'CustomerList');
  expect(rows.map(({ name }) => name).sort()).toEqual(['Ada', 'Ben', 'Cleo']);
});
