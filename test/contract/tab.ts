import { eventTypes } from '../../src/kernel/index.ts';
import { createHydrator } from '../../src/engine/log/envelopes.ts';
import { createFeed } from '../../src/engine/log/feed.ts';
import { Streams } from '../../src/engine/pipeline/4-load.ts';
import { Pipeline } from '../../src/engine/pipeline/pipeline.ts';
import { Keyring, type KeyStore } from '../../src/engine/sealing/keyring.ts';
import { createMemoryKeys } from '../../src/engine/sealing/memory-keys.ts';
import { Measuring } from '../../src/engine/telemetry/port.ts';
import { Sealing } from '../../src/engine/sealing/sealing.ts';
import type { Actor, Application } from '../../src/kernel/index.ts';
import type { EventLog, StoreFailure } from '../../src/engine/ports.ts';
import { marbleTrade } from '../toy/marbles.ts';

export const owner = { id: 'ann', role: 'owner' };
export const child = { id: 'bob', role: 'child' };

interface Given {
  readonly keys?: KeyStore;
  /** Fingerprint of the code that folds. */
  readonly code?: string;
  /** ISO instant. */
  readonly now?: () => string;
}

/** One worker on a log, and a store of keys, that others may share. */
export const tab = async (
  log: EventLog,
  trade: Application = marbleTrade,
  { keys = createMemoryKeys(), code = 'today', now = () => '2026-01-01T00:00:00.000Z' }: Given = {},
) => {
  const sealing = new Sealing(trade, () => Promise.resolve(trade), new Keyring(keys));
  const hydrate = createHydrator(eventTypes(trade), sealing);
  const head = await log.head();
  const feed = createFeed(log, hydrate, head.position);
  const streams = new Streams(
    log,
    hydrate,
    new Map(trade.aggregates.map((each) => [each.category, each])),
    code,
  );
  const failures: StoreFailure[] = [];
  const told: number[] = [];
  const clock = { now, elapsed: () => 0 };
  const pipeline = new Pipeline(
    trade,
    {
      log,
      feed,
      streams,
      clock,
      sealing,
      onFailure: (failure) => failures.push(failure),
      onWritten: (position) => told.push(position),
      measuring: new Measuring(),
      commands: () => Promise.resolve(trade),
    },
    head,
  );
  const send = (commandId: string, type: string, payload: unknown, actor: Actor = owner) =>
    pipeline.dispatch({ commandId, type, payload }, actor, 'relaxed');
  return { log, hydrate, clock, pipeline, feed, streams, sealing, failures, told, send };
};
