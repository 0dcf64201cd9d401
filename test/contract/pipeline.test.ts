import { beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/kernel/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { Branch } from '../../src/engine/pipeline/4-load.ts';
import { StoreFailure, type EventLog } from '../../src/engine/ports.ts';
import { child, owner, tab } from './tab.ts';

const statuses = (receipts: readonly Receipt[]) => receipts.map(({ status }) => status);
const add = (jar: string, count: number) => ({ jar, count });

let log: EventLog;
beforeEach(() => {
  log = createMemoryLog();
});

describe('a command that the rules allow', () => {
  it('is written, and its receipt says where it stands', async () => {
    const { send } = await tab(log);
    expect(await send('a', 'AddMarbles', add('red', 3))).toEqual({
      status: 'committed',
      commandId: 'a',
      position: 1,
      streams: { 'jar-red': 1 },
    });
  });

  it('may write to several streams, all or nothing', async () => {
    const { send } = await tab(log);
    await send('a', 'AddMarbles', add('red', 3));
    expect(await send('b', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 })).toMatchObject({
      position: 3,
      streams: { 'jar-red': 2, 'jar-blue': 1 },
    });
  });

  it('keeps its own type and payload with the commit', async () => {
    const { send } = await tab(log);
    await send('a', 'AddMarbles', add('red', 3));
    const [record] = await log.records(0, 1);
    expect(record?.commits[0]?.command).toEqual({ type: 'AddMarbles', payload: { jar: 'red', count: 3 } });
  });

  it('is committed without an event when there is nothing to do', async () => {
    const { send } = await tab(log);
    await send('a', 'AddMarbles', add('red', 3));
    expect(await send('b', 'TopUp', { jar: 'red', to: 2 })).toMatchObject({
      status: 'committed',
      position: 1,
      streams: {},
    });
    expect((await log.head()).position).toBe(1);
  });
});

describe('a command that is refused', () => {
  it.each([
    ['of an unknown type', 'Juggle', {}, 'unknown-command'],
    ['with a payload of the wrong shape', 'AddMarbles', { jar: 'red', count: 'three' }, 'invalid-payload'],
    ['that the rules forbid', 'MoveMarbles', { from: 'red', to: 'blue', count: 1 }, 'too-few-marbles'],
  ])('%s says why, writes nothing, and is kept', async (_, type, payload, code) => {
    const { send } = await tab(log);
    expect(await send('a', type, payload)).toMatchObject({ status: 'rejected', rejection: { code } });
    expect((await log.head()).position).toBe(0);
    expect(await log.refusals(1)).toMatchObject([{ commandId: 'a', outcome: { rejection: { code } } }]);
  });

  it('for want of permission is never loaded nor decided', async () => {
    const { send } = await tab(log);
    await send('a', 'AddMarbles', add('red', 3), child);
    expect(await send('b', 'MoveMarbles', { from: 'red', to: 'blue', count: 1 }, child)).toMatchObject({
      rejection: { code: 'not-permitted', values: { permission: 'jar.empty', role: 'child' } },
    });
    expect(await log.refusals(1)).toMatchObject([{ actor: 'bob' }]);
  });
});

describe('a command id', () => {
  it('books once, however often and fast it comes', async () => {
    const { send } = await tab(log);
    const receipts = await Promise.all([1, 2, 3].map(() => send('a', 'AddMarbles', add('red', 3))));
    expect(statuses(receipts)).toEqual(['committed', 'duplicate', 'duplicate']);
    expect((await log.head()).position).toBe(1);
  });

  it('gives the first receipt again in another worker, which has never seen it', async () => {
    const first = await (await tab(log)).send('a', 'AddMarbles', add('red', 3));
    const again = await (await tab(log)).send('a', 'AddMarbles', add('red', 3));
    expect(again).toEqual({ status: 'duplicate', commandId: 'a', original: first });
  });

  it('gives the old receipt again even when the command would be refused now', async () => {
    const one = await tab(log);
    await one.send('a', 'AddMarbles', add('red', 1));
    const move = { from: 'red', to: 'blue', count: 1 };
    const first = await one.send('b', 'MoveMarbles', move);
    expect(await (await tab(log)).send('b', 'MoveMarbles', move)).toEqual({
      status: 'duplicate',
      commandId: 'b',
      original: first,
    });
  });

  it('is refused when it comes back with another command', async () => {
    await (await tab(log)).send('a', 'AddMarbles', add('red', 3));
    expect(await (await tab(log)).send('a', 'AddMarbles', add('red', 4))).toMatchObject({
      rejection: { code: 'command-id-reused' },
    });
  });

  it('that was refused wrote nothing, and may be decided again', async () => {
    const { send } = await tab(log);
    const move = { from: 'red', to: 'blue', count: 1 };
    expect(await send('a', 'MoveMarbles', move)).toMatchObject({ status: 'rejected' });
    await send('b', 'AddMarbles', add('red', 1));
    expect(await send('a', 'MoveMarbles', move)).toMatchObject({ status: 'committed' });
  });

  it('can be looked up: committed, refused, or never decided', async () => {
    const { send, pipeline } = await tab(log);
    const committed = await send('a', 'AddMarbles', add('red', 3));
    const refused = await send('b', 'MoveMarbles', { from: 'blue', to: 'red', count: 1 });
    expect(await pipeline.lookUp('a')).toEqual(committed);
    expect(await (await tab(log)).pipeline.lookUp('b')).toEqual(refused);
    expect(await pipeline.lookUp('c')).toBeUndefined();
  });
});

describe('commands that arrive together', () => {
  it('share one record, and each sees what those before it did', async () => {
    const { send } = await tab(log);
    const receipts = await Promise.all([
      send('a', 'AddMarbles', add('red', 3)),
      send('b', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 }),
      send('c', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 }),
    ]);
    expect(statuses(receipts)).toEqual(['committed', 'committed', 'rejected']);
    expect(await log.records(0, 9)).toHaveLength(1);
  });

  it('get gapless positions and stream versions over many records', async () => {
    const { send, feed } = await tab(log);
    await Promise.all(
      Array.from({ length: 1_000 }, (_, n) =>
        send(`c${String(n)}`, 'AddMarbles', add(`j${String(n % 7)}`, 1)),
      ),
    );
    const events = [];
    for (let after = 0; ;) {
      const page = await feed.read(after, 300);
      if (page.length === 0) break;
      events.push(...page);
      after += page.length;
    }
    expect(events.map(({ position }) => position)).toEqual(Array.from({ length: 1_000 }, (_, n) => n + 1));
    const red = events.filter(({ stream }) => stream === 'jar-j3').map(({ version }) => version);
    expect(red).toEqual(red.map((_, n) => n + 1));
  });
});

describe('two tabs on one log', () => {
  it('decide every command once, on the newest state', async () => {
    const tabs = [await tab(log), await tab(log)];
    await tabs[0]?.send('seed', 'AddMarbles', add('red', 500));
    const receipts = await Promise.all(
      Array.from({ length: 600 }, (_, n) =>
        (tabs[n % 2] as (typeof tabs)[0]).send(`m${String(n)}`, 'MoveMarbles', {
          from: 'red',
          to: 'blue',
          count: 1,
        }),
      ),
    );
    expect(statuses(receipts).filter((status) => status === 'committed')).toHaveLength(500);
    expect(statuses(receipts).filter((status) => status === 'rejected')).toHaveLength(100);
    expect((await log.head()).position).toBe(1_001);
  });

  it('never refuse on a state that has passed', async () => {
    const [one, two] = [await tab(log), await tab(log)];
    await two.send('look', 'TopUp', { jar: 'red', to: 1 });
    await one.send('fill', 'AddMarbles', add('red', 5));
    expect(await two.send('take', 'MoveMarbles', { from: 'red', to: 'blue', count: 6 })).toMatchObject({
      status: 'committed',
    });
  });

  it('take over what the other wrote when told', async () => {
    const [one, two] = [await tab(log), await tab(log)];
    await one.send('fill', 'AddMarbles', add('red', 5));
    await two.pipeline.refresh();
    expect([one.told, two.told]).toEqual([[1], []]);
    expect(two.feed.head()).toBe(1);
    expect(await two.feed.read(0, 9)).toMatchObject([{ type: 'MarblesAdded', data: { count: 5 } }]);
  });

  it('look once more when they were told while they looked: it may stand behind what they have just read', async () => {
    const one = await tab(log);
    let told: Promise<void> | undefined;
    const two = await tab({
      ...log,
      records: async (...of) => {
        const found = await log.records(...of);
        if (told) return found;
        await one.send('fill', 'AddMarbles', add('red', 5));
        told = two.pipeline.refresh();
        return found;
      },
    });
    await two.pipeline.refresh();
    await told;
    expect(two.feed.head()).toBe(1);
  });

  it('look also when they were told while a write of their own failed', async () => {
    const one = await tab(log);
    let told: Promise<void> | undefined;
    const two = await tab({
      ...log,
      append: async () => {
        await one.send('fill', 'AddMarbles', add('red', 5));
        told = two.pipeline.refresh();
        throw new StoreFailure('disk-full', new Error('no room'));
      },
    });
    await two.send('lost', 'AddMarbles', add('blue', 1));
    await told;
    expect(two.feed.head()).toBe(1);
  });
});

describe('a rehearsal', () => {
  it('answers as the real thing would, sees what it rehearsed before, and writes nothing', async () => {
    const { pipeline, streams } = await tab(log);
    const branch = new Branch(streams);
    const rehearse = (commandId: string, type: string, payload: unknown) =>
      pipeline.rehearse({ commandId, type, payload }, owner, branch).then(({ receipt }) => receipt);
    expect(await rehearse('a', 'AddMarbles', add('red', 2))).toMatchObject({ status: 'committed' });
    expect(await rehearse('b', 'MoveMarbles', { from: 'red', to: 'blue', count: 2 })).toMatchObject({
      status: 'committed',
    });
    expect(await rehearse('c', 'MoveMarbles', { from: 'red', to: 'blue', count: 1 })).toMatchObject({
      rejection: { code: 'too-few-marbles' },
    });
    expect((await log.head()).position).toBe(0);
    expect(await log.refusals(9)).toEqual([]);
  });
});
