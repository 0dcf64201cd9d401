import { expect, it } from 'vitest';
import { duePayload, whyDue } from './due-day.ts';

const theirs = { on: '2026-12-20', by: 'customer', days: 30 } as const;

it('says whose days to pay they are', () => {
  expect(whyDue(theirs, theirs.on, 'Ada')).toBe('Ada has 30 days to pay.');
  expect(whyDue({ ...theirs, by: 'book', days: 1 }, theirs.on, 'Ada')).toBe(
    '1 day to pay, as in your settings.',
  );
  expect(whyDue({ on: theirs.on, by: 'order' }, theirs.on, 'Ada')).toBe('As agreed for this order.');
  expect(whyDue(undefined, '', 'Ada')).toMatch(/^Neither/);
});

it('says beside another day which it would be', () => {
  expect(whyDue(theirs, '2026-12-24', 'Ada')).toMatch(/^Instead of Dec 20/);
  expect(whyDue(theirs, '', 'Ada')).toMatch(/^Instead of Dec 20/);
});

it('is told to the book only where it is another than follows anyway', () => {
  expect(duePayload(theirs.on, theirs)).toEqual({});
  expect(duePayload('', undefined)).toEqual({});
  expect(duePayload('', theirs)).toEqual({ dueOn: 'none' });
  expect(duePayload('2026-12-24', theirs)).toEqual({ dueOn: '2026-12-24' });
  expect(duePayload('2026-12-24', undefined)).toEqual({ dueOn: '2026-12-24' });
});
