import { Dexie } from 'dexie';
import * as z from 'zod/mini';
import { expect, it } from 'vitest';
import { memoryView, type MemoryView } from '../../test/spec/memory-tables.ts';
import { ask } from '../../test/spec/projection.ts';
import { questions as asked } from '../../test/spec/questions.ts';
import { draftFor, HONEY, id, openStall } from '../../test/spec/stall.ts';
import { storesOf } from '../engine/projector/stores.ts';
import { answerOf } from '../engine/reading/ask.ts';
import { defineQuery, type EventEnvelope, type Projection, type ProjectionBuilder } from '../kernel/index.ts';
import { projections } from './projections.ts';
import { eachRow } from './listing/index.ts';
import { queries } from './queries.ts';

// The specs ask read models in memory. Here the same questions go to IndexedDB, and must be answered alike.

const inIndexedDb = async (projection: Projection, view: MemoryView<object>) => {
  const db = new Dexie(`queries-${crypto.randomUUID()}`);
  db.version(1).stores(storesOf(projection));
  for (const [table, rows] of Object.entries(view.contents())) await db.table(table).bulkPut([...rows]);
  return db;
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
      const answer = await answerOf(kept, query, query.params.parse(params));
      expect(answer, JSON.stringify(params)).toEqual(await ask(query, view.tables, params));
      after = (answer as { next?: string } | undefined)?.next;
      if (after === undefined) break;
    }
});

it('reads tens of pieces of tables, one after the other, in one transaction', async () => {
  const db = new Dexie(`pieces-${crypto.randomUUID()}`);
  db.version(1).stores({ goods: 'id,place' });
  const goods = Array.from({ length: 5_050 }, (_, n) => ({ id: id(n), place: String(n).padStart(5, '0') }));
  await db.table('goods').bulkPut(goods);
  const places: string[] = [];
  const walk = defineQuery<{ goods: (typeof goods)[number] }>()({
    ...{ name: 'Walk', view: 'walk', permission: 'none', params: z.object({}) },
    run: async (tables) => {
      for (const from of ['04000', '00000'])
        await eachRow(
          tables.goods,
          { index: 'place', from },
          ({ place }) => place,
          ({ place }) => places.push(place),
        );
      return tables.goods.count({});
    },
  });
  await expect(answerOf(db, walk, {})).resolves.toBe(5_050);
  const all = goods.map(({ place }) => place);
  expect(places).toEqual([...all.slice(4_000), ...all]);
});
