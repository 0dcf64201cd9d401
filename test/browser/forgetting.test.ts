import { describe, expect, it } from 'vitest';
import type { Client } from '../../src/client/index.ts';
import { FORGOTTEN } from '../../src/domain/customer/index.ts';
import { CustomerDetails, CustomerList } from '../../src/views/customers/index.ts';
import { CustomerSummary } from '../../src/views/customer-orders/index.ts';
import { OrderDetails } from '../../src/views/order-details/index.ts';
import { OrderList } from '../../src/views/order-list/index.ts';
import { eventually } from './eventually.ts';
import { shopTabs } from './shop-tabs.ts';

/** The whole trade on the real engine: whoever asks to be forgotten is nowhere in the browser's databases any more. */

const CANARY = /Zephyrine|Quillfeather|zephyrine|quillfeather|Featherbone|0177-5550123|987 ?654/;
const ANN = '11111111-0000-4000-8000-000000000001';
const BOB = '11111111-0000-4000-8000-000000000002';
const JAM = '22222222-0000-4000-8000-000000000001';
const ORDER = '33333333-0000-4000-8000-000000000001';
const DRAFT = '33333333-0000-4000-8000-000000000002';
const LINE = '44444444-0000-4000-8000-000000000001';
const ann = {
  customerId: ANN,
  name: 'Zephyrine Quillfeather',
  company: 'Quillfeather & Daughters',
  email: 'zephyrine@quillfeather.example',
  phone: '0177-5550123',
  taxNumber: 'QF 987 654 ZZ',
  address: { street: 'Featherbone Lane 7', city: 'Uppsala' },
};

const { now, tab, closeAll } = shopTabs();

/** Undefined when it was deleted meanwhile: it must not come to be by being looked at. */
const open = (name: string) =>
  new Promise<IDBDatabase | undefined>((resolve) => {
    const request = indexedDB.open(name);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      request.result.onversionchange = () => {
        request.result.close();
      };
      resolve(request.result);
    };
    request.onerror = () => {
      resolve(undefined);
    };
  });

const everyRecord = (idb: IDBDatabase, store: string) =>
  new Promise<unknown[]>((resolve, reject) => {
    const request = idb.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error(store));
    };
  });

/** Databases of the book whose raw records, in any of their stores, hold the person; and how many records there are. */
const traces = async () => {
  const found: string[] = [];
  let records = 0;
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith(now.book)) continue;
    const idb = await open(name);
    if (!idb) continue;
    for (const store of idb.objectStoreNames) {
      const rows = await everyRecord(idb, store);
      records += rows.length;
      if (CANARY.test(JSON.stringify(rows))) found.push(`${name} ${store}`);
    }
    idb.close();
  }
  return { found, records };
};

/** A job that was done with before, as the registry keeps it. */
const keepEndedJob = async (report: unknown) => {
  const idb = await open(`${now.book}-engine`);
  if (!idb) throw new Error('There is no registry.');
  const transaction = idb.transaction('jobs', 'readwrite');
  transaction
    .objectStore('jobs')
    .put({ id: 'old', type: 'Old', status: 'finished', report, createdAt: '2026-01-01' });
  await new Promise((resolve) => (transaction.oncomplete = resolve));
  idb.close();
};

const committed = async (client: Client, type: string, payload: unknown) => {
  const receipt = await client.dispatch(type, payload);
  expect(receipt, type).toMatchObject({ status: 'committed' });
  return receipt.status === 'committed' ? receipt.position : 0;
};

/** A customer with an agreed, partly paid order and a draft, and refusals that speak of them. */
const trade = async (client: Client) => {
  await committed(client, 'CreateProduct', {
    productId: JAM,
    name: 'Jam',
    unit: 'jar',
    unitPrice: 45_000,
    taxRate: 19_000,
  });
  await committed(client, 'CreateCustomer', ann);
  await committed(client, 'CreateCustomer', { customerId: BOB, name: 'Bob' });
  await committed(client, 'ChangeCustomer', { customerId: ANN, note: 'Featherbone rings twice' });
  const lines = [{ lineId: LINE, productId: JAM, quantity: 2_000 }];
  await committed(client, 'CreateDraft', { orderId: ORDER, customerId: ANN, lines });
  await committed(client, 'SubmitOrder', { orderId: ORDER });
  const invoiceId = '66666666-0000-4000-8000-000000000001';
  await committed(client, 'IssueInvoice', { orderId: ORDER, invoiceId });
  const paymentId = '55555555-0000-4000-8000-000000000001';
  await committed(client, 'RecordPayment', { orderId: ORDER, paymentId, method: 'card', amount: 400 });
  const last = await committed(client, 'CreateDraft', { orderId: DRAFT, customerId: ANN, lines });
  const again = await client.dispatch('CreateCustomer', ann);
  expect(again).toMatchObject({ rejection: { code: 'customer-exists', values: { name: ann.name } } });
  expect(await client.dispatch('CreateCustomer', { ...ann, nickname: 'Zephyrine' })).toMatchObject({
    rejection: { code: 'invalid-payload' },
  });
  return last;
};

describe('a customer', () => {
  it('is sealed in log, refusals and orders from the first moment, and reads as ever', async () => {
    const client = tab();
    const atLeast = await trade(client);
    const { answer } = await client.query(
      CustomerDetails,
      { customerId: ANN },
      { atLeast, timeoutMs: 60_000 },
    );
    expect(answer).toMatchObject({ name: ann.name, address: ann.address });
    const { found } = await traces();
    expect(found.filter((name) => !name.includes('-view:'))).toEqual([]);
    expect((await client.refusals(9)).map(({ outcome }) => outcome)).toMatchObject([
      { rejection: { code: 'invalid-payload' } },
      { rejection: { code: 'customer-exists', values: { name: ann.name } } },
    ]);
    expect(await client.verify()).toMatchObject({ whole: true });
  });

  it('is nowhere once forgotten: totals and history stand, the chain holds, and so it is after a reload', async () => {
    const client = tab();
    const other = tab();
    const atLeast = await trade(client);
    const before = await client.query(CustomerSummary, { customerId: ANN }, { atLeast, timeoutMs: 60_000 });
    await other.query(CustomerDetails, { customerId: ANN }, { atLeast, timeoutMs: 60_000 });
    await keepEndedJob({ problems: [`row 7: ${ann.name}`] });
    expect((await traces()).found.some((name) => name.includes('-view:'))).toBe(true);

    const position = await committed(client, 'ForgetCustomer', { customerId: ANN, reason: 'Asked us to' });
    await eventually(async () => {
      expect((await traces()).found).toEqual([]);
    });
    expect((await traces()).records).toBeGreaterThan(20);

    const checked = async (seen: Client) => {
      const options = { atLeast: position, timeoutMs: 60_000 };
      const summary = await seen.query(CustomerSummary, { customerId: ANN }, options);
      expect(summary.answer).toEqual(before.answer);
      const { answer: order } = await seen.query(OrderDetails, { orderId: ORDER }, options);
      expect(order).toMatchObject({
        number: 'A-1001',
        customer: { customerId: ANN, name: FORGOTTEN },
        totals: { total: 900 },
        balance: { net: 400, balance: 500 },
      });
      const { answer: list } = await seen.query(OrderList, { tab: 'all' }, options);
      expect(list.rows.map(({ customerName }) => customerName)).toEqual([FORGOTTEN, FORGOTTEN]);
      for (const row of list.rows) expect(row).not.toHaveProperty('customerCompany');
      const { answer: people } = await seen.query(CustomerList, { archived: true }, options);
      expect(people.rows).toMatchObject([{ customerId: ANN, name: FORGOTTEN, forgotten: true }]);
      expect(JSON.stringify(await seen.events({ after: 0, limit: 999 }))).not.toMatch(CANARY);
      expect(JSON.stringify(await seen.refusals(99))).not.toMatch(CANARY);
      expect(await seen.verify()).toMatchObject({ whole: true });
    };
    await checked(client);
    await checked(other);
    await closeAll();
    const later = tab();
    await checked(later);
    expect(await later.dispatch('ChangeCustomer', { customerId: ANN, phone: '1' })).toMatchObject({
      rejection: { code: 'customer-forgotten' },
    });
    await committed(later, 'SubmitOrder', { orderId: DRAFT });
    expect((await traces()).found).toEqual([]);
  });

  it('is forgotten by the next worker when the first one died on the way', async () => {
    const client = tab();
    await trade(client);
    await committed(client, 'ForgetCustomer', { customerId: ANN, reason: 'Asked us to' });
    client.lock();
    await eventually(async () => {
      expect((await traces()).found).toEqual([]);
    });
  });
});

describe('a book whose keys are gone', () => {
  it('is locked, and not taken for one that never had any', async () => {
    const client = tab();
    await trade(client);
    await closeAll();
    await new Promise((resolve) => (indexedDB.deleteDatabase(`${now.book}-keyring`).onsuccess = resolve));
    const later = tab();
    expect(await later.dispatch('CreateCustomer', { ...ann, customerId: BOB })).toMatchObject({
      status: 'in-doubt',
      reason: 'book-missing',
    });
  });
});
