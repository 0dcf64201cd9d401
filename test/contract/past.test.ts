import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orders } from '../../src/domain/order/index.ts';
import { askPast } from '../../src/engine/past/index.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { projections, queries } from '../../src/views/index.ts';
import { ask } from '../spec/projection.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { trading, tradingHistory } from '../spec/trading.ts';

/** A log's events as a feed gives them, a few at a time. */
const feedOf = (events: readonly EventEnvelope[]) => ({
  read: (after: number) => Promise.resolve(events.slice(after, after + 7)),
  stream: (name: string) => Promise.resolve(events.filter(({ stream }) => stream === name)),
});

/** What the query answered when the log ended there. */
const answeredThen = (name: string, params: unknown, events: readonly EventEnvelope[]): Promise<unknown> => {
  const query = queries.find((one) => one.name === name);
  const projection = projections.find((one) => one.name === query?.view);
  if (!query || !projection) throw new Error(name);
  const view = memoryView(projection as never);
  view.apply(events);
  return ask(query, view.tables, params);
};

it('answers what was answered when the log ended there, whether it reads all of it or a few streams', async () => {
  await fc.assert(
    fc.asyncProperty(trading, fc.nat(), async (deeds, somewhere) => {
      const events = await tradingHistory(deeds);
      const position = somewhere % (events.length + 1);
      const first = events.find(({ stream }) => stream.startsWith(orders.stream('')));
      const orderId = first?.stream.slice(orders.stream('').length);
      const asked: [string, unknown][] = [
        ['OrderList', {}],
        ['StockList', {}],
        ['OrderCounts', {}],
        ...(orderId === undefined ? [] : ([['OrderDetails', { orderId }]] as [string, unknown][])),
      ];
      for (const [query, params] of asked) {
        const past = await askPast({ projections, queries }, feedOf(events), {
          ...{ query, params },
          then: { position },
        });
        expect(past.answer).toEqual(await answeredThen(query, params, events.slice(0, position)));
      }
    }),
    { numRuns: 100 },
  );
});
