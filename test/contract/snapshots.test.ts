import { beforeEach, expect, it } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import type { EventLog } from '../../src/engine/ports.ts';
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
const takeAll = async () => {
  const { send } = await tab(log);
  const take = (count: number) =>
    send(`take-${String(count)}`, 'MoveMarbles', { from: 'red', to: 'blue', count });
  expect(await take(LONG + 1)).toMatchObject({ rejection: { code: 'too-few-marbles' } });
  expect(await take(LONG)).toMatchObject({ streams: { 'jar-red': LONG + 1, 'jar-blue': 1 } });
};

it('spares a long stream from being read whole', async () => {
  await takeAll();
  expect(read).toBeLessThan(500);
});

it('counts for nothing once the state has another shape', async () => {
  for (const snapshot of (await log.snapshots(['jar-red'])).values())
    await log.keepSnapshot({ ...snapshot, shape: 2, state: { stones: 7 } });
  await takeAll();
  expect(read).toBe(LONG);
});

it('is folded anew after a stream that had none was read', async () => {
  for (const snapshot of (await log.snapshots(['jar-red'])).values())
    await log.keepSnapshot({ ...snapshot, shape: 2 });
  await takeAll();
  read = 0;
  const { send } = await tab(log);
  await send('more', 'AddMarbles', { jar: 'red', count: 1 });
  expect(read).toBeLessThan(10);
});
