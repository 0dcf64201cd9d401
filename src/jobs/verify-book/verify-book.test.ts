import { describe, expect, it } from 'vitest';
import type { ChainPoint, Inspection, JobContext } from '../../kernel/index.ts';
import { VerifyBook } from './index.ts';

const hashAt = (position: number): ChainPoint => ({ position, hash: `hash ${String(position)}` });

/** A book of 100 entries in stretches of 40, with two lists. */
const sound: Inspection = {
  head: () => 100,
  chain: (after) => {
    const position = Math.min(100, (after?.position ?? 0) + 40);
    return Promise.resolve({ whole: true, at: hashAt(position), commits: 40, end: position === 100 });
  },
  snapshots: () => Promise.resolve({ streams: 2, mended: [] }),
  views: () => ['orders', 'stock'],
  view: () => Promise.resolve({ rows: 7 }),
};

/** Each chunk on its own, with nothing but what a reload leaves. */
const verify = async (inspection: Inspection) => {
  const context = { inspection } as unknown as JobContext;
  const progress: number[] = [];
  let kept = { cursor: VerifyBook.start, report: VerifyBook.emptyReport };
  for (;;) {
    const chunk = await VerifyBook.chunk({}, { ...kept, memory: new Map() }, context);
    if (!chunk.ok) throw new Error(chunk.error.code);
    const { cursor, report, finished } = chunk.value;
    progress.push(chunk.value.progress.done / chunk.value.progress.total);
    kept = JSON.parse(JSON.stringify({ cursor, report })) as typeof kept;
    if (finished) return { report, progress };
  }
};

describe('checking the book', () => {
  it('goes through the log in stretches, then through list after list', async () => {
    const { report, progress } = await verify(sound);
    expect(report).toEqual({
      ...{ entries: 100, commits: 120, folded: { streams: 2, mended: [] } },
      lists: [
        { view: 'orders', rows: 7 },
        { view: 'stock', rows: 7 },
      ],
    });
    expect(progress).toEqual([40 / 300, 80 / 300, 1 / 3, 1 / 3, 2 / 3, 1]);
  });

  it('says where the log is broken, and looks at the lists all the same', async () => {
    const broken = { whole: false as const, position: 41, problem: 'a record is missing before this one' };
    const { report } = await verify({
      ...sound,
      chain: (after) => (after ? Promise.resolve(broken) : sound.chain(after)),
    });
    expect(report).toMatchObject({
      entries: 40,
      problem: { position: 41, what: 'a record is missing before this one' },
      lists: [{ view: 'orders' }, { view: 'stock' }],
    });
    // What is kept folded can't be told by it.
    expect(report).not.toHaveProperty('folded');
  });

  it('says what was kept folded wrongly', async () => {
    const folded = { streams: 2, mended: ['stock-tea'] };
    const { report } = await verify({ ...sound, snapshots: () => Promise.resolve(folded) });
    expect(report).toMatchObject({ folded, lists: [{ view: 'orders' }, { view: 'stock' }] });
  });

  it('says which list is not what the log says', async () => {
    const problem = 'stock: 6 rows instead of 7';
    const { report } = await verify({
      ...sound,
      view: (name) => Promise.resolve(name === 'stock' ? { problem } : { rows: 7 }),
    });
    expect(report.lists).toEqual([
      { view: 'orders', rows: 7 },
      { view: 'stock', problem },
    ]);
  });

  it('ends at once in an empty book', async () => {
    const end = { whole: true as const, at: hashAt(0), commits: 0, end: true };
    const { report } = await verify({
      ...sound,
      ...{ head: () => 0, views: () => [] },
      chain: () => Promise.resolve(end),
    });
    expect(report).toEqual({ entries: 0, commits: 0, folded: { streams: 2, mended: [] }, lists: [] });
  });
});
