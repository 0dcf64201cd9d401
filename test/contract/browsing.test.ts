import { describe, expect, it } from 'vitest';
import { causesOf, entriesOf, openEntry, refusalsOf } from '../../src/engine/browsing/index.ts';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { derivedCommand } from '../../src/engine/processes/derived-command.ts';
import { createMemoryKeys } from '../../src/engine/sealing/memory-keys.ts';
import { eventTypes, type Application, type EventEnvelope } from '../../src/kernel/index.ts';
import { guestTrade } from '../toy/guests.ts';
import { marbleTrade, mender } from '../toy/marbles.ts';
import { newerMarbleTrade } from '../toy/newer-marbles.ts';
import { child, owner, tab } from './tab.ts';

const types = eventTypes(marbleTrade);

/** Seven events: five by the owner in jar a, then two by a child in b. */
const filled = async () => {
  const log = createMemoryLog();
  const { send } = await tab(log);
  for (let n = 1; n <= 5; n += 1) await send(`a${String(n)}`, 'AddMarbles', { jar: 'a', count: n });
  for (let n = 6; n <= 7; n += 1) await send(`b${String(n)}`, 'AddMarbles', { jar: 'b', count: n }, child);
  return log;
};

describe('the log, looked at entry by entry', () => {
  it('is told backwards, page after page, and says where it goes on', async () => {
    const log = await filled();
    const first = await entriesOf(log, types, { limit: 3 });
    expect(first.entries.map(({ position }) => position)).toEqual([7, 6, 5]);
    expect(first).toMatchObject({ next: 5, head: 7 });
    const second = await entriesOf(log, types, { limit: 9, before: 5 });
    expect(second.entries.map(({ position }) => position)).toEqual([4, 3, 2, 1]);
    expect(second.next).toBeUndefined();
  });

  it.each([
    [{ stream: 'jar-a' }, [5, 4, 3, 2, 1]],
    [{ stream: 'jar-a', before: 4, after: 1 }, [3, 2]],
    [{ category: 'jar', actor: 'bob' }, [7, 6]],
    [{ category: 'ja' }, []],
    [{ type: 'MarblesTaken' }, []],
    [{ after: 5 }, [7, 6]],
    [{ to: '2025-12-31T23:59:59.999Z' }, []],
    [{ from: '2026-01-01T00:00:00.000Z', to: '2026-01-01T00:00:00.000Z', stream: 'jar-b' }, [7, 6]],
    [{ unknown: true }, []],
  ])('is narrowed by %o', async (asked, positions) => {
    const { entries, next } = await entriesOf(await filled(), types, { ...asked, limit: 9 });
    expect(entries.map(({ position }) => position)).toEqual(positions);
    expect(next).toBeUndefined();
  });

  it('shows an event of a newer version as unknown, with its data as stored', async () => {
    const log = await filled();
    await (await tab(log, newerMarbleTrade)).send('n', 'AddMarbles', { jar: 'a', count: 2, colour: 'red' });
    const { sealing } = await tab(log);
    const { entries } = await entriesOf(log, types, { unknown: true, limit: 9 });
    expect(entries).toMatchObject([{ position: 8, type: 'MarblesAdded', schemaVersion: 2, known: false }]);
    const opened = await openEntry({ application: marbleTrade, types, log, sealing, actor: owner }, 8);
    expect(opened?.data).toEqual({ value: { jar: 'a', count: 2, colour: 'red' } });
  });
});

describe('an entry that is opened', () => {
  const ANN = { guestId: 'ann', name: 'Ann Canary', phone: '555-0100' };
  const opening = async (trade: Partial<Application> = {}, forget = false) => {
    const log = createMemoryLog();
    const keys = createMemoryKeys();
    const { send } = await tab(log, guestTrade, { keys });
    await send('a', 'Welcome', ANN);
    if (forget) keys.destroy('ann');
    const { sealing } = await tab(log, guestTrade, { keys });
    const application = { ...guestTrade, ...trade };
    return openEntry({ application, types: eventTypes(guestTrade), log, sealing, actor: child }, 1);
  };
  const looking = { personal: 'guest', secret: [] };

  it('shows what is sealed to whoever may read it', async () => {
    const opened = await opening({ looking, permits: () => true });
    expect(opened).toMatchObject({ data: { value: ANN }, payload: { value: ANN } });
    expect(opened?.data.hidden).toBeUndefined();
  });

  it('keeps it sealed from whoever may not', async () => {
    const opened = await opening({ looking });
    expect(opened).toMatchObject({ data: { hidden: 'sealed' }, payload: { hidden: 'sealed' } });
    expect(JSON.stringify(opened)).not.toMatch(/Canary|555/);
  });

  it('says that somebody is forgotten', async () => {
    const opened = await opening({ looking, permits: () => true }, true);
    expect(opened).toMatchObject({ data: { hidden: 'forgotten' }, payload: { hidden: 'forgotten' } });
  });

  it('shows to nobody what is secret', async () => {
    const opened = await opening({
      looking: { personal: 'guest', secret: ['GuestCame'] },
      permits: () => true,
    });
    expect(opened).toMatchObject({ data: { value: {}, hidden: 'secret' }, payload: { value: ANN } });
  });
});

describe('what was refused', () => {
  const refused = async (trade: Partial<Application> = {}) => {
    const log = createMemoryLog();
    const { send, sealing } = await tab(log, guestTrade);
    const guest = { guestId: 'ann', name: 'Ann Canary', phone: '555-0100' };
    await send('a', 'Welcome', guest);
    await send('b', 'Welcome', guest);
    return refusalsOf({ application: { ...guestTrade, ...trade }, log, sealing, actor: child }, 9);
  };
  const looking = { personal: 'guest', secret: [] };

  it('is opened for whoever may read what is personal', async () => {
    const [one] = await refused({ looking, permits: () => true });
    expect(one).toMatchObject({
      command: { payload: { name: 'Ann Canary' } },
      outcome: { rejection: { code: 'here-already', values: { name: 'Ann Canary' } } },
    });
    expect(one).not.toHaveProperty('hidden');
  });

  it('stays sealed for whoever may not: they learn what was refused, not of whom', async () => {
    const all = await refused({ looking });
    expect(all).toMatchObject([
      { commandId: 'b', hidden: 'sealed', outcome: { rejection: { code: 'here-already' } } },
    ]);
    expect(JSON.stringify(all)).not.toMatch(/Canary|555/);
    expect(all[0]).not.toHaveProperty('sealed');
  });

  it('shows to nobody what was in a secret command', async () => {
    const all = await refused({ looking: { personal: 'guest', secret: ['Welcome'] }, permits: () => true });
    expect(all).toMatchObject([{ hidden: 'secret', command: { type: 'Welcome', payload: {} } }]);
  });
});

describe('what an entry comes from and what came of it', () => {
  const ports = (log: ReturnType<typeof createMemoryLog>) => ({ log, types, processes: [mender] });
  const react = (cause: EventEnvelope | undefined) =>
    derivedCommand(
      'mender',
      'leaky',
      cause as EventEnvelope,
      { type: 'AddMarbles', payload: { jar: 'leaky', count: 1 } },
      0,
    );

  const mended = async (payload?: object) => {
    const log = await filled();
    const { send, feed, pipeline } = await tab(log);
    await send('fill', 'AddMarbles', { jar: 'leaky', count: 9 });
    await send('move', 'MoveMarbles', { from: 'leaky', to: 'a', count: 2 });
    const [taken] = await feed.read(8, 1);
    const command = react(taken);
    await pipeline.dispatch({ ...command, ...(payload && { payload }) }, command.actor, 'relaxed');
    return log;
  };

  it.each([9, 10, 11])(
    'is the same from entry %i of it: the command, its events, the reaction',
    async (at) => {
      const causes = await causesOf(ports(await mended()), at);
      expect(causes).toMatchObject({ correlationId: 'move', more: false });
      expect(
        causes?.commands.map(({ type, cause, entries }) => [
          type,
          cause,
          entries.map(({ position }) => position),
        ]),
      ).toEqual([
        ['MoveMarbles', undefined, [9, 10]],
        ['AddMarbles', 9, [11]],
      ]);
    },
  );

  it('shows a reaction that was refused', async () => {
    const causes = await causesOf(ports(await mended({ jar: 'leaky', count: 0 })), 9);
    expect(causes?.commands).toMatchObject([
      { type: 'MoveMarbles' },
      { cause: 9, refused: 'invalid-payload', entries: [] },
    ]);
  });

  it('is alone where nothing came of it, and nothing where there is no entry', async () => {
    const log = await mended();
    expect((await causesOf(ports(log), 1))?.commands).toHaveLength(1);
    expect(await causesOf(ports(log), 99)).toBeUndefined();
  });
});
