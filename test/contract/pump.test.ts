import { beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/kernel/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { MAX_COMMITS, StoreFailure, type EventLog } from '../../src/engine/ports.ts';
import { guestTrade } from '../toy/guests.ts';
import { owner, tab } from './tab.ts';

/** More commands than one record takes: the rest is decided while the first record is written. */

const add = (jar: string) => ({ jar, count: 1 });
const statuses = (receipts: readonly Receipt[]) => [...new Set(receipts.map(({ status }) => status))];

let log: EventLog;
/** What happens in place of the first write; the others go through. */
let first: (write: () => Promise<'written' | 'collided'>) => Promise<'written' | 'collided'>;
let appends: number;
/** Streams that were looked for in the log. */
let asked: Set<string>;
beforeEach(() => {
  const memory = createMemoryLog();
  appends = 0;
  asked = new Set();
  first = (write) => write();
  log = {
    ...memory,
    streams: (names, after) => {
      for (const name of names) asked.add(name);
      return memory.streams(names, after);
    },
    append: (record, durability) => {
      const write = () => memory.append(record, durability);
      appends += 1;
      return appends === 1 ? first(write) : write();
    },
  };
});

type Send = Awaited<ReturnType<typeof tab>>['send'];

/** Fills one record with marbles for the red jar. */
const fill = (send: Send) =>
  Array.from({ length: MAX_COMMITS }, (_, n) => send(`red ${String(n)}`, 'AddMarbles', add('red')));

/** Writes when a command upon this stream has been decided. */
const onceDecided =
  (stream: string): typeof first =>
  async (write) => {
    while (!asked.has(stream)) await new Promise((resolve) => setTimeout(resolve));
    return write();
  };

describe('while a full record is written', () => {
  it('the next is decided upon it', async () => {
    const { send } = await tab(log);
    first = onceDecided('jar-blue');
    const whole = { from: 'red', to: 'blue', count: MAX_COMMITS };
    const receipts = await Promise.all([...fill(send), send('all', 'MoveMarbles', whole)]);
    expect(statuses(receipts)).toEqual(['committed']);
    expect(receipts.at(-1)).toMatchObject({ streams: { 'jar-red': MAX_COMMITS + 1, 'jar-blue': 1 } });
    expect(appends).toBe(2);
  });

  it('what goes with a command of it is taken, and refused when that did not come to be', async () => {
    const both = async (jar: string) => {
      appends = 0;
      const { send, pipeline } = await tab(log);
      const goes = { commandId: `${jar} with`, type: 'AddMarbles', payload: add(jar), after: 'red 0' };
      return (await Promise.all([...fill(send), pipeline.dispatch(goes, owner, 'relaxed')])).at(-1);
    };
    first = () => Promise.reject(new StoreFailure('disk-full', new Error('no room')));
    expect(await both('blue')).toMatchObject({ rejection: { code: 'changed-meanwhile' } });
    first = onceDecided('jar-green');
    expect(await both('green')).toMatchObject({ status: 'committed' });
  });
});

describe('when a full record is not written', () => {
  const move = (send: Send) => send('move', 'MoveMarbles', { from: 'red', to: 'blue', count: 3 });

  it('because the store failed, the next is decided again, on what is there', async () => {
    const { send } = await tab(log);
    first = () => Promise.reject(new StoreFailure('disk-full', new Error('no room')));
    const reds = Promise.all(fill(send));
    expect(await move(send)).toMatchObject({ rejection: { code: 'too-few-marbles' } });
    expect(statuses(await reds)).toEqual(['in-doubt']);
    expect((await log.head()).position).toBe(0);
  });

  it('because another tab wrote first, both are decided again in their order', async () => {
    const other = await tab(log);
    const { send } = await tab(log);
    first = async (write) => {
      await other.send('theirs', 'AddMarbles', add('red'));
      return write();
    };
    const receipts = await Promise.all([...fill(send), move(send)]);
    expect(statuses(receipts)).toEqual(['committed']);
    expect(receipts.map((receipt) => receipt.status === 'committed' && receipt.position)).toEqual([
      ...Array.from({ length: MAX_COMMITS }, (_, n) => n + 2),
      MAX_COMMITS + 3,
    ]);
  });

  it('because one of it was decided before, that one gets its receipt and the others are decided again', async () => {
    await (await tab(log)).send('red 7', 'AddMarbles', add('red'));
    appends = 0;
    const { send } = await tab(log);
    const receipts = await Promise.all([...fill(send), move(send)]);
    expect(receipts.filter(({ status }) => status === 'duplicate')).toMatchObject([{ commandId: 'red 7' }]);
    expect((await log.head()).position).toBe(MAX_COMMITS + 2);
  });
});

it('knows nothing any more of somebody whom the record before has forgotten', async () => {
  const { send } = await tab(log, guestTrade);
  await send('came', 'Welcome', { guestId: 'ann', name: 'Ann Smith' });
  const others = Array.from({ length: MAX_COMMITS - 1 }, (_, n) =>
    send(`room ${String(n)}`, 'GiveRoom', { id: 'bob', room: n }),
  );
  const forgotten = send('forget', 'Forget', { guestId: 'ann' });
  const again = await send('again', 'Welcome', { guestId: 'ann', name: 'Ann Smith' });
  expect(statuses(await Promise.all([...others, forgotten]))).toEqual(['committed']);
  expect(again).toMatchObject({ rejection: { values: { name: 'a guest' } } });
});
