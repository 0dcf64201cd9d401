import { expect } from 'vitest';
import { createClient, type Client } from '../../src/client/index.ts';
import { lifecycle, orders, progress, type OrderState } from '../../src/domain/order/index.ts';
import { stock } from '../../src/domain/stock/index.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { folded } from '../spec/lagging-process.ts';
import { newIds, triggers, type Deed } from './allocation-triggers.ts';
import mortal from './mortal.worker.ts?bundled';
import { terminating } from './terminating.ts';
import { eventually } from './eventually.ts';

const source = URL.createObjectURL(new Blob([mortal], { type: 'text/javascript' }));

/** A shop whose newest worker can be told when to die. */
const openShop = () => {
  const book = `triggers-${crypto.randomUUID()}`;
  let newest: Worker | undefined;
  let deaths = 0;
  const spawn = () => {
    const worker = (newest = new Worker(source, { type: 'module', name: book }));
    worker.addEventListener('message', ({ data }) => {
      if (data !== 'dying') return;
      deaths += 1;
      worker.terminate();
    });
    return worker;
  };
  const shop = createClient({ book, spawn, views: [], queries: () => Promise.resolve([]) });
  return {
    shop,
    deaths: () => deaths,
    dieAfter: (commits: number) => newest?.postMessage({ dieAfter: commits }),
  };
};

const quiet = (shop: Client): Promise<number> =>
  eventually(async () => {
    const { head, processes, watch } = await shop.health();
    expect(watch.silent).toBe(false);
    for (const one of processes)
      expect(one).toMatchObject({ state: 'live', lagEvents: 0, outbox: 0, refused: 0 });
    return head.position;
  });

const send = (shop: Client, deeds: readonly Deed[]) =>
  Promise.all(deeds.map(([type, payload]) => shop.dispatch(type, payload)));

const shelfOf = (events: readonly EventEnvelope[], productId: string) => {
  const { onHand, reserved, backOrdered, unavailable } = folded({ events: [...events] }, stock, productId);
  return [onHand, reserved, backOrdered, unavailable].map((quantity) => quantity / 1000);
};

const stateOf = (order: OrderState): string => {
  if (order.hold) return 'held';
  const isGone = lifecycle(order) === 'open' && progress(order).every(({ left }) => left === 0);
  return isGone ? 'gone' : lifecycle(order);
};

/** As the table has it: "open: 3+0, 1+0". */
const told = (events: readonly EventEnvelope[], orderId: string): string => {
  const order = folded({ events: [...events] }, orders, orderId);
  const state = stateOf(order);
  const kept = (order.allocations ?? []).map(
    ({ reserved, backOrdered }) => `${String(reserved / 1000)}+${String(backOrdered / 1000)}`,
  );
  return `${state}: ${state === 'open' || state === 'held' ? kept.join(', ') : ''}`;
};

terminating.concurrent.for(Object.entries(triggers))(
  'it comes out the same wherever the worker is killed when %s',
  async ([, { before, deeds, tea, jam, orders: wanted }], { onTestFinished }) => {
    const { shop, deaths, dieAfter } = openShop();
    onTestFinished(() => shop.close());
    let commits = 0;
    for (let isKilled = true; isKilled;) {
      const id = newIds();
      const from = (await shop.health()).head.position;
      const goods = { unit: 'pcs', unitPrice: 10_000, taxRate: 0 };
      await send(shop, [
        ['CreateProduct', { productId: id('tea'), name: 'Tea', ...goods, stockPolicy: 'warn' }],
        ['CreateProduct', { productId: id('jam'), name: 'Jam', ...goods, stockPolicy: 'block' }],
        ['ReceiveStock', { productId: id('tea'), quantity: 5000 }],
        ['ReceiveStock', { productId: id('jam'), quantity: 1000 }],
      ]);
      for (const deed of before?.(id) ?? []) {
        expect(await send(shop, [deed])).toMatchObject([{ status: 'committed' }]);
        await quiet(shop);
      }
      const died = deaths();
      // The next run dies one commit later, until the deed and all that follows from it are done before that.
      commits += 1;
      dieAfter(commits);
      const [receipt] = await send(shop, deeds(id));
      expect(receipt?.status).toMatch(/committed|duplicate/);
      const to = await quiet(shop);
      isKilled = deaths() > died;
      dieAfter(Infinity);

      const events = await shop.events({ after: from, limit: to - from });
      const at = `killed after commit ${String(commits)}`;
      expect(shelfOf(events, id('tea')), at).toEqual(tea);
      expect(shelfOf(events, id('jam')), at).toEqual(jam);
      for (const [order, possible] of Object.entries(wanted))
        expect([possible].flat(), at).toContain(told(events, id(order)));
    }
    // The deed itself, what is noted to be done, and that it is done: fewer would not be all.
    expect(commits).toBeGreaterThan(3);
  },
);
