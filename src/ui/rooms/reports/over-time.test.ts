import { expect, it } from 'vitest';
import type { SalesReport } from '../../../views/sales/index.ts';
import { overTime } from './over-time.ts';
import { comparedSpan, spanOf, typedSpan, type Span } from './periods.ts';

const sums = (gross: number) => ({
  ...{ orders: 1, net: gross - 10, tax: 10, credited: 0, writtenOff: 0, taken: gross / 2 },
});
const report = (...periods: readonly number[]): SalesReport =>
  ({
    currency: 'EUR',
    periods: periods.map(sums),
    sums: sums(periods.reduce((sum, one) => sum + one, 0)),
  }) as never;
const asked = { names: { now: 'Now', then: 'Then' }, say: String };

it('stands part by part beside the time compared with, whatever their lengths', () => {
  const now = report(100, 0, 300);
  expect(overTime('sales', { ...asked, now, then: report(50, 60) })).toMatchObject([
    { label: 'Now', values: [100, 0, 300], sum: '400' },
    { label: 'Then', values: [50, 60, null], sum: '110' },
  ]);
  expect(overTime('taken', { ...asked, now, then: report(1, 2, 3, 4) })[1]).toMatchObject({
    ...{ values: [0.5, 1, 1.5], sum: '5' },
  });
  // Too many parts to draw: one sum, and no line.
  expect(overTime('tax', { ...asked, now, then: report(50) })).toHaveLength(1);
  expect(overTime('orders', { ...asked, now })).toHaveLength(1);
});

const days = (span: Span | undefined) => span && [span.from, span.until].map((at) => at.toDateString());
const own = typedSpan('2020-01-01', '2020-01-31');

it('compares a period that goes on with as much of the other as has come of it', () => {
  const now = new Date(2026, 10, 21, 15, 30);
  const before = { against: 'before', own, now } as const;
  expect(days(comparedSpan(spanOf('month', now), before))).toEqual(['Thu Oct 01 2026', 'Thu Oct 22 2026']);
  expect(days(comparedSpan(spanOf('last-month', now), before))).toEqual([
    'Tue Sep 01 2026',
    'Thu Oct 01 2026',
  ]);
  const today = comparedSpan(spanOf('today', now), before);
  expect(today).toEqual({ from: new Date(2026, 10, 20), until: new Date(2026, 10, 20, 16) });
  const year = { ...before, against: 'year-before' } as const;
  expect(days(comparedSpan(spanOf('quarter', now), year))).toEqual(['Wed Oct 01 2025', 'Sat Nov 22 2025']);
  expect(days(comparedSpan(spanOf('last-year', now), year))).toEqual(['Mon Jan 01 2024', 'Wed Jan 01 2025']);
  expect(days(comparedSpan(spanOf('year', now), { ...before, against: 'own' }))).toEqual(days(own));
  expect(comparedSpan(spanOf('year', now), { ...before, against: 'none' })).toBeUndefined();
});

it('takes the end of February for a day that the year before had not', () => {
  const leap = typedSpan('2024-02-29', '2024-02-29') as Span;
  const then = comparedSpan(leap, { against: 'year-before', own, now: new Date(2026, 0, 1) });
  expect(days(then)).toEqual(['Tue Feb 28 2023', 'Wed Mar 01 2023']);
});
