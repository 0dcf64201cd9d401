import { expect, it } from 'vitest';
import { wholeDay, weekBefore } from './takings.ts';

it('compares a day with the same weekday as far as today has come', () => {
  const now = new Date(2026, 10, 21, 10, 42);
  expect(wholeDay(now)).toEqual({
    from: new Date(2026, 10, 21).toISOString(),
    ends: [new Date(2026, 10, 22).toISOString()],
  });
  expect(weekBefore(now)).toEqual({
    from: new Date(2026, 10, 14).toISOString(),
    ends: [new Date(2026, 10, 14, 10, 42).toISOString()],
  });
});
