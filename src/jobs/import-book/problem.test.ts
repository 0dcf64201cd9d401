import { expect, it } from 'vitest';
import { noProblems, problem, withProblems } from './problem.ts';

const found = (code: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({ file: 'a.csv', ...problem(n + 2, code, 'wrong') }));

it('counts every problem of each kind, lists the first 500 of all, and of each later kind still the first few', () => {
  const first = withProblems(noProblems, found('bad-number', 3_000));
  const list = withProblems(withProblems(first, found('bad-date', 30)), found('bad-number', 1));
  expect(list).toMatchObject({
    total: 3_031,
    kinds: [
      { file: 'a.csv', code: 'bad-number', total: 3_001 },
      { file: 'a.csv', code: 'bad-date', total: 30 },
    ],
  });
  expect(list.listed.map(({ code }) => code).lastIndexOf('bad-number')).toBe(499);
  expect(list.listed.filter(({ code }) => code === 'bad-date').map(({ row }) => row)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 2),
  );
});
