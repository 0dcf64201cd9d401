import Dexie from 'dexie';
import { expect, it } from 'vitest';
import { JarsByMarbles } from '../toy/marbles.ts';
import type { Bench } from './read-models.ts';
import { added, isLive, served, tamper, view } from './rebuilds.ts';
import { eventually } from './eventually.ts';

const steps: Record<string, (bench: Bench) => Promise<unknown>> = {
  'between writing down what was asked for and making the database': ({ registry }) =>
    registry.generations.toArray(),
  'with its database gone': async ({ book }) => {
    await tamper(`${book}-view:jars@1`, () => Promise.resolve());
    await Dexie.delete(`${book}-view:jars@2`);
  },
  'with the generation before gone': ({ book }) => Dexie.delete(`${book}-view:jars@1`),
};

it.for(Object.entries(steps))('gets up after a kill %s', async ([, kill]) => {
  const { bench, projector } = await served();
  bench.feed.gate = 0;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await projector.stop();
  await kill(bench);
  bench.feed.gate = Number.POSITIVE_INFINITY;
  const next = bench.project();
  await eventually(() => expect(next.status()[0]).toMatchObject({ state: 'live' }));
  await eventually(() => expect(next.status()[0]).not.toHaveProperty('rebuild'));
  const { answer, stale } = await bench.readSide.query(
    JarsByMarbles,
    {},
    { atLeast: 300, timeoutMs: 60_000 },
  );
  expect([answer.total, stale]).toEqual([300, false]);
});

it('finishes after a kill between the swap and whatever comes after it', async () => {
  const { bench, projector } = await served();
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await isLive(projector, 2);
  await projector.stop();
  // As if the database of the one before the one before had not been dropped, and nothing had followed the new one.
  await tamper(`${bench.book}-view:jars@2`, () => Promise.resolve());
  bench.feed.append([added('a')]);
  const next = bench.project();
  await isLive(next, 2);
  expect(next.status()[0]).toMatchObject({ before: 1, position: 301 });
});
