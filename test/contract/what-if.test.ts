import { fc } from '../spec/fc.ts';
import { describe, expect, it } from 'vitest';
import { EMPTY_HASH } from '../../src/engine/ports.ts';
import { createWhatIf } from '../../src/engine/what-if/what-if.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { projections, queries } from '../../src/views/index.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { ADA, draftFor, HONEY, id, SOAP } from '../spec/stall.ts';
import { trading } from '../spec/trading.ts';
import type { Deed } from '../spec/trading-deeds.ts';
import { openCounter, owner, trade, type Counter } from './counter.ts';

const openViews = () =>
  projections.map((projection) => ({ projection, view: memoryView(projection as never) }));

const contents = (views: ReturnType<typeof openViews>) =>
  Object.fromEntries(views.map(({ projection, view }) => [projection.name, view.contents()]));

/** A counter whose read models stand beside it, and the branch on top of both. */
const openTrials = async () => {
  const counter = await openCounter();
  const views = openViews();
  let shown = 0;
  const show = async (): Promise<void> => {
    for (let events: readonly EventEnvelope[]; ; shown = events.at(-1)?.position ?? shown) {
      events = await counter.feed.read(shown, 1000);
      if (events.length === 0) return;
      for (const { view } of views) view.apply(events);
    }
  };
  const whatIf = createWhatIf({
    ...counter,
    application: trade,
    instance: (process, instance) => Promise.resolve(counter.instances.get(`${process}/${instance}`)),
    head: () => counter.feed.head(),
    settled: async () => {
      await show();
      return { position: counter.feed.head(), hash: EMPTY_HASH };
    },
    read: async (name, _, run) => {
      const tables = views.find(({ projection }) => projection.name === name)?.view.tables;
      return { answer: await run(tables as never), position: shown };
    },
  });
  return { ...counter, whatIf, show, contents: () => contents(views) };
};

const openStall = async () => {
  const stall = await openTrials();
  const taxRate = 10_000;
  await stall.give('OpenBook', {
    ...{ name: 'Stall', currency: 'EUR', taxMode: 'inclusive', rounding: 'perLine' },
    ...{ defaultTaxRate: 0, numberPrefix: 'A-' },
  });
  for (const [productId, name, unitPrice] of [
    [HONEY, 'Honey', 98_000],
    [SOAP, 'Soap', 35_000],
  ] as const)
    await stall.give('CreateProduct', { productId, name, unit: 'pcs', unitPrice, taxRate });
  await stall.give('CreateCustomer', { customerId: ADA, name: 'Ada', email: 'ada@example.org' });
  await stall.give('CreateCustomer', { customerId: id(12), name: 'Bob' });
  return stall;
};

const asCommands = (deeds: readonly Deed[]) =>
  deeds.map(({ type, payload, occurredAt }, n) => ({
    commandId: `tried-${String(n)}`,
    type,
    payload,
    occurredAt,
  }));

const applied = async (stall: Pick<Counter, 'attempt'>, commands: ReturnType<typeof asCommands>) => {
  for (const { type, payload, ...options } of commands) await stall.attempt(type, payload, options);
};

it('says what happens when it is applied, row by row and answer by answer', async () => {
  await fc.assert(
    fc.asyncProperty(trading, fc.integer({ min: 1, max: 5 }), async (deeds, some) => {
      const stall = await openStall();
      for (const { type, payload, occurredAt } of deeds.slice(0, -some))
        await stall.attempt(type, payload, { occurredAt });
      const commands = asCommands(deeds.slice(-some));
      const asks = ['OrderList', 'StockList', 'OrderCounts', 'Oversold'].map((query) => ({
        query,
        params: {},
      }));
      const before = stall.contents();
      const tried = await stall.whatIf({ commands, asks }, owner);
      expect(tried.exact).toBe(true);
      // Nothing of it is in the book.
      await stall.show();
      expect((await stall.log.head()).position).toBe(tried.position);
      const rows = structuredClone(stall.contents()) as Record<
        string,
        Record<string, Record<string, unknown>[]>
      >;
      expect(Object.keys(before)).toEqual(Object.keys(rows));
      for (const { view, table, key, before: stood, after } of tried.differences) {
        const member = projections.find(({ name }) => name === view)?.tables[table]?.key ?? '';
        const held = rows[view]?.[table] ?? [];
        expect(held.find((row) => row[member] === key)).toEqual(stood);
        const others = held.filter((row) => row[member] !== key);
        rows[view] = { ...rows[view], [table]: after === undefined ? others : [...others, after as never] };
      }
      await applied(stall, commands);
      await stall.show();
      const sorted = (all: typeof rows) =>
        projections.map(({ name, tables }) =>
          Object.entries(tables).map(([table, { key }]) =>
            [...(all[name]?.[table] ?? [])].sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1)),
          ),
        );
      expect(sorted(stall.contents() as typeof rows)).toEqual(sorted(rows));
      const now = await stall.whatIf({ commands: [], views: [], asks }, owner);
      expect(now.answers).toEqual(tried.answers);
      expect(now.differences).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('a trial', () => {
  const cancel = { commandId: 'cancel', type: 'CancelOrder', payload: { orderId: id(21), reason: 'Off' } };
  const twoWant = async () => {
    const stall = await openStall();
    await stall.give('ReceiveStock', { productId: HONEY, quantity: 3000 });
    for (const orderId of [id(21), id(22)]) {
      await stall.give('CreateDraft', draftFor(orderId));
      await stall.give('SubmitOrder', { orderId });
    }
    return stall;
  };

  it('of a cancellation shows the order off, its stock freed, and who would get that', async () => {
    const stall = await twoWant();
    const { outcomes, differences, happens } = await stall.whatIf({ commands: [cancel] }, owner);
    expect(outcomes.map(({ status }) => status)).toEqual(['committed']);
    expect(happens.map(({ type }) => type)).toContain('StockReleased');
    const row = (view: string, key: string) =>
      differences.find((one) => one.view === view && one.key === key);
    expect(row('order-details', id(21))?.after).toMatchObject({ state: { cancelled: true } });
    // The other order had one jar and waits for another: that one is given to it.
    expect(row('order-details', id(22))?.after).toMatchObject({
      state: { allocations: [{ reserved: 2000 }, {}] },
    });
    expect(row('stock', HONEY)?.before).toMatchObject({ reserved: 3000 });
    expect(row('stock', HONEY)?.after).toMatchObject({ reserved: 2000 });
  });

  it('of what is refused shows why, and what comes after it all the same', async () => {
    const stall = await twoWant();
    const tag = { commandId: 'tag', type: 'Tag', payload: { orderId: id(22), tag: 'Next' } };
    const unknown = { ...cancel, payload: { orderId: id(99), reason: 'Off' } };
    const { outcomes, happens } = await stall.whatIf({ commands: [unknown, tag] }, owner);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'committed']);
    expect(happens).toEqual([{ type: 'Tagged', stream: `order-${id(22)}`, actor: 'owner' }]);
  });

  it('shows nobody what they may not ask for, and tries nothing that they may not do', async () => {
    const stall = await twoWant();
    const packer = { id: 'pia', role: 'packer' };
    const { outcomes } = await stall.whatIf({ commands: [cancel] }, packer);
    expect(outcomes).toMatchObject([{ status: 'rejected', rejection: { code: 'not-permitted' } }]);
    const note = { commandId: 'note', type: 'AddNote', payload: { orderId: id(21), text: 'Rang' } };
    const views = (await stall.whatIf({ commands: [note] }, packer)).differences.map(({ view }) => view);
    const hidden = queries.filter(({ permission }) => permission === 'activity.see').map(({ view }) => view);
    expect(views).toContain('order-history');
    expect(views.filter((view) => hidden.includes(view))).toEqual([]);
    const asks = [{ query: 'Activity', params: {} }];
    await expect(stall.whatIf({ commands: [], asks }, packer)).rejects.toThrow('Activity');
  });

  it('looks at no more read models than it is asked for', async () => {
    const stall = await twoWant();
    const { differences } = await stall.whatIf({ commands: [cancel], views: ['stock'] }, owner);
    expect(new Set(differences.map(({ view }) => view))).toEqual(new Set(['stock']));
  });
});
