import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isReceivable, receivedAt } from './received.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-22T15:30:00') });
});
afterEach(() => {
  vi.useRealTimers();
});

it('takes money that came today as come now, and older money as come at noon of its day', () => {
  expect(receivedAt('2026-11-22')).toBeUndefined();
  expect(receivedAt('2026-11-19')).toBe(new Date('2026-11-19T12:00:00').toISOString());
});

it.each([
  ['today', '2026-11-22', true],
  ['a day that is over', '2026-10-31', true],
  ['a day to come', '2026-11-23', false],
  ['no day', '', false],
])('lets money have come on %s: %s → %s', (_, day, may) => {
  expect(isReceivable(day)).toBe(may);
});
