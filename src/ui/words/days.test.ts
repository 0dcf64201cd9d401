import { afterEach, expect, it } from 'vitest';
import { dayBegins, dayOf, isDay, noonOf } from './days.ts';

it('takes for a day what is one', () => {
  expect(['2026-11-20', '2026-13-01', '12026-01-01', '', '2026-11-20T10:00'].map(isDay)).toEqual([
    ...[true, false, false, false, false],
  ]);
});

it('begins a day where the person lives, and the days after it by the calendar', () => {
  expect(dayBegins('2026-03-28')).toEqual(new Date(2026, 2, 28));
  expect(dayBegins('2026-03-28', 2)).toEqual(new Date(2026, 2, 30));
  expect(dayOf(new Date(2026, 0, 31, 23, 59))).toBe('2026-01-31');
});

const home = process.env['TZ'];
afterEach(() => {
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
});

it.each([
  ['America/Los_Angeles', '2026-11-20T20:00:00.000Z'],
  ['Pacific/Auckland', '2026-11-19T23:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-19T22:00:00.000Z'],
  ['UTC', '2026-11-20T12:00:00.000Z'],
])('books a typed day on that day where the person lives: %s', (zone, noon) => {
  process.env['TZ'] = zone;
  expect(noonOf('2026-11-20')).toBe(noon);
  expect(dayOf(new Date(noonOf('2026-11-20')))).toBe('2026-11-20');
});
