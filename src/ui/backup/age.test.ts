import { expect, it } from 'vitest';
import { ageOf } from './age.ts';

const now = new Date(2026, 10, 21, 9);
const made = (day: number, hour = 23) => ({
  at: new Date(2026, 10, day, hour).toISOString(),
  position: 100,
  about: { name: 'Anna', orders: 12 },
});

it('says how old the last backup is and what is not in it, and warns after a week of orders', () => {
  expect(ageOf(undefined, 0, now)).toEqual({ text: 'No backup has been made yet.', old: false });
  expect(ageOf(undefined, 1, now).old).toBe(true);
  expect(ageOf(made(20), 12, now)).toEqual({ text: 'Last backup: yesterday', old: false });
  expect(ageOf(made(18), 24, now).text).toBe('Last backup: 3 days ago · 12 orders since');
  expect(ageOf(made(18), 13, now)).toEqual({ text: 'Last backup: 3 days ago · 1 order since', old: false });
  expect(ageOf(made(15), 13, now).old).toBe(false);
  expect(ageOf(made(14), 13, now).old).toBe(true);
  expect(ageOf(made(1), 12, now).old).toBe(false);
});
