import { beforeEach, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/kernel/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { MAX_EVENTS, StoreFailure, type EventLog } from '../../src/engine/ports.ts';
import { owner, tab } from './tab.ts';

const statuses = (receipts: readonly Receipt[]) => receipts.map(({ status }) => status);
const add = (jar: string, count: number) => ({ jar, count });

let log: EventLog;
beforeEach(() => {
  log = createMemoryLog();
});

describe('a command that wrote nothing', () => {
  it('ends as it ended, when it is sent again by who does not know that it was answered', async () => {
    const { send, pipeline } = await tab(log);
    const topUp = { commandId: 'b', type: 'TopUp', payload: { jar: 'red', to: 2 } };
    await send('a', 'AddMarbles', add('red', 3));
    await pipeline.dispatch(topUp, owner, 'relaxed');
    await send('c', 'MoveMarbles', { from: 'red', to: 'blue', count: 3 });
    const later = await tab(log);
    expect(await later.pipeline.dispatch({ ...topUp, again: true }, owner, 'relaxed')).toMatchObject({
      status: 'duplicate',
    });
    expect((await log.head()).position).toBe(3);
  });

  it('and has no id that could be kept is refused, and not kept', async () => {
    const { pipeline, failures } = await tab(log);
    const nameless = { commandId: null as never, type: 'AddMarbles', payload: {} };
    expect(await pipeline.dispatch(nameless, owner, 'relaxed')).toMatchObject({ status: 'rejected' });
    expect([await log.refusals(10), failures]).toEqual([[], []]);
  });
});

describe('a command that goes with another', () => {
  const both = (pipeline: Awaited<ReturnType<typeof tab>>['pipeline'], version: number) => {
    const two = { type: 'AddMarbles', payload: add('blue', 1) };
    return Promise.all([
      pipeline.dispatch({ ...two, commandId: 'first', unchanged: { 'jar-red': version } }, owner, 'relaxed'),
      pipeline.dispatch({ ...two, commandId: 'second', after: 'first' }, owner, 'relaxed'),
    ]);
  };

  it('is committed in the same transaction, or like it not at all', async () => {
    const { send, pipeline } = await tab(log);
    await send('a', 'AddMarbles', add('red', 3));
    expect(await both(pipeline, 7)).toMatchObject([
      { rejection: { code: 'changed-meanwhile' } },
      { rejection: { code: 'changed-meanwhile' } },
    ]);
    expect(statuses(await both(pipeline, 1))).toEqual(['committed', 'committed']);
    const records = await log.records(0, 9);
    expect(records.map(({ commandIds }) => commandIds)).toEqual([['a'], ['first', 'second']]);
    expect(statuses(await both(pipeline, 1))).toEqual(['duplicate', 'duplicate']);
  });
});

describe('a store that fails', () => {
  it('and a defect of the engine’s own leave nobody waiting, nor those who come after', async () => {
    const failing = { ...log };
    failing.append = () => Promise.reject(new TypeError('a reducer read what is not there'));
    const { send, failures } = await tab(failing);
    const doubts = [send('a', 'AddMarbles', add('red', 3)), send('b', 'AddMarbles', add('red', 4))];
    expect(statuses(await Promise.all(doubts))).toEqual(['in-doubt', 'in-doubt']);
    expect(failures.map(({ fault }) => fault)).toEqual(['store-broken']);
    failing.append = (record, durability) => log.append(record, durability);
    expect(await send('a', 'AddMarbles', add('red', 3))).toMatchObject({ status: 'committed', position: 1 });
  });

  it('while a round is written leaves those in the queue who wait for the next', async () => {
    const failing = { ...log };
    let writes = 0;
    failing.append = (record, durability) => {
      writes += 1;
      return writes === 1
        ? Promise.reject(new StoreFailure('disk-full', new Error('no room')))
        : log.append(record, durability);
    };
    const { send } = await tab(failing);
    const receipts = await Promise.all(
      Array.from({ length: MAX_EVENTS + 10 }, (_, n) => send(String(n), 'AddMarbles', add('red', 1))),
    );
    const inDoubt = receipts.filter(({ status }) => status === 'in-doubt').length;
    const committed = receipts.filter(({ status }) => status === 'committed').length;
    expect([inDoubt > 0, committed > 0, inDoubt + committed]).toEqual([true, true, MAX_EVENTS + 10]);
    expect((await log.head()).position).toBe(committed);
  });

  it('leaves the command in doubt, and the same id ends as one truth', async () => {
    const failing = { ...log };
    let fail = true;
    failing.append = async (record, durability) => {
      const written = await log.append(record, durability);
      if (fail) throw new StoreFailure('disk-full', new Error('after the bytes were written'));
      return written;
    };
    const { send, failures } = await tab(failing);
    expect(await send('a', 'AddMarbles', add('red', 3))).toEqual({
      status: 'in-doubt',
      commandId: 'a',
      reason: 'disk-full',
    });
    expect(failures).toHaveLength(1);
    fail = false;
    expect(await send('a', 'AddMarbles', add('red', 3))).toMatchObject({ status: 'duplicate' });
    expect((await log.head()).position).toBe(1);
  });
});
