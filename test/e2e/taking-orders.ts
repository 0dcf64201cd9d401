import { expect, type Page } from '@playwright/test';
import { atTheDoor } from './own-book.ts';

export interface Counter {
  readonly customerId: string;
  readonly productId: string;
  /** What one piece costs, in cents. */
  readonly price: number;
}

/** Generations that the read models serve from. */
export type Generations = Readonly<Record<string, number>>;

export const generationsOf = (page: Page): Promise<Generations> =>
  page.evaluate(async () => {
    const { views } = await window.counterfoil.health();
    return Object.fromEntries(views.map(({ view, generation }) => [view, generation]));
  });

/** Waits until every read model and process has all there is in the log, and nothing is left to do. */
export const settled = (page: Page): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const { views, processes, head } = await window.counterfoil.health();
          const names = [
            ...views.map((each) => ({ ...each, name: each.view, left: 0 })),
            ...processes.map((each) => ({ ...each, name: each.process, left: each.outbox })),
          ];
          const late = names.filter(
            ({ state, position, left }) => state !== 'live' || position < head.position || left > 0,
          );
          return views.length === 0 ? ['no views'] : late.map(({ name, state }) => `${name}: ${state}`);
        }),
      { timeout: 600_000 },
    )
    .toEqual([]);

/** Every row of the order list, as the screens get it. */
export const allOrders = (page: Page): Promise<readonly unknown[]> =>
  page.evaluate(async () => {
    type Paged = { rows: unknown[]; next?: unknown };
    const rows: unknown[] = [];
    let after: unknown;
    do {
      const params = { limit: 200, ...(after === undefined ? {} : { after }) };
      const { rows: more, next } = (await window.counterfoil.query('OrderList', params)).answer as Paged;
      rows.push(...more);
      after = next;
    } while (after !== undefined);
    return rows;
  });

/**
 * Takes orders without a pause until the named read models serve from another generation, and asks after each: is it in
 * every list, are all others, is every figure right? Gives how many were taken, and what was wrong.
 */
export const takeOrdersUntilMoved = async (page: Page, counter: Counter, from: Generations) => {
  await atTheDoor(page);
  return page.evaluate(
    async ([{ customerId, productId, price }, before]) => {
      const { dispatch, query, health } = window.counterfoil;
      type Row = { id: string; total: number };
      const ask = async (name: string, params: object, atLeast?: number) => {
        const options = atLeast === undefined ? {} : { atLeast, timeoutMs: 60_000 };
        const { answer, stale } = await query(name, params, options);
        if (stale) wrong.push(`${name} was stale`);
        return answer;
      };
      const wrong: string[] = [];
      const same = (what: string, is: unknown, shall: unknown): void => {
        if (JSON.stringify(is) !== JSON.stringify(shall))
          wrong.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(shall)}`);
      };
      const moved = async (): Promise<boolean> => {
        const { views } = await health();
        return Object.entries(before).every(([name, number]) => {
          const view = views.find((each) => each.view === name);
          return view !== undefined && view.generation !== number && view.rebuild === undefined;
        });
      };
      const command = async (type: string, payload: object): Promise<number> => {
        const receipt = await dispatch(type, payload);
        if (receipt.status !== 'committed') throw new Error(`${type}: ${JSON.stringify(receipt)}`);
        return receipt.position;
      };
      const { all: orders } = (await ask('OrderCounts', {})) as { all: number };
      const { orders: hers } = ((await ask('CustomerSummary', { customerId })) ?? { orders: 0 }) as {
        orders: number;
      };
      const taken: Row[] = [];
      while (taken.length < 5 || !(await moved())) {
        const [orderId, pieces] = [crypto.randomUUID(), 1 + (taken.length % 4)];
        const lines = [{ lineId: crypto.randomUUID(), productId, quantity: pieces * 1_000 }];
        await command('CreateDraft', { orderId, customerId, lines });
        const position = await command('SubmitOrder', { orderId });
        taken.unshift({ id: orderId, total: pieces * price });
        const newest = Math.min(taken.length, 20);
        const [list, counts, details, summary] = (await Promise.all([
          ask('OrderList', { limit: newest }, position),
          ask('OrderCounts', {}, position),
          ask('OrderDetails', { orderId }, position),
          ask('CustomerSummary', { customerId }, position),
        ])) as [
          { rows: Row[] },
          { all: number },
          { lines: { quantity: number }[] } | undefined,
          { orders: number },
        ];
        same(
          'newest rows',
          list.rows.map(({ id, total }) => ({ id, total })),
          taken.slice(0, newest),
        );
        same('count', counts.all, orders + taken.length);
        same('order page', details?.lines[0]?.quantity, pieces * 1_000);
        same("customer's orders", summary.orders, hers + taken.length);
      }
      return { taken: taken.length, wrong };
    },
    [counter, from] as const,
  );
};

/** Asks for the number of orders again and again, as a screen does that waits for nothing. Gives the times it fell. */
export const watchCount = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  const watching = await page.evaluateHandle(() => {
    const state = { stop: false, falls: [] as string[] };
    void (async () => {
      let before = 0;
      while (!state.stop) {
        // In time enough: an answer that is not had within two seconds says that it is stale, and is empty.
        const { answer, stale } = await window.counterfoil.query('OrderCounts', {}, { timeoutMs: 60_000 });
        const { all } = answer as { all: number };
        if (stale || all < before) state.falls.push(`${String(before)} → ${String(all)}`);
        before = all;
      }
    })();
    return state;
  });
  return () =>
    watching.evaluate((state) => {
      state.stop = true;
      return state.falls;
    });
};
