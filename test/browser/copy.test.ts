import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/client/index.ts';
import { CopyFiles } from '../../src/engine/copy/files.ts';
import { canCopy, copyFolders } from '../../src/engine/reading/copies.ts';
import { CustomerList } from '../../src/views/customers/query.ts';
import { backUp, desk, must, restore } from './backups.ts';
import { eventually } from './eventually.ts';

/** The second copy that the app keeps by itself, in the browser's own file system. */
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
const ben = crypto.randomUUID();

const aBook = async (): Promise<Client> => {
  const client = await page(root);
  await must(client, 'OpenBook', settings);
  await must(client, 'CreateCustomer', { customerId: anna, name: 'Anna Blume' });
  await must(client, 'CreateCustomer', { customerId: ben, name: 'Ben Bell' });
  return client;
};

/** Once the copy holds all that the book does. */
const copied = (client: Client) =>
  eventually(async () => {
    const { copy, head } = await client.health();
    expect(copy).toEqual({ state: 'keeping', position: head.position });
  });

const names = async (client: Client) => {
  const { position: atLeast } = (await client.health()).head;
  const { answer } = await client.query(CustomerList, {}, { atLeast, timeoutMs: 60_000 });
  return answer.rows.map(({ name }) => name).sort();
};

const folder = async () => {
  const [only] = await copyFolders(root);
  if (!only) throw new Error('There is no copy.');
  return only.directory;
};

const filesIn = async (directory: FileSystemDirectoryHandle): Promise<readonly string[]> => {
  const found: string[] = [];
  for await (const name of directory.keys()) found.push(name);
  return found.sort();
};

/** The file that says what it is a copy of: where the lists have not caught up it comes after all else is copied. */
const label = () =>
  eventually(async () => {
    const found = (await filesIn(await folder())).find((name) => name.startsWith('meta-'));
    if (found === undefined) throw new Error('It has no label.');
    return found;
  });

/** As a browser does that finds its store spoilt. */
const loseEverything = async (): Promise<void> => {
  for (const { name = '' } of await indexedDB.databases())
    if (name.startsWith(root))
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error ?? new Error(name));
      });
};

const changeLog = async (change: (log: IDBObjectStore, last: IDBCursorWithValue) => void): Promise<void> => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(`${root}-log`);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('log'));
  });
  await new Promise<void>((resolve) => {
    const transaction = db.transaction('log', 'readwrite');
    const asked = transaction.objectStore('log').openCursor(null, 'prev');
    asked.onsuccess = () => {
      if (asked.result) change(transaction.objectStore('log'), asked.result);
    };
    transaction.oncomplete = () => resolve();
  });
  db.close();
};

describe.skipIf(!canCopy())('the second copy', () => {
  it('gives the whole book back when every database is gone, and the page has forgotten it, too', async () => {
    const client = await aBook();
    await copied(client);
    await must(client, 'ChangeCustomer', { customerId: ben, name: 'Ben Bellow' });
    await copied(client);
    const { head } = await client.health();
    await closeAll();
    await loseEverything();
    localStorage.clear();

    const lost = await page(root);
    expect(await lost.isNew).toBe(false);
    expect(await lost.opened()).toMatchObject({ status: 'locked', fault: 'book-missing' });
    expect(await lost.backups.dropSecondCopy()).toMatchObject({ code: 'book-missing' });
    const copy = await lost.backups.secondCopy();
    expect(copy).toMatchObject({ position: head.position });
    expect(await restore(lost, copy?.file ?? new Blob())).toBeUndefined();
    await closeAll();
    const again = await page(root);
    expect((await again.health()).head).toEqual(head);
    expect(await again.verify()).toMatchObject({ whole: true, head });
    expect(await names(again)).toEqual(['Anna Blume', 'Ben Bellow']);
    // It goes on, and so does a copy of the book as it is called now.
    await must(again, 'CreateCustomer', { customerId: crypto.randomUUID(), name: 'Cleo' });
    await copied(again);
    // The book that is gone is not offered to be taken back, and its copy goes with it.
    expect(await again.backups.replaced()).toBeUndefined();
    await eventually(async () => {
      expect((await copyFolders(root)).map(({ book }) => book)).not.toContain(root);
    });
  });

  it('has few files, however often something is added to it', async () => {
    const client = await aBook();
    for (let n = 0; n < 5; n += 1) {
      await must(client, 'ChangeCustomer', { customerId: ben, name: `Ben ${String(n)}` });
      await copied(client);
    }
    // A label that is replaced stands beside the new one for a moment, after all else is copied.
    await eventually(async () => {
      expect(await filesIn(await folder())).toEqual([
        'key',
        expect.stringMatching(/^log-1-/),
        expect.stringMatching(/^meta-/),
        expect.stringMatching(/^persons-/),
      ]);
    });
  });

  it('keeps no key of somebody who is forgotten', async () => {
    const client = await aBook();
    await copied(client);
    const persons = async () => new CopyFiles(await folder()).persons();
    expect((await persons())?.keys.map(([subject]) => subject)).toHaveLength(2);
    await must(client, 'ForgetCustomer', { customerId: anna, reason: 'She asked' });
    await eventually(async () => {
      const { keys, forgotten } = (await persons()) ?? { keys: [], forgotten: [] };
      expect(forgotten).toHaveLength(1);
      expect(keys.map(([subject]) => subject)).not.toContain(forgotten[0]);
      expect(keys).toHaveLength(1);
      expect((await filesIn(await folder())).filter((name) => name.startsWith('persons-'))).toHaveLength(1);
    });
  });

  it('is worth as much without its label', async () => {
    const client = await aBook();
    await copied(client);
    const { head } = await client.health();
    await label();
    await closeAll();
    const writable = await (await (await folder()).getFileHandle(await label())).createWritable();
    await writable.write('spoilt');
    await writable.close();
    await loseEverything();
    const lost = await page(root);
    const copy = await lost.backups.secondCopy();
    expect(copy).toMatchObject({ position: head.position });
    expect(await restore(lost, copy?.file ?? new Blob())).toBeUndefined();
  });

  it('of the present book is opened, not a newer one of another', async () => {
    const client = await aBook();
    const { file } = await backUp(client);
    await must(client, 'CreateCustomer', { customerId: crypto.randomUUID(), name: 'Cleo' });
    await copied(client);
    const { head } = await client.health();
    expect(await restore(client, file)).toBeUndefined();
    await closeAll();
    const older = await page(root);
    await copied(older);
    expect(await older.backups.takeBack()).toBeUndefined();
    await closeAll();
    const back = await page(root);
    await copied(back);
    expect(await back.backups.secondCopy()).toMatchObject({ position: head.position });
  });

  it('is as good as before when the browser was ended while a file of it was written', async () => {
    const client = await aBook();
    await copied(client);
    const { head } = await client.health();
    await closeAll();
    for (const name of ['log-1-99-9-9', 'persons-99', 'meta-99']) {
      const file = await (await folder()).getFileHandle(name, { create: true });
      const writable = await file.createWritable();
      await writable.write('half of');
      await writable.close();
    }
    const again = await page(root);
    expect(await again.backups.secondCopy()).toMatchObject({ position: head.position });
    await copied(again);
    await eventually(async () => {
      expect(await filesIn(await folder())).not.toContain('log-1-99-9-9');
    });
  });

  it('is left alone when the book has lost its end, until somebody says which counts', async () => {
    const client = await aBook();
    await copied(client);
    const { head } = await client.health();
    await closeAll();
    await changeLog((_, last) => last.delete());
    const shorter = await page(root);
    await eventually(async () => {
      expect((await shorter.health()).copy).toEqual({ state: 'ahead', position: head.position });
    });
    await must(shorter, 'CreateCustomer', { customerId: crypto.randomUUID(), name: 'Cleo' });
    await must(shorter, 'CreateCustomer', { customerId: crypto.randomUUID(), name: 'Dora' });
    // Longer than the copy by now, and still another book.
    await eventually(async () => {
      expect((await shorter.health()).copy).toEqual({ state: 'differs', position: head.position });
    });
    expect(await shorter.backups.secondCopy()).toMatchObject({ position: head.position });
    // Not even there the key of somebody who is forgotten stays.
    await must(shorter, 'ForgetCustomer', { customerId: anna, reason: 'She asked' });
    await eventually(async () => {
      const persons = await new CopyFiles(await folder()).persons();
      expect([persons?.keys.length, persons?.forgotten.length]).toEqual([1, 1]);
    });
    expect(await shorter.backups.dropSecondCopy()).toBeUndefined();
    await must(shorter, 'CreateCustomer', { customerId: crypto.randomUUID(), name: 'Emil' });
    await copied(shorter);
  });

  it('is left alone when the book is another than it was', async () => {
    const client = await aBook();
    await copied(client);
    const { head } = await client.health();
    await closeAll();
    await changeLog((log, { value }) => log.put({ ...(value as object), hash: '0'.repeat(64) }));
    const changed = await page(root);
    await eventually(async () => {
      expect((await changed.health()).copy).toEqual({ state: 'differs', position: head.position });
    });
    expect(await changed.backups.secondCopy()).toMatchObject({ position: head.position });
  });
});
