import { eventTypes } from '../../src/kernel/index.ts';
import { createHydrator } from '../../src/engine/log/envelopes.ts';
import { createFeed } from '../../src/engine/log/feed.ts';
import { Streams } from '../../src/engine/pipeline/4-load.ts';
import { Pipeline } from '../../src/engine/pipeline/pipeline.ts';
import type { EventLog, StoreFailure } from '../../src/engine/ports.ts';
import { marbleTrade } from '../toy/marbles.ts';

export const owner = { id: 'ann', role: 'owner' };
export const child = { id: 'bob', role: 'child' };

/** One worker on a log that others may share. */
export const tab = async (log: EventLog) => {
  const hydrate = createHydrator(eventTypes(marbleTrade));
  const head = await log.head();
  const feed = createFeed(log, hydrate, head.position);
  const streams = new Streams(
    log,
    hydrate,
    new Map(marbleTrade.aggregates.map((each) => [each.category, each])),
  );
  const failures: StoreFailure[] = [];
  const clock = { now: () => '2026-01-01T00:00:00.000Z', elapsed: () => 0 };
  const pipeline = new Pipeline(
    marbleTrade,
    { log, feed, streams, clock, onFailure: (failure) => failures.push(failure) },
    head,
  );
  const send = (commandId: string, type: string, payload: unknown, actor = owner) =>
    pipeline.dispatch({ commandId, type, payload }, actor, 'relaxed');
  return { pipeline, feed, streams, failures, send };
};
