import { describe, expect, it } from 'vitest';
import { on, type Projection } from '../../src/kernel/index.ts';
import { projections } from '../../src/views/index.ts';
import { recorded } from '../spec/projection.ts';
import { jars, jarView, MarblesAdded } from '../toy/marbles.ts';
import { historyIn, lacking, linesOf, madeHistory, type History } from './history.ts';
import { compareRows, rowsLockOf } from './rows.ts';
import lines from './history.jsonl?raw';
import lock from './rows.lock.json';

const history = historyIn(lines);

/** Books out there keep the rows that they have until the version is raised: what rows mean may not change without it. */
it('has every read model make of the history what the lock knows', () => {
  const { broken, news } = compareRows(lock, projections, history);
  expect(broken, 'raise the version').toEqual([]);
  expect(news, 'run `npm run schemas` to accept what is new').toEqual([]);
});

/** Of what is never said in it, read models could make anything. */
it('has a history that says all that events may say to a read model', () => {
  expect(lacking(history), 'run `npm run schemas` to have the history made anew').toEqual([]);
});

it('can have the history made anew', async () => {
  const made = await madeHistory();
  expect(lacking(made), 'let it be said in test/spec/full-book.ts').toEqual([]);
  expect(linesOf(historyIn(linesOf(made)))).toBe(linesOf(made));
});

describe('the lock of rows', () => {
  const added = (count: number) => on(jars, 'a', MarblesAdded({ jar: 'a', count }));
  const books = [recorded(added(3)), recorded(added(1), added(1))];
  const kept = rowsLockOf([jarView], books);
  const now = (view: Partial<Projection>, of: History = books) =>
    compareRows(kept, [{ ...jarView, ...view }], of);
  const lazy = { changes: () => [] };

  it('has nothing to say when nothing has changed', () => {
    expect(now({})).toEqual({ broken: [], news: [] });
  });

  it('is broken by other rows under the same version', () => {
    const reason =
      'What «jars» makes of the history changed, but its version did not: ' +
      'raise `version` in src/views/jars/projection.ts, then `npm run schemas` accepts it';
    expect(now(lazy)).toEqual({ broken: [reason], news: [] });
    expect(now({ derived: () => [] }).broken).toEqual([reason]);
  });

  it('is broken by a lower version, whatever the rows and the history', () => {
    const fell = ['«jars» fell from version 1 to 0'];
    expect(now({ version: 0 }).broken).toEqual(fell);
    expect(now({ ...lazy, version: 0 }, [recorded(added(2))]).broken).toEqual(fell);
  });

  it.each<[string, Partial<Projection>, string[]]>([
    ['a raised version', { ...lazy, version: 2 }, ['jars@2']],
    ['a raised version that changed no row', { version: 2 }, ['jars@2']],
    ['a new read model, and that another is gone', { name: 'cups' }, ['cups@1', 'jars is gone']],
  ])('takes %s as news', (_, view, news) => {
    expect(now(view)).toEqual({ broken: [], news });
  });

  it('asks for no version where the history is another, only to be accepted', () => {
    expect(now({}, [recorded(added(2))])).toEqual({ broken: [], news: ['the history'] });
  });
});
