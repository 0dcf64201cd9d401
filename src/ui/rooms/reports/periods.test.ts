import { describe, expect, it } from 'vitest';
import { ageClass, askedFor, partsOf, spanBefore, spanOf, typedSpan, unitOf } from './periods.ts';

const now = new Date(2026, 10, 21, 15, 30);
const days = ({ from, until }: { from: Date; until: Date }) => [from, until].map((at) => at.toDateString());

describe('a period', () => {
  it.each([
    ['today', 'Sat Nov 21 2026', 'Sun Nov 22 2026'],
    ['week', 'Mon Nov 16 2026', 'Mon Nov 23 2026'],
    ['month', 'Sun Nov 01 2026', 'Tue Dec 01 2026'],
    ['quarter', 'Thu Oct 01 2026', 'Fri Jan 01 2027'],
    ['year', 'Thu Jan 01 2026', 'Fri Jan 01 2027'],
    ['last-week', 'Mon Nov 09 2026', 'Mon Nov 16 2026'],
    ['last-month', 'Thu Oct 01 2026', 'Sun Nov 01 2026'],
    ['last-quarter', 'Wed Jul 01 2026', 'Thu Oct 01 2026'],
    ['last-year', 'Wed Jan 01 2025', 'Thu Jan 01 2026'],
  ] as const)('%s begins and ends with the calendar', (choice, from, until) => {
    expect(days(spanOf(choice, now))).toEqual([from, until]);
  });

  it('that was typed includes both its days, and is none when it ends before it begins', () => {
    expect(days(typedSpan('2026-11-01', '2026-11-01') ?? spanOf('year', now))).toEqual([
      'Sun Nov 01 2026',
      'Mon Nov 02 2026',
    ]);
    expect(typedSpan('2026-11-02', '2026-11-01')).toBeUndefined();
    expect(typedSpan('', '2026-11-01')).toBeUndefined();
  });

  it('is compared with the same length of time before it', () => {
    expect(days(spanBefore(spanOf('month', now)))).toEqual(['Thu Oct 01 2026', 'Sun Nov 01 2026']);
    expect(days(spanBefore(spanOf('quarter', now)))).toEqual(['Wed Jul 01 2026', 'Thu Oct 01 2026']);
    expect(days(spanBefore(spanOf('week', now)))).toEqual(['Mon Nov 09 2026', 'Mon Nov 16 2026']);
  });

  it('falls into parts that leave nothing out', () => {
    const span = spanOf('quarter', now);
    expect(unitOf(span)).toBe('week');
    const parts = partsOf(span, 'week');
    expect(parts).toHaveLength(14);
    const { from, ends } = askedFor(span, parts);
    expect([from, ends.at(-1)]).toEqual([span.from.toISOString(), span.until.toISOString()]);
    expect([...ends].sort()).toEqual(ends);
    expect(partsOf(spanOf('month', now), 'day')).toHaveLength(30);
    expect(partsOf(spanOf('year', now), 'month')).toHaveLength(12);
  });
});

it('what is owed ages by the day', () => {
  const on = [
    '2026-11-25',
    '2026-11-21',
    '2026-11-20',
    '2026-10-22',
    '2026-10-21',
    '2026-09-01',
    '2026-08-01',
  ];
  expect(on.map((owing) => ageClass(owing, '2026-11-21'))).toEqual([0, 0, 1, 1, 2, 3, 4]);
});
