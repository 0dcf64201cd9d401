import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { presentBook } from '../../src/client/index.ts';
import type { Client } from '../../src/client/index.ts';
import { CustomerDetails } from '../../src/views/customers/index.ts';
import { OrderCounts } from '../../src/views/order-list/query.ts';
import { readFrames } from '../../src/engine/backup/frames.ts';
import { backupKeyOf } from '../../src/engine/backup/lock.ts';
import { backUp, contentsOf, desk, must, restore } from './backups.ts';
import { eventually } from './eventually.ts';

/** Backups of a real book through the whole app below the screens: page, worker, IndexedDB. */
const { page, closeAll } = desk();
let root: string;
beforeEach(() => {
  root = `shop-${crypto.randomUUID()}`;
});
afterEach(closeAll);

const settings = {
  ...{ name: 'Anna', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
  ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
};
const anna = crypto.randomUUID();
const honey = crypto.randomUUID();

/** An order of three jars, of which one is not there. */
const order = async (client: Client): Promise<number> => {
  const orderId = crypto.randomUUID();
  const lines = [{ lineId: crypto.randomUUID(), productId: honey, quantity: 3_000 }];
  await must(client, 'CreateDraft', { orderId, customerId: anna, lines });
  return must(client, 'SubmitOrder', { orderId });
};

const aShop = async (): Promise<Client> => {
  const client = await page(root);
  await must(client, 'OpenBook', settings);
  await must(client, 'CreateCustomer', { customerId: anna, name: 'Anna Blume', phone: '+49 555' });
  await must(client, 'CreateProduct', {
    ...{ productId: honey, name: 'Honey', unit: 'pcs', unitPrice: 85_000, taxRate: 0 },
  });
  await must(client, 'ReceiveStock', { productId: honey, quantity: 2_000 });
  await order(client);
  await client.dispatch('ShipItems', { orderId: crypto.randomUUID(), fulfilmentId: crypto.randomUUID() });
  return client;
};

const orders = async (client: Client, atLeast = 0) =>
  (await client.query(OrderCounts, {}, { atLeast, timeoutMs: 60_000 })).answer.all;

/** The log does not go on any more: processes have said all they had to say. */
const atRest = async (client: Client) => {
  await eventually(async () => {
    const { processes, views, head } = await client.health();
    for (const each of [...processes, ...views])
      expect(each).toMatchObject({ lagEvents: 0, position: head.position });
  });
  return (await client.health()).head;
};

describe('a backup', () => {
  it('opened on another device is the same book: log, outcomes and every list; and it goes on from there', async () => {
    const client = await aShop();
    const head = await atRest(client);
    const { file, jobId, report } = await backUp(client, 'correct horse battery');
    expect(report).toMatchObject({
      ...head,
      sealed: true,
      bytes: file.size,
      about: { name: 'Anna', orders: 1 },
    });
    expect(await client.backups.last()).toBeUndefined();
    await client.backups.handed(jobId);
    expect(await client.backups.last()).toMatchObject({ position: head.position, about: { orders: 1 } });
    const before = await contentsOf(root);

    const other = `${root}-elsewhere`;
    const device = await page(other);
    expect(await restore(device, file, 'correct horse battery')).toBeUndefined();
    await closeAll();
    const again = await page(other);
    expect(await atRest(again)).toEqual(head);
    expect(await again.verify()).toMatchObject({ whole: true, head });
    const book = await presentBook(other);
    const after = await contentsOf(book);
    expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [store, rows] of before) expect(after.get(store), store).toBe(rows);
    expect(await again.backups.last()).toMatchObject({ position: head.position });
    expect(await orders(again, await order(again))).toBe(2);
    expect(
      (await again.events({ after: 0, limit: 100 })).filter(({ type }) => type === 'OrderSubmitted'),
    ).toMatchObject([{ data: { number: 'A-1001' } }, { data: { number: 'A-1002' } }]);
  });

  it('has neither name nor key of somebody who was forgotten, and they stay forgotten where it is opened', async () => {
    const client = await aShop();
    await must(client, 'ForgetCustomer', { customerId: anna, reason: 'asked for it' });
    await eventually(async () => {
      const { answer } = await client.query(CustomerDetails, { customerId: anna });
      expect(answer?.name).toBe('Forgotten customer');
    });
    await atRest(client);
    const { file } = await backUp(client);
    const frames = readFrames(file, await backupKeyOf(file));
    const said: unknown[] = [];
    for (let next = await frames.next(); next !== undefined; next = await frames.next()) said.push(next);
    expect(said).toContainEqual({ kind: 'forgotten', subjects: [anna] });
    expect(JSON.stringify(said)).not.toMatch(/Anna Blume|\+49 555/);
    expect(said.filter((frame) => (frame as { kind: string }).kind === 'keys')).toEqual([]);
    const other = `${root}-elsewhere`;
    expect(await restore(await page(other), file)).toBeUndefined();
    await closeAll();
    const again = await page(other);
    await atRest(again);
    expect((await again.query(CustomerDetails, { customerId: anna })).answer?.name).toBe(
      'Forgotten customer',
    );
  });
});

describe('a file that is no good backup', () => {
  it('is refused by name wherever it is cut or changed, and leaves nothing behind', async () => {
    const client = await aShop();
    await atRest(client);
    const { file } = await backUp(client);
    const before = await contentsOf(root);
    const bytes = new Uint8Array(await file.arrayBuffer());
    const codes = new Set<string>();
    for (let n = 0; n < 24; n += 1) {
      const at = Math.floor((bytes.length * n) / 24);
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      for (const bad of [new Blob([bytes.subarray(0, at)]), new Blob([flipped])])
        codes.add((await restore(client, bad)) ?? 'taken');
    }
    const sealed = await backUp(client, 'correct horse battery');
    expect(await restore(client, sealed.file, 'correct horse')).toBe('wrong-passphrase');
    expect([...codes].sort()).toEqual(['backup-damaged', 'backup-truncated', 'not-a-backup']);
    expect(await presentBook(root)).toBe(root);
    expect(await contentsOf(root)).toEqual(before);
    expect(await strays()).toEqual([]);
  });
});

/** Databases of books beside the present one. */
const strays = async (): Promise<string[]> =>
  (await indexedDB.databases())
    .map(({ name = '' }) => name)
    .filter((name) => name.startsWith(`${root}~`) && name !== `${root}~shelf`);

describe('opening a backup over a book', () => {
  it('leaves the old one or the new one, wherever it is killed', async () => {
    const client = await aShop();
    const { file } = await backUp(client);
    const { head } = await client.health();
    await order(client);
    const now = await atRest(client);
    await closeAll();
    const before = await contentsOf(root);
    let commits = 0;
    while ((await presentBook(root)) === root) {
      commits += 1;
      let worker: Worker | undefined;
      const mortal = await page(root, (name) => {
        worker = new Worker(new URL('mortal-app.worker.ts', import.meta.url), { type: 'module', name });
        return worker;
      });
      await mortal.health();
      worker?.postMessage({ dieAfter: commits, lasting: '~' });
      await restore(mortal, file).catch(() => undefined);
      await closeAll();
      const present = await presentBook(root);
      const opened = await page(root);
      expect(await opened.verify()).toMatchObject({ whole: true, head: present === root ? now : head });
      await closeAll();
      if (present === root) expect((await contentsOf(root)).get('log/log')).toBe(before.get('log/log'));
    }
    expect(commits).toBeGreaterThan(5);
    const opened = await page(root);
    expect(await orders(opened, head.position)).toBe(1);
    expect(await opened.backups.takeBack()).toBeUndefined();
    await closeAll();
    expect(await (await page(root)).health()).toMatchObject({ head: now });
    expect((await contentsOf(root)).get('log/log')).toBe(before.get('log/log'));
  });

  it('locks the other tabs, and keeps the book until it is let go', async () => {
    const client = await aShop();
    const { file } = await backUp(client);
    const tab = await page(root);
    await tab.health();
    const staged = async (by: Client) => {
      const opened = await by.backups.open(file);
      if (opened.status === 'refused') throw new Error(opened.rejection.code);
      return [await by.backups.stage(opened.id, () => true), opened.id] as const;
    };
    const [ready, id] = await staged(client);
    // What another tab takes in meanwhile sweeps away only what nobody holds.
    expect([ready, (await staged(tab))[0]]).toEqual(['ready', 'ready']);
    expect(await client.backups.adopt(id)).toBeUndefined();
    // As the dialog does when its page is left: what is the present book now stays.
    await client.backups.drop(id);
    await eventually(() => expect(tab.connection.lockdown?.fault).toBe('book-replaced'));
    expect(await tab.dispatch('OpenBook', settings)).toMatchObject({
      status: 'in-doubt',
      reason: 'book-replaced',
    });
    await closeAll();
    const opened = await page(root);
    expect(await opened.backups.replaced()).toMatchObject({ book: root });
    expect(await opened.backups.dropReplaced()).toBeUndefined();
    expect(await opened.backups.replaced()).toBeUndefined();
    expect((await indexedDB.databases()).filter(({ name }) => name?.startsWith(`${root}-`))).toEqual([]);
  });

  it('sends the other tabs to the new book once that stands, and not before', async () => {
    const client = await aShop();
    const { file } = await backUp(client);
    const tab = await page(root);
    await tab.health();
    const lock = `${root}-open`;
    let wake: () => void = () => undefined;
    const thirdSleeps = new Promise<void>((resolve) => (wake = resolve));
    void navigator.locks.request(lock, { mode: 'shared' }, () => thirdSleeps);
    const restored = restore(client, file);
    const holders = async () => (await navigator.locks.query()).held?.filter(({ name }) => name === lock);
    await eventually(async () => expect(await holders()).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([tab.connection.lockdown, await presentBook(root)]).toEqual([undefined, root]);
    wake();
    expect(await restored).toBeUndefined();
    await eventually(() => expect(tab.connection.lockdown?.fault).toBe('book-replaced'));
  });

  it('is refused to whoever is no owner, in the worker, and so is making one', async () => {
    const client = await aShop();
    const { file } = await backUp(client);
    const [owner, clerk] = [crypto.randomUUID(), crypto.randomUUID()];
    await must(client, 'AddOperator', { operatorId: owner, name: 'Olga', role: 'owner' });
    await must(client, 'AddOperator', { operatorId: clerk, name: 'Carl', role: 'manager' });
    await client.session.setPin(owner, '1234');
    await client.session.setPin(clerk, '4321');
    expect(await client.session.signIn(clerk, '4321')).toMatchObject({ status: 'signed-in' });
    const no = { code: 'not-permitted', values: { permission: 'book.backup', role: 'manager' } };
    expect(await client.backups.make()).toMatchObject({ status: 'rejected', rejection: no });
    expect(await client.backups.open(file)).toMatchObject({ status: 'refused', rejection: no });
    for (const deed of [client.backups.adopt('x'), client.backups.takeBack(), client.backups.dropReplaced()])
      expect(await deed).toMatchObject(no);
    expect(await presentBook(root)).toBe(root);
  });
});
