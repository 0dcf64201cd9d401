import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, noonOf } from '../../words/days.ts';
import { wholeDay } from '../today/takings.ts';
import { askedFor, partsOf, spanBefore, spanOf, typedSpan, unitOf, type Span } from './periods.ts';

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

describe('where the seller lives', () => {
  const home = process.env['TZ'];
  afterEach(() => {
    if (home === undefined) delete process.env['TZ'];
    else process.env['TZ'] = home;
  });

  /** Which part of a period an instant falls into, as `reportOf` finds it. */
  const partOf = (span: Span, at: string): string | undefined => {
    const parts = partsOf(span, unitOf(span));
    const nth = askedFor(span, parts).ends.findIndex((end) => at < end);
    const part = parts[nth];
    return part && at >= span.from.toISOString() ? dayOf(part) : undefined;
  };

  describe.each(['America/Los_Angeles', 'Pacific/Auckland', 'Pacific/Kiritimati'])('%s', (zone) => {
    it.each(['2026-11-01', '2026-11-20', '2026-11-30'])('an order typed on %s is in its bar', (day) => {
      process.env['TZ'] = zone;
      const at = noonOf(day);
      const month = typedSpan('2026-11-01', '2026-11-30') as Span;
      expect(partOf(month, at)).toBe(day);
      const { from, ends } = wholeDay(new Date(at));
      expect(from <= at && at < String(ends[0])).toBe(true);
      expect(from).toBe((typedSpan(day, day) as Span).from.toISOString());
    });
  });

  it.each([
    // The clocks go back: a day of 25 hours; and forward: one of 23.
    ['America/Los_Angeles', '2026-11-01', 25],
    ['America/Los_Angeles', '2026-03-08', 23],
    ['Pacific/Auckland', '2026-04-05', 25],
    ['Pacific/Auckland', '2026-09-27', 23],
  ])('%s: %s is one day, of %i hours', (zone, day, hours) => {
    process.env['TZ'] = zone;
    const span = typedSpan(day, day) as Span;
    expect(unitOf(span)).toBe('hour');
    expect(partsOf(span, 'hour')).toHaveLength(hours);
    expect(partsOf(typedSpan(day.replace(/..$/, '01'), day) as Span, 'day').map(dayOf)).toContain(day);
    const before = spanBefore(span);
    expect(dayOf(before.from)).not.toBe(day);
    expect(before.until).toEqual(span.from);
  });

  it('an hour before midnight is still that day, whatever day it is in UTC', () => {
    process.env['TZ'] = 'America/Los_Angeles';
    expect(partOf(typedSpan('2026-11-01', '2026-11-30') as Span, '2026-11-21T07:00:00.000Z')).toBe(
      '2026-11-20',
    );
    process.env['TZ'] = 'Pacific/Auckland';
    expect(partOf(typedSpan('2026-11-01', '2026-11-30') as Span, '2026-11-20T10:00:00.000Z')).toBe(
      '2026-11-20',
    );
    expect(partOf(typedSpan('2026-11-01', '2026-11-30') as Span, '2026-11-20T11:00:00.000Z')).toBe(
      '2026-11-21',
    );
  });
});
