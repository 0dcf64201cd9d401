import { expect, it, vi } from 'vitest';
import { JarsByMarbles } from '../toy/marbles.ts';
import { added, served, tamper, view } from './rebuilds.ts';
import { eventually } from './eventually.ts';

/** The rows that are read, compared with the log on somebody's word. */

it('finds rows that are what the log says', async () => {
  const { projector } = await served();
  expect(await projector.check(view)).toEqual({ rows: 51 });
});

it('finds a row that is not, and mends nothing', async () => {
  const { bench, projector } = await served();
  await tamper(`${bench.book}-view:jars@1`, (db) => db.table('jars').put({ jar: 'jar-1', marbles: 999 }));
  const { problem } = await projector.check(view);
  expect(problem).toContain('jars: 50 rows, with other contents');
  expect(await projector.check(view)).toHaveProperty('problem');
});

it('takes nothing for wrong that came while it compared, and lets the list go on', async () => {
  const { bench, projector } = await served(20_000);
  const checked = vi.fn();
  const found = projector.check(view).finally(checked);
  while (checked.mock.calls.length === 0) {
    bench.feed.append([added('taken-meanwhile')]);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(await found).toEqual({ rows: expect.any(Number) as number });
  const head = bench.feed.append([added('after')]);
  await eventually(() => expect(projector.status()[0]).toMatchObject({ position: head }));
  const { answer } = await bench.readSide.query(JarsByMarbles, {}, { atLeast: head, timeoutMs: 60_000 });
  expect(answer.total).toBe(head);
});

it('leaves a list that there is not, or that is just being rebuilt, for later', async () => {
  const { bench, projector } = await served();
  expect(await projector.check('jugs')).toEqual({});
  bench.feed.gate = 100;
  await projector.repair({ do: 'rebuild', view }, 'ann');
  await eventually(() => expect(projector.status()[0]).toHaveProperty('rebuild'));
  expect(await projector.check(view)).toEqual({});
});
