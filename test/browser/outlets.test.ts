import Dexie from 'dexie';
import { expect, it, onTestFinished } from 'vitest';
import * as z from 'zod/mini';
import { defineMessage, defineProcess, type Integration } from '../../src/kernel/index.ts';
import { createOutletDesk } from '../../src/engine/outlets/index.ts';
import { createOutlets, type Outlets } from '../../src/engine/outlets/outlets.ts';
import { nextMessage } from '../../src/engine/outlets/queue.ts';
import type { Attempt, Message } from '../../src/engine/outlets/shapes.ts';
import { openProcess, tablesOf, type Outgoing } from '../../src/engine/processes/process-store.ts';
import { MarblesAdded, MarblesTaken } from '../toy/marbles.ts';
import { ArrayFeed } from './array-feed.ts';
import { contentsOf, databases } from './read-models.ts';
import { eventually } from './eventually.ts';

const JarFilled = defineMessage('jar.filled', 1, z.object({ jar: z.string(), marbles: z.int() }));
const JarOpened = defineMessage('jar.opened', 1, z.object({ jar: z.string() }));

/** Tells how many marbles are in a jar: what was before any outlet counts too. */
const integration: Integration = {
  process: defineProcess<number>({ name: 'marbles-out', initial: 0 })
    .on(MarblesAdded, {
      instance: ({ data }) => data.jar,
      step: (before, { data }) => ({
        state: before + data.count,
        effects: [JarFilled({ jar: data.jar, marbles: before + data.count })],
      }),
    })
    .on(MarblesTaken, {
      instance: ({ data }) => data.jar,
      step: (before, { data }) => ({ state: before - data.count, effects: [JarOpened({ jar: data.jar })] }),
    }),
  messages: [JarFilled, JarOpened],
  person: ({ data }) => ({ owner: `owner of ${(data as { jar: string }).jar}`, age: 7 }),
  permission: 'jar.see',
};

const added = (jar = 'a', count = 1) => MarblesAdded({ jar, count });

/** Stands still until it is put forward: each pause of an outlet is over at once when it is. */
const openBook = () => {
  const book = `test-${crypto.randomUUID()}`;
  const feed = new ArrayFeed(book);
  const desk = createOutletDesk(book);
  const running: Outlets[] = [];
  const sent: Message[] = [];
  const answers: Attempt[] = [];
  let now = Date.parse('2026-11-20T10:00:00.000Z');
  const clock = { now: () => new Date(now).toISOString(), elapsed: () => performance.now() };
  onTestFinished(async () => {
    await Promise.all(running.map((each) => each.stop()));
    desk.close();
    await Promise.all((await databases(book)).map((name) => Dexie.delete(name)));
  });
  const run = (of = feed): Outlets => {
    const deliver = (_: unknown, message: Message) => {
      sent.push(message);
      return Promise.resolve(answers.shift() ?? { taken: true as const });
    };
    const outlets = createOutlets({ book, integration, feed: of, clock, deliver });
    running.push(outlets);
    outlets.wake();
    return outlets;
  };
  const listen = async (id: string, more: object = {}) => {
    const outlet = {
      id,
      kind: 'webhook' as const,
      url: 'https://example.org/',
      types: [],
      personal: false,
      on: true,
    };
    const [last] = feed.events.slice(-1);
    await desk.save({ ...outlet, ...more }, { position: feed.head(), eventId: last?.id ?? '' });
    running.forEach((each) => {
      each.wake();
    });
  };
  /** Time passes: whoever waits for another attempt makes it. */
  const later = async (milliseconds = 600_000) => {
    now += milliseconds;
    await Promise.all((await desk.list()).map(({ id }) => desk.hurry(id)));
    running.forEach((each) => {
      each.wake();
    });
  };
  const noted = async () => (await contentsOf(`${book}-process:marbles-out`)).outbox;
  return { book, feed, desk, run, listen, later, sent, answers, noted };
};

const marbles = (sent: readonly Message[]) => sent.map(({ data }) => data['marbles']);

it('tells an outlet what happens from then on, knowing what was before', async () => {
  const { feed, run, listen, sent, noted, desk } = openBook();
  feed.append([added(), added()]);
  run();
  await listen('x');
  feed.append([added()], { occurredAt: '2026-11-19T00:00:00.000Z' });
  await eventually(() => expect(sent).toHaveLength(1));
  expect(sent).toEqual([
    {
      id: `process/marbles-out/a/${feed.events[2]?.id ?? ''}/0`,
      type: 'jar.filled',
      version: 1,
      occurredAt: '2026-11-19T00:00:00.000Z',
      position: 3,
      data: { jar: 'a', marbles: 3, person: { owner: '•••', age: 7 } },
    },
  ]);
  await eventually(async () => expect(await noted()).toEqual([]));
  expect(await desk.list()).toMatchObject([{ id: 'x', cursor: { delivered: 1, attempts: 0 } }]);
});

it('costs nothing while nobody listens', async () => {
  const { book, feed, run } = openBook();
  const outlets = run();
  feed.append([added(), added()]);
  // It has looked by then whether anybody does.
  await outlets.stop();
  expect(await databases(book)).toEqual([`${book}-outlets`]);
  expect(outlets.progress()).toBeUndefined();
});

it('gives each outlet what it asked for, and persons only where they may go', async () => {
  const { feed, run, listen, sent } = openBook();
  run();
  await listen('opened', { types: ['jar.opened'], personal: true });
  feed.append([added(), MarblesTaken({ jar: 'a', count: 1 }), added()]);
  await eventually(() => expect(sent).toHaveLength(1));
  expect(sent).toMatchObject([{ type: 'jar.opened', data: { person: { owner: 'owner of a' } } }]);
});

it('keeps the order: what is behind waits for as long as nobody is reached', async () => {
  const { feed, run, listen, later, sent, answers, desk } = openBook();
  run();
  await listen('x');
  answers.push(...Array.from({ length: 8 }, () => ({ taken: false, trouble: 'unreachable' }) as const));
  feed.append([added(), added(), added()]);
  for (let n = 1; n <= 8; n += 1) {
    await eventually(() => expect(sent).toHaveLength(n));
    await eventually(async () => expect((await desk.list())[0]?.cursor.attempts).toBe(n));
    await later();
  }
  await eventually(() => expect(marbles(sent.slice(8))).toEqual([1, 2, 3]));
  expect(marbles(sent.slice(0, 8))).toEqual(Array(8).fill(1));
  expect(new Set(sent.slice(0, 9).map(({ id }) => id)).size).toBe(1);
  expect((await desk.list())[0]?.deadLetters).toEqual([]);
});

it('puts aside what is refused, lets the rest go, and leaves it out for a reason', async () => {
  const { feed, run, listen, later, sent, answers, desk } = openBook();
  run();
  await listen('x');
  answers.push(
    ...Array.from({ length: 5 }, () => ({ taken: false, trouble: 'refused', status: 422 }) as const),
  );
  feed.append([added(), added()]);
  for (let n = 1; n < 5; n += 1) {
    await eventually(async () => expect((await desk.list())[0]?.cursor.attempts).toBe(n));
    await later();
  }
  await eventually(() => expect(marbles(sent)).toEqual([1, 1, 1, 1, 1, 2]));
  expect((await desk.list())[0]).toMatchObject({
    cursor: { delivered: 1, attempts: 0 },
    deadLetters: [{ position: 1, n: 0, trouble: 'refused', status: 422, attempts: 5, state: 'aside' }],
  });
  const deed = { outlet: 'x', position: 1, n: 0, state: 'left-out', reason: 'known there' } as const;
  await desk.settle(deed, 'ann', '2026-11-20T12:00:00.000Z');
  await later();
  expect((await desk.list())[0]?.deadLetters).toMatchObject([
    { state: 'left-out', reason: 'known there', by: 'ann' },
  ]);
  expect(sent).toHaveLength(6);
});

it('loses nothing between two workers, and nothing that waited when the app was closed', async () => {
  const { feed, run, listen, later, sent, answers } = openBook();
  const first = run();
  await listen('x');
  answers.push({ taken: false, trouble: 'unreachable' });
  feed.append([added()]);
  await eventually(() => expect(sent).toHaveLength(1));
  await first.stop();
  feed.append([added()]);
  run();
  run();
  await later();
  await eventually(() => expect(new Set(marbles(sent))).toEqual(new Set([1, 2])));
  const firsts = [...new Map(sent.map((message) => [message.id, message])).values()];
  expect(marbles(firsts)).toEqual([1, 2]);
});

it('begins at the head of a log that is not the one that it had told of', async () => {
  const { feed, run, listen, sent } = openBook();
  const first = run();
  await listen('x');
  feed.append([added(), added()]);
  await eventually(() => expect(sent).toHaveLength(2));
  await first.stop();
  const restored = new ArrayFeed('restored');
  restored.append([added('b'), added('b'), added('b')]);
  const second = run(restored);
  await eventually(() => expect(second.progress()).toMatchObject({ position: 3 }));
  restored.append([added('b')]);
  await eventually(() => expect(marbles(sent)).toEqual([1, 2, 4]));
});

it.for(['http://example.org/hook', 'https://ann:secret@example.org/', 'javascript:alert(1)', 'nowhere'])(
  'sends nothing to %s',
  async (url) => {
    const { desk } = openBook();
    const outlet = { id: 'x', kind: 'webhook', url, types: [], personal: false, on: true } as const;
    expect(await desk.save(outlet, { position: 0, eventId: '' })).toMatchObject({ code: 'outlet-address' });
    expect(await desk.list()).toEqual([]);
  },
);

it('passes over no message that is noted while it looks for the next', async () => {
  const book = `test-${crypto.randomUUID()}`;
  const db = await openProcess(book, integration.process);
  onTestFinished(async () => {
    db.close();
    await Dexie.delete(db.name);
  });
  for (let position = 1; position <= 100; position += 1) {
    const looking = nextMessage(db, { position: position - 1, n: Number.MAX_SAFE_INTEGER }, []);
    const noting = tablesOf(db).outbox.put({ position, n: 0, command: {} } as unknown as Outgoing);
    const { next, last } = await looking;
    // Every message goes to this outlet: none is last without being next.
    expect(last).toEqual(next);
    await noting;
  }
});
