import { afterEach, expect, it } from 'vitest';
import { backUp, desk, must, restore } from './backups.ts';

const { page, closeAll } = desk();
afterEach(closeAll);

const root = `shop-${crypto.randomUUID()}`;
const settings = {
  ...{ name: 'Anna', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
  ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
};

const asked = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('IndexedDB'));
    };
  });

it('a backup is made whatever a script gave for a command, and whatever was once kept of that', async () => {
  const client = await page(root);
  await must(client, 'OpenBook', settings);
  for (const given of [undefined, { name: 'Foo' }, 7, 'Juggle', 'OpenBook'])
    expect(await client.dispatch(given as never, { name: 5n, on: new Date(Number.NaN) })).toMatchObject({
      status: 'rejected',
    });
  // As it was kept before.
  const [name = ''] = (await indexedDB.databases()).flatMap((one) =>
    one.name?.startsWith(root) && one.name.endsWith('-log') ? [one.name] : [],
  );
  const idb = await asked(indexedDB.open(name));
  const rejection = {
    code: 'unknown-command',
    message: 'There is none.',
    values: { type: { name: 'Foo' } },
  };
  const outcome = { status: 'rejected', commandId: 'old', rejection };
  const row = { ...{ commandId: 'old', outcome, actor: 'owner' }, recordedAt: '2026-11-01T10:00:00.000Z' };
  const old = { ...row, command: { type: { name: 'Foo' }, payload: { amount: 1n } } };
  await asked(idb.transaction('outcomes', 'readwrite').objectStore('outcomes').put(old));
  idb.close();

  const { file } = await backUp(client, 'correct horse');
  const device = await page(`${root}-elsewhere`);
  expect(await restore(device, file, 'correct horse')).toBeUndefined();
  await closeAll();
  const refused = await (await page(`${root}-elsewhere`)).refusals(50);
  expect(refused.map(({ commandId }) => commandId)).toContain('old');
  const codes = refused.flatMap(({ outcome: one }) =>
    one.status === 'rejected' ? [one.rejection.code] : [],
  );
  expect(codes.filter((code) => code === 'invalid-command')).toHaveLength(3);
});
