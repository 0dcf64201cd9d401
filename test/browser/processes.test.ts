import Dexie from 'dexie';
import { expect, it, vi } from 'vitest';
import { defineProcess, send } from '../../src/kernel/index.ts';
import { AddMarbles, MarblesAdded, MarblesTaken } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';
import { atRest, openBook } from './process-book.ts';
import { contentsOf } from './read-models.ts';
import { eventually } from './eventually.ts';

const taken = (jar = 'leaky', count = 1) => MarblesTaken({ jar, count });

it('reacts to what concerns it, with commands that name their cause', async () => {
  const { feed, desk, run } = openBook();
  const runner = run();
  const meta = { correlationId: 'intent', occurredAt: '1997-03-01T00:00:00.000Z' };
  feed.append([taken('tight'), taken('leaky')], meta);
  await atRest(runner);
  const cause = feed.events[1]?.id ?? '';
  expect(desk.sent).toEqual([
    {
      commandId: `process/mender/leaky/${cause}/0`,
      type: 'AddMarbles',
      payload: { jar: 'leaky', count: 1 },
      actor: { id: 'process:mender', role: 'system' },
      occurredAt: '1997-03-01T00:00:00.000Z',
      correlationId: 'intent',
      causationId: cause,
    },
  ]);
});

it.for(['before', 'after', 'in-doubt'] as const)(
  'does each thing once when it is cut off: %s',
  async (fault) => {
    const { feed, desk, run, added } = openBook();
    const runner = run();
    await atRest(runner);
    desk.faults.push(fault, fault);
    feed.append([taken(), taken()]);
    await eventually(() => expect(runner.status()[0]).toMatchObject({ state: 'failed', outbox: 2 }));
    await atRest(runner);
    expect(added()).toHaveLength(2);
    expect(new Set(desk.sent.map(({ commandId }) => commandId)).size).toBe(2);
    expect(desk.sent).toHaveLength(6);
  },
);

it('sends what an earlier run had left in its outbox, before anything else', async () => {
  const { book, feed, desk, run, added } = openBook();
  desk.faults.push('before', 'before', 'before', 'before', 'before');
  const first = run();
  feed.append([taken(), taken()]);
  await eventually(() => expect(first.status()[0]?.state).toBe('failed'));
  await first.stop();
  expect((await contentsOf(`${book}-process:mender`)).outbox).toHaveLength(2);
  desk.faults.length = 0;
  feed.append([taken()]);
  await atRest(run());
  expect(added()).toHaveLength(3);
  expect(added().map(({ meta }) => meta.causationId)).toEqual(
    feed.events.filter(({ type }) => type === 'MarblesTaken').map(({ id }) => id),
  );
  const { instances, outbox } = await contentsOf(`${book}-process:mender`);
  expect(instances).toEqual([{ id: 'leaky', state: { mended: 3 } }]);
  expect(outbox).toEqual([]);
});

it('keeps what the domain refused, and goes on', async () => {
  const { book, feed, run, added } = openBook();
  const generous = defineProcess<number>({ name: 'generous', initial: 0 }).on(MarblesTaken, {
    instance: ({ data }) => data.jar,
    step: (state, { data }) => ({
      state: state + 1,
      effects: [send(AddMarbles, { jar: data.jar, count: data.count * 5 })],
    }),
  });
  const runner = run(generous);
  feed.append([taken('a', 2), taken('a', 1)]);
  await atRest(runner);
  expect(added()).toMatchObject([{ data: { jar: 'a', count: 5 } }]);
  expect(runner.status()).toMatchObject([{ refused: 1 }]);
  expect((await contentsOf(`${book}-process:generous`)).refused).toMatchObject([
    { position: 1, n: 0, command: { payload: { jar: 'a', count: 10 } }, rejection: { code: 'too-many' } },
  ]);
});

it('sends many commands together, in the order of their causes', async () => {
  const { feed, desk, run, added } = openBook();
  const dispatch = vi.spyOn(desk, 'dispatch');
  feed.append(Array.from({ length: 450 }, () => taken()));
  await atRest(run());
  expect(added()).toHaveLength(450);
  expect(dispatch.mock.calls.map(([commands]) => commands.length)).toEqual([200, 200, 50]);
  expect(added().map(({ meta }) => meta.causationId)).toEqual(feed.events.slice(0, 450).map(({ id }) => id));
});

it('adds nothing when its database was lost and it begins from the first event', async () => {
  const { book, feed, desk, run, added } = openBook();
  const first = run();
  feed.append([taken(), taken()]);
  await atRest(first);
  await first.stop();
  await Dexie.delete(`${book}-process:mender`);
  await atRest(run());
  expect(desk.sent).toHaveLength(4);
  expect(added()).toHaveLength(2);
});

it('begins anew when the log is not the one that it had followed', async () => {
  const { book, feed, run } = openBook();
  const first = run();
  feed.append([taken(), taken(), taken()]);
  await atRest(first);
  await first.stop();
  const restored = new ArrayFeed('restored');
  restored.append([taken()]);
  await atRest(run(undefined, restored));
  expect((await contentsOf(`${book}-process:mender`)).instances).toEqual([
    { id: 'leaky', state: { mended: 1 } },
  ]);
});

it('does each thing once while two runners overlap', async () => {
  const { book, feed, run, added } = openBook();
  const runners = [run(), run()];
  for (let n = 0; n < 30; n += 1) {
    feed.append([taken(), taken()]);
    if (n % 5 === 0) await eventually(() => expect(added().length).toBeGreaterThan(n));
  }
  await Promise.all(runners.map(atRest));
  expect(added()).toHaveLength(60);
  expect((await contentsOf(`${book}-process:mender`)).instances).toEqual([
    { id: 'leaky', state: { mended: 60 } },
  ]);
});

it('gives ids of bounded length to a chain of reactions', async () => {
  const { feed, desk, run } = openBook();
  const echo = defineProcess<number>({ name: 'echo', initial: 0 }).on(MarblesAdded, {
    instance: ({ data }) => data.jar,
    step: (state, { data }) => ({
      state: state + 1,
      effects: state < 8 ? [send(AddMarbles, { jar: data.jar, count: 1 })] : [],
    }),
  });
  const runner = run(echo);
  feed.append([MarblesAdded({ jar: 'a', count: 1 })]);
  await eventually(() => expect(feed.head()).toBe(9));
  await atRest(runner);
  expect(new Set(desk.sent.map(({ commandId }) => commandId)).size).toBe(8);
  expect(Math.max(...desk.sent.map(({ commandId }) => commandId.length))).toBeLessThanOrEqual(200);
});
