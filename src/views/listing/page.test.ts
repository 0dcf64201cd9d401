import { expect, it } from 'vitest';
import { on } from '../../kernel/index.ts';
import { memoryView } from '../../../test/spec/memory-tables.ts';
import { recorded } from '../../../test/spec/projection.ts';
import { jars, jarView, MarblesAdded } from '../../../test/toy/marbles.ts';
import { page } from './page.ts';

const shelf = (count: number) => {
  const view = memoryView(jarView);
  const names = Array.from({ length: count }, (_, n) => `jar-${String(n).padStart(5, '0')}`);
  view.apply(recorded(...names.map((jar) => on(jars, jar, MarblesAdded({ jar, count: 1 })))));
  return view.tables.jars;
};
const walk = { range: {}, limit: 5, at: (row: { jar: string }) => row.jar };

it('stops reading after a while when hardly a row matches, and says where to go on', async () => {
  const table = shelf(2500);
  const matches = (row: { jar: string }) => row.jar === 'jar-02400';
  const first = await page({ ...walk, table, matches });
  expect(first).toEqual({ rows: [], next: 'jar-01999' });
  await expect(page({ ...walk, table, matches, after: first.next })).resolves.toEqual({
    rows: [{ jar: 'jar-02400', marbles: 1 }],
  });
});

it('promises no further page where there is none', async () => {
  const table = shelf(10);
  const { next } = await page({ ...walk, table });
  expect(next).toBe('jar-00004');
  await expect(page({ ...walk, table, after: next })).resolves.not.toHaveProperty('next');
});
