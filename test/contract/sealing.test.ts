import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { verifyLog } from '../../src/engine/log/verify.ts';
import type { EventLog } from '../../src/engine/ports.ts';
import { createMemoryKeys } from '../../src/engine/sealing/memory-keys.ts';
import { guests, guestTrade } from '../toy/guests.ts';
import { child, tab } from './tab.ts';

const ANN = { guestId: 'ann', name: 'Ann Canary', phone: '555-0100' };
const personal = /Canary|555-0100/;

let log: EventLog;
let keys: ReturnType<typeof createMemoryKeys>;
beforeEach(() => {
  log = createMemoryLog();
  keys = createMemoryKeys();
});

const open = () => tab(log, guestTrade, { keys });
const raw = async () =>
  JSON.stringify([await log.records(0, 99), await log.refusals(99), await log.outcome('b')]);
const forget = async (worker: Awaited<ReturnType<typeof open>>) => {
  await worker.send('forget', 'Forget', { guestId: 'ann' });
  keys.destroy('ann');
};
const named = async (worker: Awaited<ReturnType<typeof open>>) =>
  (await worker.streams.read(guests, 'guest-ann')).state;

describe('what is personal', () => {
  it('is sealed in events and commands, and read as it was, here and in another worker', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    expect(await raw()).not.toMatch(personal);
    expect(await raw()).toContain('"subject":"ann"');
    for (const worker of [one, await open()]) {
      expect(await worker.feed.read(0, 9)).toMatchObject([{ type: 'GuestCame', data: ANN }]);
      expect(await named(worker)).toMatchObject({ guest: ANN });
    }
  });

  it('is sealed in refusals, in what they say as well', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    expect(await one.send('b', 'Welcome', ANN)).toMatchObject({ rejection: { values: { name: ANN.name } } });
    expect(await raw()).not.toMatch(personal);
    expect(await (await open()).pipeline.lookUp('b')).toMatchObject({
      rejection: { code: 'here-already', message: 'Ann Canary is here already.' },
    });
  });

  it('is not kept at all of somebody whom the book does not know', async () => {
    const { send } = await open();
    await send('b', 'Welcome', ANN, child);
    await send('c', 'Welcome', { ...ANN, phone: 5 });
    await send('d', 'Welcom', ANN);
    expect(await log.refusals(9)).toHaveLength(3);
    expect(await raw()).not.toMatch(/Canary|555-0100|"box"/);
    expect((await log.refusals(9)).find(({ commandId }) => commandId === 'b')).toMatchObject({
      outcome: { rejection: { code: 'not-permitted', values: { role: 'child' } } },
      command: { payload: { guestId: 'ann' } },
    });
  });

  it('costs nothing where there is none', async () => {
    const encrypt = vi.spyOn(crypto.subtle, 'encrypt');
    const make = vi.spyOn(keys, 'make');
    await (await open()).send('a', 'GiveRoom', { id: 'ann', room: 1 });
    expect(encrypt).not.toHaveBeenCalled();
    expect(make).not.toHaveBeenCalled();
    encrypt.mockRestore();
  });

  it('opens only where it was sealed', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    const [record] = await log.records(0, 1);
    const moved = JSON.parse(JSON.stringify(record).replaceAll('guest-ann', 'guest-bob')) as typeof record;
    const elsewhere = await tab(
      { ...log, records: () => Promise.resolve(moved ? [moved] : []) },
      guestTrade,
      { keys },
    );
    expect(await elsewhere.feed.read(0, 9)).toMatchObject([{ data: { name: 'a guest' } }]);
  });

  it('gives the first receipt again for the same command, and refuses another under its id', async () => {
    await (await open()).send('a', 'Welcome', ANN);
    const two = await open();
    expect(await two.send('a', 'Welcome', ANN)).toMatchObject({ status: 'duplicate' });
    expect(await two.send('a', 'Welcome', { ...ANN, phone: '1' })).toMatchObject({
      rejection: { code: 'command-id-reused' },
    });
  });
});

describe('a person who is forgotten', () => {
  it('is gone at once for every worker that has heard of it, and for those who come later', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    await one.send('b', 'Welcome', ANN);
    const two = await open();
    expect(await named(two)).toMatchObject({ guest: ANN });
    await forget(one);
    await two.pipeline.refresh();
    for (const worker of [one, two, await open()]) {
      expect(JSON.stringify(await worker.feed.read(0, 9))).not.toMatch(personal);
      expect(await named(worker)).toEqual({ guest: { guestId: 'ann', name: 'a guest' }, rooms: 0 });
      expect(JSON.stringify([await worker.pipeline.lookUp('b')])).not.toMatch(personal);
    }
  });

  it('leaves the rest of the history, whose chain still holds', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    await one.send('b', 'GiveRoom', { id: 'ann', room: 3 });
    const before = await verifyLog(log);
    await forget(one);
    expect(before).toMatchObject({ whole: true, commits: 2 });
    expect(await verifyLog(log)).toMatchObject({ whole: true, commits: 3 });
    expect(await named(await open())).toMatchObject({ rooms: 1 });
  });

  it('gets no second key: what is said of them later is not kept', async () => {
    const one = await open();
    await one.send('x', 'GiveRoom', { id: 'ann', room: 1 });
    await forget(one);
    const two = await open();
    await two.send('b', 'Welcome', ANN);
    expect(await raw()).not.toMatch(/Canary|555-0100|"box"/);
    expect(await named(await open())).toMatchObject({ guest: { name: 'a guest' } });
  });

  it('is still told from another command under the same id, as far as anything is left to compare', async () => {
    const one = await open();
    await one.send('a', 'Welcome', ANN);
    await forget(one);
    expect(await (await open()).send('a', 'Welcome', ANN)).toMatchObject({ status: 'duplicate' });
    expect(await (await open()).send('a', 'Welcome', { ...ANN, guestId: 'bob' })).toMatchObject({
      rejection: { code: 'command-id-reused' },
    });
  });
});

describe('a chain', () => {
  it('shows a commit that was changed, and one that is missing', async () => {
    const one = await open();
    for (const room of [1, 2, 3]) await one.send(`r${String(room)}`, 'GiveRoom', { id: 'ann', room });
    const records = await log.records(0, 9);
    const forged = JSON.parse(JSON.stringify(records).replace('"room":2', '"room":7')) as typeof records;
    const of = (found: typeof records): EventLog => ({
      ...log,
      records: (after) => Promise.resolve(found.filter(({ next }) => next > after + 1)),
    });
    expect(await verifyLog(of(forged))).toMatchObject({ whole: false, position: 2 });
    expect(await verifyLog(of(records.filter((_, n) => n !== 1)))).toMatchObject({
      whole: false,
      position: 3,
    });
    expect(await verifyLog(of(records))).toMatchObject({ whole: true });
    const unlisted = records.map((record, n) => (n === 1 ? { ...record, streams: [] } : record));
    expect(await verifyLog(of(unlisted))).toMatchObject({ whole: false, position: 2 });
    const unbound = records.map((record, n) => (n === 2 ? { ...record, commandIds: ['other'] } : record));
    expect(await verifyLog(of(unbound))).toMatchObject({ whole: false, position: 3 });
  });
});
