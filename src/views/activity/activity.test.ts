import { fc } from '../../../test/spec/fc.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { memoryView } from '../../../test/spec/memory-tables.ts';
import { ask, project } from '../../../test/spec/projection.ts';
import { ADA, draftFor, HONEY, id, line, openStall, SOAP, type Stall } from '../../../test/spec/stall.ts';
import { trading, tradingHistory } from '../../../test/spec/trading.ts';
import { aggregates } from '../../domain/index.ts';
import { series } from '../../domain/series/index.ts';
import { part, personalPlan, type EventEnvelope, type Json, type Range } from '../../kernel/index.ts';
import { activityView } from './projection.ts';
import { Activity, ActivityActors } from './query.ts';

const ORDER = id(21);
const OTHER = id(22);
let stall: Stall;
beforeEach(async () => {
  stall = await openStall();
});

const told = async (params: object = {}, events: readonly EventEnvelope[] = stall.events) => {
  const { rows } = await ask(Activity, project(activityView).after(events).tables, params);
  return rows.map((row) => row.told.type);
};
const place = async (orderId: string): Promise<void> => {
  await stall.tell('CreateDraft', draftFor(orderId));
  await stall.tell('SubmitOrder', { orderId });
};

describe('the activity of a book', () => {
  it('tells the newest first, and small steps only when they are asked for', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 5000 });
    await stall.tell('ReceiveStock', { productId: SOAP, quantity: 5000 });
    await place(ORDER);
    await expect(told()).resolves.toEqual([
      'OrderSubmitted',
      'StockReceived',
      'StockReceived',
      'CustomerCreated',
      'ProductCreated',
      'ProductCreated',
    ]);
    await expect(told({ everything: true, orderId: ORDER })).resolves.toEqual([
      'OrderAllocated',
      'StockReserved',
      'StockReserved',
      'OrderSubmitted',
      'LineAdded',
      'LineAdded',
      'CustomerAssigned',
      'DraftCreated',
    ]);
  });

  it('counts stock that keeps somebody waiting among the news', async () => {
    await place(ORDER);
    await expect(told({ kind: 'stock' })).resolves.toEqual(['OrderAllocated']);
  });

  it('stands where it happened, and says when it was written down', async () => {
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1000 });
    await stall.tell('CountStock', { productId: HONEY, counted: 900 }, '2026-11-01T09:00:00.000Z');
    const { rows } = await ask(Activity, project(activityView).after(stall.events).tables, {});
    expect(rows.at(-1)).toMatchObject({
      ...{ at: '2026-11-01T09:00:00.000Z', recordedAt: '2026-11-20T10:00:00.000Z' },
      ...{ kind: 'stock', productId: HONEY, actor: 'job', position: stall.events.length },
      told: { type: 'StockCounted', data: { counted: 900, by: { onHand: -100 } } },
    });
    expect(rows[0]).not.toHaveProperty('recordedAt');
  });

  it('tells packing that leaves in one go by its leaving', async () => {
    await place(ORDER);
    await stall.tell('ShipItems', { orderId: ORDER, fulfilmentId: id(31) });
    await place(OTHER);
    await stall.tell('PrepareItems', { orderId: OTHER, fulfilmentId: id(32) });
    await expect(told({ kind: 'goods' })).resolves.toEqual(['ItemsPrepared', 'ItemsShipped']);
    await stall.tell('ShipItems', { orderId: OTHER, fulfilmentId: id(33) });
    await expect(told({ kind: 'goods' })).resolves.toEqual(['ItemsShipped', 'ItemsPrepared', 'ItemsShipped']);
  });

  it('tells an import as a whole, and what was done afterwards one by one', async () => {
    const importId = id(51);
    const files = [{ name: 'orders.csv', kind: 'orders', rows: 1 }];
    await stall.tell('StartImport', { importId, files });
    const before = stall.events.length;
    await stall.tell('ImportOrder', {
      ...{ orderId: ORDER, customerId: ADA, source: { system: 'old', reference: '7' } },
      lines: [{ lineId: line(ORDER, 1), productId: HONEY, quantity: 2000, unitPrice: 98_000 }],
    });
    await stall.tell('AddNote', { orderId: ORDER, text: 'Rings twice' });
    const counts = { customers: 0, products: 0, orders: 1, lines: 1 };
    await stall.tell('FinishImport', { importId, counts });
    // As the import sends it, and as the process answers.
    const events = stall.events.map((event, n) => {
      if (n < before || event.type === 'NoteAdded' || event.type === 'ImportFinished') return event;
      const isOwn = event.meta.actor === 'job';
      const cause = isOwn ? { commandId: 'import/order/7' } : { causationId: 'import/order/7/0' };
      return { ...event, meta: { ...event.meta, ...cause } };
    });
    expect(events.length).toBeGreaterThan(before + 4);
    await expect(told({ everything: true }, events.slice(before - 1))).resolves.toEqual([
      'ImportFinished',
      'NoteAdded',
      'ImportStarted',
    ]);
  });
});

it('knows whoever works here by name, and whoever has left', async () => {
  const [zoe, max] = [id(61), id(62)];
  await stall.tell('AddOperator', { operatorId: zoe, name: 'Zoe', role: 'owner' });
  await stall.tell('AddOperator', { operatorId: max, name: 'Max', role: 'clerk' });
  await stall.tell('ChangeOperator', { operatorId: max, name: 'Maxim', role: 'manager' });
  await stall.tell('RemoveOperator', { operatorId: max });
  const { tables } = project(activityView).after(stall.events);
  await expect(ask(ActivityActors, tables, {})).resolves.toEqual([
    { actor: 'job', acted: true },
    { actor: zoe, acted: false, name: 'Zoe' },
    { actor: max, acted: false, name: 'Maxim' },
  ]);
  const [removed, changed] = (await ask(Activity, tables, { kind: 'settings' })).rows;
  expect(removed?.told).toEqual({ type: 'OperatorRemoved', data: { operatorId: max } });
  expect(changed?.told).toEqual({ type: 'OperatorChanged', data: { operatorId: max, role: 'manager' } });
});

describe('finding', () => {
  beforeEach(async () => {
    for (let n = 0; n < 12; n += 1) await place(id(100 + n));
    await stall.tell('ReceiveStock', { productId: HONEY, quantity: 1000 });
    await stall.tell('CancelOrder', { orderId: id(103), reason: 'Ordered twice' });
  });

  it('goes by kind, by whoever did it, by what it was about, by day', async () => {
    await expect(told({ kind: 'products' })).resolves.toEqual(['ProductCreated', 'ProductCreated']);
    await expect(told({ kind: 'orders', productId: HONEY })).resolves.toEqual([]);
    const moved = await told({ productId: HONEY, everything: true });
    expect(new Set(moved)).toEqual(
      new Set(['StockReceived', 'StockReserved', 'StockReleased', 'StockPolicySet', 'ProductCreated']),
    );
    await expect(told({ customerId: ADA, kind: 'customers' })).resolves.toEqual(['CustomerCreated']);
    const { tables } = project(activityView).after(stall.events);
    const actors = await ask(ActivityActors, tables, {});
    expect(actors).toEqual([
      { actor: 'job', acted: true },
      { actor: 'process:stock-allocation', acted: true },
    ]);
    const day = stall.events[0]?.meta.occurredAt.slice(0, 10);
    const all = await told({ everything: true, limit: 500 });
    await expect(told({ from: day, to: day, everything: true, limit: 500 })).resolves.toEqual(all);
    await expect(told({ to: '2026-11-19', everything: true })).resolves.toEqual([]);
  });

  it.each([
    [{}],
    [{ everything: true }],
    [{ kind: 'orders' }],
    [{ kind: 'stock', everything: true }],
    [{ actor: 'process:stock-allocation', everything: true }],
    [{ orderId: id(103), everything: true }],
    [{ productId: HONEY, everything: true }],
    [{ customerId: ADA, everything: true }],
  ])('of %j reads only what it shows, page by page', async (params) => {
    const { tables } = project(activityView).after(stall.events);
    let read = 0;
    const moments = {
      ...tables.moments,
      range: async (range: Range) => {
        const rows = await tables.moments.range(range);
        read += rows.length;
        return rows;
      },
    };
    const all = (await ask(Activity, tables, { ...params, limit: 500 })).rows;
    const found: unknown[] = [];
    for (let after: string | undefined; ;) {
      read = 0;
      const answer = await ask(Activity, { ...tables, moments }, { ...params, limit: 5, after });
      expect(read).toBeLessThanOrEqual(6);
      found.push(...answer.rows);
      after = answer.next;
      if (after === undefined) break;
    }
    expect(found).toEqual(all);
    expect(all.length).toBeGreaterThan(1);
  });
});

it('hears of every event there is, but for the numbering of what is told anyway', () => {
  const known = aggregates.filter(({ category }) => category !== series.category);
  const types = known.flatMap(({ events }) => events.map(({ type }) => type));
  expect(types.filter((type) => !activityView.handles.has(type))).toEqual([]);
});

it('tells what somebody did in one go by what ties it together, and nothing else so', async () => {
  const [event] = stall.events;
  const groupAs = async (meta: Partial<EventEnvelope['meta']>) => {
    const made = event && { ...event, position: 1, meta: { ...event.meta, commandId: 'c', ...meta } };
    const { rows } = await ask(Activity, project(activityView).after(made ? [made] : []).tables, {});
    return rows.map(({ group }) => group);
  };
  await expect(groupAs({ correlationId: 'go' })).resolves.toEqual(['go']);
  await expect(groupAs({ correlationId: 'c' })).resolves.toEqual([undefined]);
  await expect(groupAs({ correlationId: 'undo/go' })).resolves.toEqual([undefined]);
  await expect(groupAs({ correlationId: 'go', actor: 'process:any' })).resolves.toEqual([undefined]);
});

/** What schemas call a person's own in the events. */
const personalIn = (events: readonly EventEnvelope[]): readonly string[] => {
  const types = new Map(aggregates.flatMap(({ events: of }) => of).map((one) => [one.type, one]));
  return events.flatMap(({ type, data }) => {
    const eventType = types.get(type);
    const plan = eventType && personalPlan(eventType.schema, type);
    if (!plan) return [];
    const taken = [...part(plan, data as Json).taken.values()].flat();
    return taken.map(([, value]) => value).filter((value) => typeof value === 'string');
  });
};

it('has a row of whatever happened, of its right kind, and nothing personal in any', async () => {
  await fc.assert(
    fc.asyncProperty(trading, async (deeds) => {
      const events = await tradingHistory(deeds);
      const view = memoryView(activityView);
      view.apply(events);
      const { moments = [], counts = [] } = view.contents();
      const numbering = series.stream('');
      expect(moments).toHaveLength(events.filter(({ stream }) => !stream.startsWith(numbering)).length);
      for (const { key, rows } of counts) {
        const [member = '', value] = String(key).split('/');
        expect(moments.filter((row) => row[member] === value)).toHaveLength(Number(rows));
      }
      const written = JSON.stringify(moments);
      const personal = new Set(personalIn(events).filter((text) => text.length > 2));
      expect(personal.size).toBeGreaterThan(1);
      expect([...personal].filter((text) => written.includes(text))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
