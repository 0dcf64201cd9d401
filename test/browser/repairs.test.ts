import Dexie from 'dexie';
import { expect, it } from 'vitest';
import type { Client, Repair } from '../../src/client/index.ts';
import { JarsByMarbles } from '../toy/marbles.ts';
import { eventually } from './eventually.ts';
import { marbleTabs } from './marble-tabs.ts';
import { someTime } from './some-time.ts';
import { terminating } from './terminating.ts';

/** Repairs as a page asks for them: through a real worker, and through its death. */

const { now, tab } = marbleTabs();

const add = (client: Client, jar: string) =>
  client.dispatch('AddMarbles', { jar, count: 1 }, { durability: 'relaxed' });
const statusOf = async (client: Client) => (await client.health()).views[0];
const inGeneration = (client: Client, generation: number) =>
  eventually(async () => expect(await statusOf(client)).toMatchObject({ state: 'live', generation }));

/** Of a row that an event can't be folded into: what only a broken program or disk leaves behind. */
const BROKEN = { valueOf: undefined, toString: undefined };
const putRow = async (jar: string, marbles: unknown): Promise<void> => {
  const db = await new Dexie(`${now.book}-view:jars@1`).open();
  await db.table('jars').put({ jar, marbles });
  db.close();
};

it('rebuilds at the word of a tab that does not lead, is told by all, and written down', async () => {
  const one = tab();
  await add(one, 'red');
  await inGeneration(one, 1);
  const two = tab();
  expect(await two.repair([{ do: 'rebuild', view: 'jars' }], 'once')).toMatchObject({ status: 'accepted' });
  await two.repair([{ do: 'rebuild', view: 'jars' }], 'once');
  await inGeneration(one, 2);
  expect(await statusOf(two)).toMatchObject({ before: 1, verified: { rows: 2 } });
  expect(await two.repairs(9)).toMatchObject([
    { id: 'once/0000', actor: 'ann', repair: { do: 'rebuild', view: 'jars' }, state: 'done' },
  ]);
});

it('says why something could not be done', async () => {
  const client = tab();
  await add(client, 'red');
  await inGeneration(client, 1);
  await client.repair([
    { do: 'roll-back', view: 'jars' },
    { do: 'rebuild', view: 'jugs' },
  ]);
  await eventually(async () => {
    const whys = (await client.repairs(9)).map(({ state, why }) => `${state}: ${String(why)}`).sort();
    expect(whys).toEqual(['failed: No former one is kept.', 'failed: There is no read model jugs.']);
  });
});

it('writes down nothing that is no repair, nor a skip without a reason', async () => {
  const client = tab();
  const wrong = [
    { do: 'burn', view: 'jars' },
    { do: 'skip', view: 'jars', stream: 'jar-bad', reason: ' ' },
  ];
  for (const repair of wrong)
    expect(await client.repair([repair as Repair])).toMatchObject({
      status: 'rejected',
      rejection: { code: 'invalid-payload' },
    });
  expect(await client.repairs(9)).toEqual([]);
});

it('lets no process act again because read models are made again', async () => {
  const client = tab();
  await client.dispatch('AddMarbles', { jar: 'leaky', count: 3 });
  await client.dispatch('MoveMarbles', { from: 'leaky', to: 'red', count: 2 });
  await client.query(JarsByMarbles, {}, { atLeast: 4, timeoutMs: 60_000 });
  const before = await client.events({ after: 0, limit: 99 });
  await client.repair([{ do: 'rebuild', view: 'jars' }]);
  await inGeneration(client, 2);
  const { head, processes } = await client.health();
  expect([head.position, processes[0]?.position]).toEqual([4, 4]);
  expect(await client.events({ after: 0, limit: 99 })).toEqual(before);
});

terminating('goes on after the worker was killed at any moment of a rebuild', async () => {
  const client = tab();
  for (let n = 0; n < 300; n += 1) void add(client, `jar-${String(n)}`);
  await eventually(async () => expect((await client.health()).head.position).toBe(300));
  await inGeneration(client, 1);
  const wait = someTime();
  for (let generation = 2; generation < 7; generation += 1) {
    await client.repair([{ do: 'rebuild', view: 'jars' }]);
    await wait(60);
    now.workers.at(-1)?.terminate();
    await inGeneration(client, generation);
    const { answer } = await client.query(JarsByMarbles, {}, { atLeast: 300, timeoutMs: 60_000 });
    expect(answer.total).toBe(300);
  }
});

it('shows what could not be taken in, with the event and the row as it stands, until the row is made again', async () => {
  const client = tab();
  await add(client, 'bad');
  await client.query(JarsByMarbles, {}, { atLeast: 1, timeoutMs: 60_000 });
  await putRow('bad', BROKEN);
  await add(client, 'bad');
  await add(client, 'good');
  await eventually(async () => expect(await statusOf(client)).toMatchObject({ state: 'parked', parked: 1 }));
  const [letter] = await client.deadLetters();
  expect(letter).toMatchObject({
    view: 'jars',
    stream: 'jar-bad',
    position: 2,
    type: 'MarblesAdded',
    error: { name: 'TypeError' },
    attempts: 3,
    waiting: 0,
  });
  expect(await client.deadLetter({ view: 'jars', stream: 'jar-bad' })).toMatchObject({
    entry: { position: 2 },
    data: { value: { jar: 'bad' } },
    standing: { rows: [{ table: 'jars', key: 'bad', value: { jar: 'bad', marbles: BROKEN } }], more: false },
  });
  await client.repair([{ do: 'rebuild', view: 'jars' }]);
  await inGeneration(client, 2);
  expect(await client.deadLetters()).toEqual([]);
  expect((await client.query(JarsByMarbles, {}, { atLeast: 3, timeoutMs: 60_000 })).answer.total).toBe(3);
});

it('tries all again by one deed, which says how much still can’t be taken in', async () => {
  const client = tab();
  const jars = ['worse', 'bad'];
  for (const jar of jars) await add(client, jar);
  await client.query(JarsByMarbles, {}, { atLeast: 2, timeoutMs: 60_000 });
  for (const [n, jar] of jars.entries()) {
    await putRow(jar, BROKEN);
    await add(client, jar);
    await eventually(async () => expect(await statusOf(client)).toMatchObject({ parked: n + 1 }));
  }
  await putRow('bad', 1);
  await client.repair([{ do: 'retry-all' }], 'all');
  await eventually(async () =>
    expect(await client.repairs(9)).toMatchObject([
      {
        ...{ id: 'all/0000', actor: 'ann', repair: { do: 'retry-all' }, state: 'failed' },
        why: '1 of 2 still can’t be taken in.',
      },
    ]),
  );
  // What was taken in late is put into its order by a rebuild, which makes the broken row again.
  await inGeneration(client, 2);
  expect(await client.deadLetters()).toEqual([]);
  expect((await client.query(JarsByMarbles, {}, { atLeast: 4, timeoutMs: 60_000 })).answer.total).toBe(4);
});
