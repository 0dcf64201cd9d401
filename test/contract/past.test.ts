import { fc } from '../spec/fc.ts';
import { expect, it } from 'vitest';
import { orders } from '../../src/domain/order/index.ts';
import { createPast } from '../../src/engine/past/index.ts';
import type { EventEnvelope } from '../../src/kernel/index.ts';
import { projections, queries } from '../../src/views/index.ts';
import { ask } from '../spec/projection.ts';
import { questions } from '../spec/questions.ts';
import { memoryView } from '../spec/memory-tables.ts';
import { trading, tradingHistory } from '../spec/trading.ts';

/** A log's events as a feed gives them, a few at a time. */
const feedOf = (events: readonly EventEnvelope[]) => ({
  head: () => events.at(-1)?.position ?? 0,
  read: (after: number) => Promise.resolve(events.slice(after, after + 7)),
  stream: (name: string) => Promise.resolve(events.filter(({ stream }) => stream === name)),
});

/** An order of this history, in the place of the one that a question is made for. */
const known = (events: readonly EventEnvelope[], somewhere: number) => {
  const prefix = orders.stream('');
  const ids = events.flatMap(({ stream }) =>
    stream.startsWith(prefix) ? [stream.slice(prefix.length)] : [],
  );
  const orderId = ids[somewhere % Math.max(1, ids.length)];
  return orderId === undefined ? {} : { orderId };
};

/** What queries of one view answered when the log ended there. */
const answeringThen = (events: readonly EventEnvelope[]) => {
  const views = new Map<string, ReturnType<typeof memoryView>>();
  return (query: (typeof queries)[number], params: unknown): Promise<unknown> => {
    const projection = projections.find((one) => one.name === query.view);
    if (!projection) throw new Error(query.name);
    const view = views.get(query.view) ?? memoryView(projection as never);
    if (!views.has(query.view)) view.apply(events);
    views.set(query.view, view);
    return ask(query, view.tables, params);
  };
};

it('answers any query as it was answered when the log ended there, whether it reads all of it or a few streams', async () => {
  await fc.assert(
    fc.asyncProperty(trading, fc.nat(), async (deeds, somewhere) => {
      const events = await tradingHistory(deeds);
      const position = somewhere % (events.length + 1);
      const answeredThen = answeringThen(events.slice(0, position));
      const library = createPast({ projections, queries }, feedOf(events));
      for (const query of queries) {
        const { name } = query;
        const asked = questions[name] ?? [];
        const question = asked[somewhere % asked.length] ?? {};
        const params = 'orderId' in question ? { ...question, ...known(events, somewhere) } : question;
        const past = await library.ask({ ...{ query: name, params, attemptId: name }, then: { position } });
        expect(past.answer, name).toEqual(await answeredThen(query, params));
      }
      library.forget();
    }),
    { numRuns: 100 },
  );
});
