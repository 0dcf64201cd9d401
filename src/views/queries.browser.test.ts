import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { memoryView, type MemoryView } from '../../test/spec/memory-tables.ts';
import { ask } from '../../test/spec/projection.ts';
import { ADA, draftFor, HONEY, id, openStall } from '../../test/spec/stall.ts';
import { storesOf } from '../engine/projector/stores.ts';
import { readTable } from '../engine/reading/read-table.ts';
import type { EventEnvelope, Projection, ProjectionBuilder } from '../kernel/index.ts';
import { projections } from './projections.ts';
import { queries } from './queries.ts';

// The specs ask read models in memory. Here the same questions go to IndexedDB, and must be answered alike.

const inIndexedDb = async (projection: Projection, view: MemoryView<object>) => {
  const db = new Dexie(`queries-${crypto.randomUUID()}`);
  db.version(1).stores(storesOf(projection));
  for (const [table, rows] of Object.entries(view.contents())) await db.table(table).bulkPut([...rows]);
  return Object.fromEntries(db.tables.map(({ name }) => [name, readTable(db.table<unknown, string>(name))]));
};

const names = ['Anna Ander', 'Zoe Anders', 'Anna Ander', 'Ander Anna', 'Émile Anton'];
const busyStall = async (): Promise<readonly EventEnvelope[]> => {
  const stall = await openStall();
  for (const [n, name] of names.entries())
    await stall.tell('CreateCustomer', { customerId: id(40 + n), name });
  await stall.tell('ReceiveStock', { productId: HONEY, quantity: 5000 });
  for (let n = 0; n < 12; n += 1) {
    const orderId = id(100 + n);
    await stall.tell('CreateDraft', draftFor(orderId), `2026-11-0${1 + (n % 3)}T09:00:00.000Z`);
    if (n % 4 === 0) continue;
    await stall.tell('SubmitOrder', { orderId }, `2026-11-0${1 + (n % 3)}T09:00:00.000Z`);
    if (n % 2 === 0) await stall.tell('ShipItems', { orderId, fulfilmentId: orderId });
  }
  for (const n of [1, 2, 3])
    await stall.tell(
      'StartImport',
      { importId: id(200 + n), files: [{ name: 'orders.csv', kind: 'orders', rows: n }] },
      `2026-11-0${n}T10:00:00.000Z`,
    );
  return stall.events;
};

const limits = [{ limit: 1 }, { limit: 4 }, {}];
const asked: Readonly<Record<string, readonly object[]>> = {
  BookSettings: [{}],
  ProductList: limits,
  ProductDetails: [{ productId: HONEY }],
  ProductNames: [{ ids: [HONEY, id(99)] }],
  ProductsByCode: [{ code: 'h-1' }, { code: 'x' }],
  PriceHistory: [{ productId: HONEY }],
  StockLevels: [{ productIds: [HONEY, id(99)] }],
  StockList: [...limits, { filter: 'sold-out' }],
  StockExplanation: [{ productId: HONEY }, { productId: id(99) }],
  Oversold: limits,
  StockLedger: limits.map((limit) => ({ productId: HONEY, ...limit })),
  CustomerList: [...limits, ...limits.map((limit) => ({ text: 'an', ...limit })), { archived: true }],
  CustomerDetails: [{ customerId: ADA }, { customerId: id(99) }],
  CustomerNames: [{ ids: [ADA, id(99)] }],
  OrderList: [
    ...limits,
    { tab: 'to-ship', from: '2026-11-02', to: '2026-11-02', limit: 2 },
    { tab: 'drafts', customerId: ADA, limit: 1 },
    { payment: 'unpaid', fulfilment: 'shipped', limit: 1 },
  ],
  OrderCounts: [{}],
  OrderTags: [{}],
  OrderNames: [{ ids: [id(100), id(101), id(99)] }],
  ImportList: limits,
  ImportedThings: limits.map((limit) => ({ importId: id(201), ...limit })),
  TimesTakenBack: [{ things: [{ kind: 'customer', id: ADA }] }],
  BroughtBy: [{ kind: 'customer', id: ADA }],
  OrderDetails: [{ orderId: id(101) }],
  OrderHistory: limits.map((limit) => ({ orderId: id(102), ...limit })),
  CustomerOrders: limits.map((limit) => ({ customerId: ADA, ...limit })),
  CustomerSummary: [{ customerId: ADA }],
  Receivables: [{}, { until: '2026-11-02T12:00:00.000Z' }],
  SalesBehind: [
    ...(['sales', 'orders', 'taken'] as const).map((of) => ({
      ...{ currency: 'EUR', from: '2026-11-01T00:00:00.000Z', until: '2026-11-03T00:00:00.000Z', of },
    })),
  ],
  Sales: [
    { currency: 'EUR', from: '2026-11-01T00:00:00.000Z', ends: ['2026-11-02T09:00:00.000Z'] },
    {
      currency: 'EUR',
      from: '2026-11-02T00:00:00.000Z',
      ends: ['2026-11-03T00:00:00.000Z', '2026-12-01T00:00:00.000Z'],
    },
  ],
  FindableOrders: [...limits, { after: 20, limit: 3 }, { before: 30, limit: 3 }],
  FindableCustomers: [...limits, { after: 5 }],
  FindableProducts: [...limits, { before: 5 }],
  Activity: [
    ...limits,
    ...limits.map((limit) => ({ everything: true, ...limit })),
    { kind: 'stock', limit: 2 },
    { kind: 'stock', everything: true, limit: 7 },
    { actor: 'owner', kind: 'goods', limit: 1 },
    { orderId: id(102), everything: true, limit: 3 },
    { customerId: ADA, from: '2026-11-02', to: '2026-11-02', limit: 2 },
    { productId: HONEY, kind: 'orders' },
    { productId: HONEY, everything: true, limit: 5 },
  ],
  ActivityActors: [{}],
  CustomerCredit: [{ customerId: ADA }],
  CustomerStatement: [
    { customerId: ADA },
    { customerId: ADA, from: '2026-11-02T00:00:00.000Z', until: '2026-11-03T00:00:00.000Z' },
  ],
};

it.each(queries.map((query) => [query.name, query] as const))('%s', async (name, query) => {
  const projection = projections.find((each) => each.name === query.view);
  if (!projection) throw new Error(`nobody makes ${query.view}`);
  const view = memoryView(projection as ProjectionBuilder<object>);
  view.apply(await busyStall());
  const kept = await inIndexedDb(projection, view);
  const questions = asked[name] ?? [];
  expect(questions).not.toHaveLength(0);
  for (const question of questions)
    for (let after: string | undefined, pages = 0; pages < 50; pages += 1) {
      const params = { ...question, ...(after !== undefined && { after }) };
      const answer = await ask(query, kept, params);
      expect(answer, JSON.stringify(params)).toEqual(await ask(query, view.tables, params));
      after = (answer as { next?: string } | undefined)?.next;
      if (after === undefined) break;
    }
});
