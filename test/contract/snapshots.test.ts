import { beforeEach, expect, it } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { createHydrator } from '../../src/engine/log/envelopes.ts';
import { Streams } from '../../src/engine/pipeline/4-load.ts';
import { proveSnapshots } from '../../src/engine/pipeline/prove-snapshots.ts';
import type { EventLog } from '../../src/engine/ports.ts';
import { Keyring } from '../../src/engine/sealing/keyring.ts';
import { createMemoryKeys } from '../../src/engine/sealing/memory-keys.ts';
import { Sealing } from '../../src/engine/sealing/sealing.ts';
import { eventTypes } from '../../src/kernel/index.ts';
import { marbleTrade, jars } from '../toy/marbles.ts';
import { tab } from './tab.ts';

const LONG = 1200;

let log: EventLog;
/** Records that were read for the sake of streams. */
let read: number;

beforeEach(async () => {
  const memory = createMemoryLog();
  log = {
    ...memory,
    streams: async (...asked) => {
      const found = await memory.streams(...asked);
      for (const records of found.values()) read += records.length;
      return found;
    },
  };
  const { send } = await tab(log);
  for (let n = 0; n < LONG; n += 1) await send(`add-${String(n)}`, 'AddMarbles', { jar: 'red', count: 1 });
  read = 0;
});

/** Only somebody who knows every marble of the jar can take them all, and no more. */
const takeAll = async (code = 'today') => {
  const { send } = await tab(log, marbleTrade, { code });
  const take = (count: number) =>
    send(`take-${String(count)}`, 'MoveMarbles', { from: 'red', to: 'blue', count });
  expect(await take(LONG + 1)).toMatchObject({ rejection: { code: 'too-few-marbles' } });
  expect(await take(LONG)).toMatchObject({ streams: { 'jar-red': LONG + 1, 'jar-blue': 1 } });
};

it('spares a long stream from being read whole', async () => {
  await takeAll();
  expect(read).toBeLessThan(500);
});

it('counts for nothing once other code folds', async () => {
  const kept = await log.snapshots(['jar-red']);
  expect(kept.size).toBe(1);
  for (const snapshot of kept.values()) await log.keepSnapshot({ ...snapshot, state: { stones: 7 } });
  await takeAll('tomorrow');
  expect(read).toBe(LONG);
});

it('is not kept where nobody knows which code folds', async () => {
  const bare = createMemoryLog();
  const hydrate = createHydrator(
    eventTypes(marbleTrade),
    new Sealing(marbleTrade, () => Promise.resolve(marbleTrade), new Keyring(createMemoryKeys())),
  );
  const streams = new Streams(bare, hydrate, new Map([['jar', jars]]), undefined);
  streams.keep('jar-red', { version: LONG, state: { marbles: LONG } }, LONG);
  expect(await bare.snapshots(['jar-red'])).toEqual(new Map());
});

it('is folded anew after a stream that had none was read', async () => {
  const kept = await log.snapshots(['jar-red']);
  expect(kept.size).toBe(1);
  for (const snapshot of kept.values()) await log.keepSnapshot({ ...snapshot, shape: 'yesterday' });
  await takeAll();
  read = 0;
  const { send } = await tab(log);
  await send('more', 'AddMarbles', { jar: 'red', count: 1 });
  expect(read).toBeLessThan(10);
});

it('is folded anew on somebody’s word, and put right where it is wrong', async () => {
  const { feed, streams, send } = await tab(log);
  const prove = () => proveSnapshots({ log, feed, streams }, marbleTrade.aggregates, 'today');
  const takeThemAll = (commandId: string) =>
    send(commandId, 'MoveMarbles', { from: 'red', to: 'blue', count: LONG });
  expect(await prove()).toEqual({ streams: 1, mended: [] });
  const kept = await log.snapshots();
  expect([...kept.keys()]).toEqual(['jar-red']);
  for (const snapshot of kept.values()) await log.keepSnapshot({ ...snapshot, state: { marbles: 7 } });
  expect(await takeThemAll('on-a-wrong-one')).toMatchObject({ rejection: { code: 'too-few-marbles' } });
  expect(await prove()).toEqual({ streams: 1, mended: ['jar-red'] });
  expect(await log.snapshots()).toEqual(kept);
  expect(await takeThemAll('once-it-is-right')).toMatchObject({ status: 'committed' });
});
