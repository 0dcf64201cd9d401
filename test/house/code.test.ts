import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { codeIn } from '../../.ci/code.mjs';
import { projections } from '../../src/views/index.ts';

const ROOT = join(import.meta.dirname, '../..');
let src: string;

beforeEach(() => {
  src = mkdtempSync(join(tmpdir(), 'counterfoil-code-'));
  for (const room of ['kernel', 'domain', 'views'])
    cpSync(join(ROOT, 'src', room), join(src, room), { recursive: true });
});
afterEach(() => {
  rmSync(src, { recursive: true, force: true });
});

const changing = (file: string) => {
  const before = codeIn(src);
  appendFileSync(join(src, file), '\nexport const somethingElse = 1;\n');
  const after = codeIn(src);
  return {
    reducers: before.reducers !== after.reducers,
    projections: JSON.stringify(before.projections) !== JSON.stringify(after.projections),
  };
};

it('is the same wherever and however often it is taken', () => {
  expect(codeIn(src)).toEqual(codeIn(join(ROOT, 'src')));
});

it('knows every read model, and touches only those whose projection can reach what has changed', () => {
  const fingerprints = () => codeIn(src).projections as Readonly<Record<string, string>>;
  const before = fingerprints();
  expect(Object.keys(before).sort()).toEqual(projections.map(({ name }) => name).sort());
  appendFileSync(join(src, 'views/sales/worth.ts'), '\nexport const somethingElse = 1;\n');
  const after = fingerprints();
  expect(Object.keys(after).filter((view) => after[view] !== before[view])).toEqual(['sales']);
});

it.each([
  ['domain/stock/state.ts', { reducers: true, projections: true }],
  ['domain/stock/claims.ts', { reducers: true, projections: true }],
  ['kernel/aggregate.ts', { reducers: true, projections: true }],
  ['views/order-list/projection.ts', { reducers: false, projections: true }],
  ['domain/stock/keeping.test.ts', { reducers: false, projections: false }],
])('tells whether a change of %s may change what is folded', (file, expected) => {
  expect(changing(file)).toEqual(expected);
});
