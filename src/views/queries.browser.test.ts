import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { memoryView, type MemoryView } from '../../test/spec/memory-tables.ts';
import { ask } from '../../test/spec/projection.ts';
import { questions as asked } from '../../test/spec/questions.ts';
import { draftFor, HONEY, id, openStall } from '../../test/spec/stall.ts';
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
