import { describe, expect, it } from 'vitest';
import { createMemoryLog } from '../../src/engine/log/memory-log.ts';
import { marbleTrade } from '../toy/marbles.ts';
import { newerMarbleTrade } from '../toy/newer-marbles.ts';
import { tab } from './tab.ts';

/** A log that holds what this version does not know: kept, shown, and never taken for something else. */
const written = async () => {
  const log = createMemoryLog();
  const old = await tab(log, marbleTrade);
  await old.send('c1', 'AddMarbles', { jar: 'a', count: 3 });
  const young = await tab(log, newerMarbleTrade);
  await young.send('c2', 'AddMarbles', { jar: 'a', count: 2, colour: 'red' });
  return { log, old, young };
};

describe('an event of a newer version', () => {
  it('is shown as it is, by a name that nothing folds', async () => {
    const { log } = await written();
    const { feed } = await tab(log, marbleTrade);
    expect(await feed.read(0, 9)).toMatchObject([
      { type: 'MarblesAdded', data: { jar: 'a', count: 3 } },
      { type: 'MarblesAdded@2', schemaVersion: 2, data: { jar: 'a', count: 2, colour: 'red' } },
    ]);
  });

  it.each([
    ['that was there when it happened', 'old'],
    ['that opened the book later', 'late'],
  ])('ends the writing of an older version %s', async (_, which) => {
    const { log, old } = await written();
    const older = which === 'old' ? old : await tab(log, marbleTrade);
    expect(await older.send('c3', 'AddMarbles', { jar: 'a', count: 1 })).toEqual({
      status: 'in-doubt',
      commandId: 'c3',
      reason: 'newer-version',
    });
    expect(older.failures.map(({ fault }) => fault)).toEqual(['newer-version']);
    expect((await log.head()).position).toBe(2);
  });

  it('reads what an older one has written as of its own version', async () => {
    const { young } = await written();
    expect(await young.feed.read(0, 1)).toMatchObject([
      { type: 'MarblesAdded', schemaVersion: 1, data: { jar: 'a', count: 3, colour: 'plain' } },
    ]);
  });
});
