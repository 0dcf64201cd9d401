import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { defineProcess, send, type FiredTimer, type Process } from '../../src/kernel/index.ts';
import { AddMarbles, MarblesAdded, MarblesTaken } from '../toy/marbles.ts';
import { HandClock } from './hand-clock.ts';
import { atRest, openBook } from './process-book.ts';
import { contentsOf } from './read-models.ts';
import { eventually } from './eventually.ts';

const HOUR = 3_600_000;

interface Wait {
  readonly since?: string;
}

/** Puts one marble back an hour after one was taken, unless somebody does so before. */
const minder = (fired: FiredTimer[] = [], name = 'minder') =>
  defineProcess<Wait>({
    name,
    initial: {},
    timers: {
      of: ({ since }) =>
        since === undefined
          ? []
          : [{ key: 'put-back', due: new Date(Date.parse(since) + HOUR).toISOString() }],
      fire: (_, timer, jar) => {
        fired.push(timer);
        return [send(AddMarbles, { jar, count: 1 })];
      },
    },
  })
    .on(MarblesTaken, {
      instance: ({ data }) => data.jar,
      step: (_, { meta }) => ({ state: { since: meta.occurredAt }, effects: [] }),
    })
    .on(MarblesAdded, {
      instance: ({ data }) => data.jar,
      step: () => ({ state: {}, effects: [] }),
    }) as Process;

const taken = (jar: string) => MarblesTaken({ jar, count: 1 });
const openTimed = () => {
  const time = new HandClock();
  const book = openBook(time);
  const take = (jar: string) => book.feed.append([taken(jar)], { occurredAt: time.now() });
  /** Wakes who rests, as the alarm would after a while: with news that concern nobody. */
  const wake = () => book.feed.append([{ type: 'Nothing', data: { jar: 'none' } }]);
  const timers = async () => (await contentsOf(`${book.book}-process:minder`)).timers;
  return { ...book, time, take, wake, timers };
};

it('fires when its instant has come, once, and says how late that was', async () => {
  const { desk, run, take, time, wake, feed, timers } = openTimed();
  const fired: FiredTimer[] = [];
  const runner = run(minder(fired));
  take('a');
  await atRest(runner);
  expect(runner.status()).toMatchObject([{ timers: 1, due: '2026-11-20T11:00:00.000Z' }]);
  time.forward(HOUR - 1);
  wake();
  await atRest(runner);
  expect(desk.sent).toEqual([]);
  time.forward(5 * HOUR + 1);
  wake();
  await eventually(() => expect(desk.sent).toHaveLength(1));
  await atRest(runner);
  expect(desk.sent).toEqual([
    {
      commandId: 'timer/minder/a/put-back/2026-11-20T11:00:00.000Z/0',
      type: 'AddMarbles',
      payload: { jar: 'a', count: 1 },
      actor: { id: 'process:minder', role: 'system' },
      occurredAt: '2026-11-20T11:00:00.000Z',
      correlationId: feed.events[0]?.meta.correlationId,
      causationId: feed.events[0]?.id,
    },
  ]);
  expect(fired).toEqual([
    {
      key: 'put-back',
      due: '2026-11-20T11:00:00.000Z',
      firedAt: '2026-11-20T16:00:00.000Z',
      late: 5 * HOUR,
    },
  ]);
  wake();
  await atRest(runner);
  expect(desk.sent).toHaveLength(1);
  expect(await timers()).toEqual([]);
});

it('is cancelled when the state names it no more', async () => {
  const { desk, feed, run, take, time, wake, timers } = openTimed();
  const runner = run(minder());
  take('a');
  take('b');
  await atRest(runner);
  feed.append([MarblesAdded({ jar: 'a', count: 1 })]);
  await atRest(runner);
  expect(await timers()).toMatchObject([{ instance: 'b', state: 'waiting' }]);
  time.forward(HOUR);
  wake();
  await eventually(() => expect(desk.sent).toMatchObject([{ payload: { jar: 'b' } }]));
});

it('fires late when the app was closed over its instant', async () => {
  const { desk, run, take, time } = openTimed();
  const fired: FiredTimer[] = [];
  const before = run(minder(fired));
  take('a');
  await atRest(before);
  await before.stop();
  time.forward(24 * HOUR);
  await atRest(run(minder(fired)));
  await eventually(() => expect(desk.sent).toHaveLength(1));
  expect(fired).toMatchObject([{ late: 23 * HOUR }]);
});

it('fires by itself, without any news', async () => {
  const { desk, run, take, time } = openTimed();
  const runner = run(minder());
  time.forward(-HOUR);
  take('a');
  time.forward(HOUR - 300);
  await atRest(runner);
  time.forward(300);
  await eventually(() => expect(desk.sent).toHaveLength(1));
});

it('never fires while there are events to fold: one of them may cancel it', async () => {
  const { desk, feed, run, take, time } = openTimed();
  for (let n = 0; n < 700; n += 1) take(`jar-${String(n)}`);
  time.forward(2 * HOUR);
  for (let n = 1; n < 700; n += 1) feed.append([MarblesAdded({ jar: `jar-${String(n)}`, count: 1 })]);
  feed.gate = 700;
  const runner = run(minder());
  await eventually(() => expect(runner.status()).toMatchObject([{ position: 700, timers: 700 }]));
  expect(desk.sent).toEqual([]);
  feed.gate = Number.POSITIVE_INFINITY;
  await eventually(() => expect(desk.sent).toMatchObject([{ payload: { jar: 'jar-0' } }]));
  await atRest(runner);
  expect(desk.sent).toHaveLength(1);
});

it.for(['before', 'after', 'in-doubt'] as const)('acts once when it is cut off: %s', async (fault) => {
  const { desk, run, take, time, wake, added } = openTimed();
  const runner = run(minder());
  take('a');
  take('b');
  await atRest(runner);
  desk.faults.push(fault, fault);
  time.forward(HOUR);
  wake();
  await eventually(() => expect(runner.status()[0]).toMatchObject({ state: 'failed', outbox: 2 }));
  await atRest(runner);
  expect(added()).toHaveLength(2);
  expect(new Set(desk.sent.map(({ commandId }) => commandId)).size).toBe(2);
});

it('neither loses nor doubles a timer when firing breaks off half-way', async () => {
  const { run, take, time, wake, added, timers } = openTimed();
  let broken = true;
  const process = minder();
  const brittle: Process = {
    ...process,
    timers: {
      of: (state) => process.timers?.of(state) ?? [],
      fire: (state, timer, jar) => {
        if (broken && jar === 'b') throw new Error('the tab died');
        return process.timers?.fire(state, timer, jar) ?? [];
      },
    },
  };
  const runner = run(brittle);
  take('a');
  take('b');
  await atRest(runner);
  time.forward(HOUR);
  wake();
  await eventually(() => expect(runner.status()[0]).toMatchObject({ state: 'failed', outbox: 0 }));
  expect(await timers()).toMatchObject([{ state: 'waiting' }, { state: 'waiting' }]);
  broken = false;
  await eventually(() => expect(added()).toHaveLength(2));
});

it('acts once when its database was lost after it had fired', async () => {
  const { book, desk, run, take, time, wake, added } = openTimed();
  const first = run(minder());
  take('a');
  await atRest(first);
  time.forward(HOUR);
  wake();
  await eventually(() => expect(added()).toHaveLength(1));
  await atRest(first);
  await first.stop();
  await Dexie.delete(`${book}-process:minder`);
  await atRest(run(minder()));
  expect(added()).toHaveLength(1);
  expect(new Set(desk.sent.map(({ commandId }) => commandId)).size).toBe(1);
});

it('acts once while two runners overlap', async () => {
  const { run, take, time, wake, added } = openTimed();
  const runners = [run(minder()), run(minder())];
  for (let n = 0; n < 20; n += 1) take(`jar-${String(n)}`);
  await Promise.all(runners.map(atRest));
  time.forward(HOUR);
  wake();
  await eventually(() => expect(added()).toHaveLength(20));
  await Promise.all(runners.map(atRest));
  expect(added()).toHaveLength(20);
});
