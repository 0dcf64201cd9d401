import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { defineProcess, send, type Process } from '../../src/kernel/index.ts';
import { openProcess } from '../../src/engine/processes/process-store.ts';
import { stuckIn, timersIn } from '../../src/engine/processes/stuck.ts';
import { AddMarbles, MarblesAdded, MarblesTaken } from '../toy/marbles.ts';
import { eventually } from './eventually.ts';
import { HandClock } from './hand-clock.ts';
import { atRest, openBook } from './process-book.ts';

/** What does not go on by itself: seen, and decided by somebody. */

const MINUTE = 60_000;

interface Owing {
  readonly turn: number;
  readonly owes: number;
}

/** Gives back what was taken and waits for that to come; a marble that was taken is due back in an hour. */
const giver = (name = 'giver') =>
  defineProcess<Owing>({
    name,
    initial: { turn: 0, owes: 0 },
    awaits: {
      patience: MINUTE,
      of: ({ turn, owes }) => (owes > 0 ? { what: 'marbles', turn } : undefined),
      again: ({ owes }, jar) => [send(AddMarbles, { jar, count: owes })],
    },
    timers: {
      of: ({ turn }) => (turn === 0 ? [] : [{ key: 'look', due: '2026-11-20T11:00:00.000Z' }]),
      fire: (_, __, jar) => [send(AddMarbles, { jar, count: 1 })],
    },
  })
    .on(MarblesTaken, {
      instance: ({ data }) => data.jar,
      step: ({ turn, owes }, { data }) => ({
        state: { turn: turn + 1, owes: owes + data.count },
        effects: data.jar === 'silent' ? [] : [send(AddMarbles, data)],
      }),
    })
    .on(MarblesAdded, {
      instance: ({ data }) => data.jar,
      step: ({ turn, owes }, { data }) => ({
        state: { turn, owes: Math.max(0, owes - data.count) },
        effects: [],
      }),
    }) as Process;

const open = (process: Process = giver()) => {
  const time = new HandClock();
  const book = openBook(time);
  const runner = book.run(process);
  const take = (jar: string, count = 1) =>
    book.feed.append([MarblesTaken({ jar, count })], { recordedAt: time.now(), occurredAt: time.now() });
  const inside = async <Row>(read: (db: Dexie) => Promise<Row>): Promise<Row> => {
    const db = await openProcess(book.book, process);
    return read(db).finally(() => {
      db.close();
    });
  };
  const stuck = () => inside((db) => stuckIn(db, process, time.now()));
  const timers = () => inside((db) => timersIn(db, process));
  /** Wakes who rests: with news that concern nobody. */
  const wake = () => book.feed.append([{ type: 'Nothing', data: { jar: 'none' } }]);
  const counted = (count: number) =>
    eventually(() => expect(runner.status()[0]).toMatchObject({ state: 'live', stuck: count }));
  return { ...book, time, runner, take, stuck, timers, wake, counted, process: process.name };
};

it('lists what was refused, and sends it again under the same id', async () => {
  const { take, stuck, counted, runner, desk, process } = open();
  take('a', 10);
  await counted(1);
  const [one] = await stuck();
  expect(one).toMatchObject({
    ...{ kind: 'refused', process: 'giver', instance: 'a', command: 'AddMarbles', attempts: 1 },
    ...{ since: '2026-11-20T10:00:00.000Z', rejection: { code: 'too-many' } },
  });
  const again = { do: 'send-again', process, position: 1, n: 0 } as const;
  await runner.intervene(again, 'ann');
  await eventually(async () => expect(await stuck()).toMatchObject([{ kind: 'refused', attempts: 2 }]));
  desk.known.clear();
  desk.most = 10;
  await runner.intervene(again, 'ann');
  await counted(0);
  expect(await stuck()).toEqual([]);
  expect(new Set(desk.sent.map(({ commandId }) => commandId)).size).toBe(1);
  await expect(runner.intervene(again, 'ann')).rejects.toThrow('It is done already.');
});

it('leaves out what was refused, and says who decided so and why', async () => {
  const { take, stuck, counted, runner, process, book, desk } = open();
  take('a', 10);
  await counted(1);
  await runner.intervene({ do: 'leave-out', process, position: 1, n: 0, reason: 'given by hand' }, 'ann');
  await counted(0);
  expect(await stuck()).toEqual([]);
  const db = await new Dexie(`${book}-process:giver`).open();
  expect(await db.table('refused').toArray()).toMatchObject([
    { leftOut: { by: 'ann', at: '2026-11-20T10:00:00.000Z', reason: 'given by hand' } },
  ]);
  db.close();
  expect(desk.sent).toHaveLength(1);
});

it('counts attempts that nobody answers, tries at once when told, and can do without', async () => {
  const { take, stuck, runner, desk, process, counted, added } = open();
  desk.faults.push(...Array.from({ length: 40 }, () => 'in-doubt' as const));
  take('a', 11);
  await eventually(() => expect(runner.status()[0]).toMatchObject({ state: 'failed', stuck: 1 }));
  expect(await stuck()).toMatchObject([{ kind: 'unanswered', instance: 'a', command: 'AddMarbles' }]);
  expect((await stuck())[0]?.attempts).toBeGreaterThanOrEqual(3);
  await runner.intervene({ do: 'leave-out', process, position: 1, n: 0, reason: 'no use' }, 'ann');
  await counted(0);
  desk.faults.splice(0, 99, ...Array.from({ length: 6 }, () => 'before' as const));
  take('b', 2);
  await eventually(() => expect(runner.status()[0]?.attempts).toBeGreaterThanOrEqual(4));
  desk.faults.length = 0;
  await runner.intervene({ do: 'hurry', process }, 'ann');
  await atRest(runner);
  expect(added()).toHaveLength(1);
});

it('tells who waits longer than it should, and asks again or lets it wait', async () => {
  const { take, stuck, counted, runner, time, wake, process, desk, added } = open();
  take('silent', 2);
  await counted(0);
  time.forward(MINUTE - 1);
  wake();
  await counted(0);
  time.forward(1);
  wake();
  await counted(1);
  expect(await stuck()).toMatchObject([
    { kind: 'waiting', instance: 'silent', what: 'marbles', attempts: 0, since: '2026-11-20T10:00:00.000Z' },
  ]);
  await runner.intervene({ do: 'ask-again', process, instance: 'silent' }, 'ann');
  await counted(0);
  expect(added()).toHaveLength(1);
  expect(desk.sent).toMatchObject([
    { commandId: 'again/giver/silent/marbles/1/0/0', payload: { jar: 'silent', count: 2 } },
  ]);
  take('silent');
  time.forward(MINUTE);
  wake();
  await counted(1);
  await runner.intervene({ do: 'let-wait', process, instance: 'silent', reason: 'lost' }, 'ann');
  await counted(0);
  expect(added()).toHaveLength(1);
  await expect(runner.intervene({ do: 'ask-again', process, instance: 'other' }, 'ann')).rejects.toThrow(
    'It waits no longer.',
  );
});

it('fires a timer before it is due: once, as of now, and not late', async () => {
  const { take, timers, runner, time, wake, process, desk } = open();
  take('a');
  await atRest(runner);
  expect(await timers()).toMatchObject([{ instance: 'a', key: 'look', due: '2026-11-20T11:00:00.000Z' }]);
  time.forward(MINUTE);
  await runner.intervene({ do: 'fire-timer', process, instance: 'a', key: 'look' }, 'ann');
  await atRest(runner);
  expect(await timers()).toEqual([]);
  time.forward(99 * MINUTE);
  wake();
  await atRest(runner);
  expect(desk.sent.filter(({ commandId }) => commandId.startsWith('timer/'))).toMatchObject([
    { occurredAt: '2026-11-20T10:01:00.000Z' },
  ]);
  await expect(
    runner.intervene({ do: 'fire-timer', process, instance: 'a', key: 'look' }, 'ann'),
  ).rejects.toThrow('It waits no longer.');
});

it('cancels a timer for good, also when its state comes by again', async () => {
  const { take, timers, runner, time, wake, process, desk } = open();
  take('a');
  await atRest(runner);
  const deed = { do: 'cancel-timer', process, instance: 'a', key: 'look', reason: 'paid' } as const;
  await runner.intervene(deed, 'ann');
  take('a');
  await atRest(runner);
  expect(await timers()).toEqual([]);
  time.forward(99 * MINUTE);
  wake();
  await atRest(runner);
  expect(desk.sent.some(({ commandId }) => commandId.startsWith('timer/'))).toBe(false);
});

it('opens what an earlier version has left, which knew of no waiting', async () => {
  const { awaits: _, ...former } = giver();
  const { book, runner, take, time, feed, run } = open(former);
  take('silent');
  await atRest(runner);
  await runner.stop();
  const later = run(giver());
  await atRest(later);
  take('silent');
  time.forward(MINUTE);
  feed.append([{ type: 'Nothing', data: { jar: 'none' } }]);
  await eventually(() => expect(later.status()[0]).toMatchObject({ stuck: 1 }));
  expect(await Dexie.exists(`${book}-process:giver`)).toBe(true);
});

it('knows no process that is not there', async () => {
  await expect(open().runner.intervene({ do: 'hurry', process: 'other' }, 'ann')).rejects.toThrow(
    'There is no process other.',
  );
});
