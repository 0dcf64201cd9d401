import type { SalesReport } from '../../../views/sales/index.ts';
import type { Sums } from '../../../views/sales/report.ts';
import type { ChartLine } from '../../parts/shapes.ts';
import { amount, counted, type Shown } from './figures.ts';
import { daysInFile, partHead, partInFile, reportCsv } from './report-file.ts';
import type { Seen } from './seen.ts';

/** What a chart over time can show. */
export type Shows = 'sales' | 'taken' | 'orders' | 'tax';

export const shownOf = (shows: Shows, sums: Sums): number =>
  shows === 'sales' ? sums.net + sums.tax : sums[shows];

export interface Compared {
  readonly now: SalesReport;
  readonly then?: SalesReport | undefined;
  readonly names: { readonly now: string; readonly then: string };
  readonly say: (value: number) => string;
}

/**
 * Part by part of a period, the same part of the time compared with it beside it. Where that is shorter nothing stands; what
 * of it is longer is in its sum alone.
 */
export const overTime = (shows: Shows, { now, then, names, say }: Compared): readonly ChartLine[] => [
  {
    ...{ label: names.now, tone: 'accent', sum: say(shownOf(shows, now.sums)) },
    values: now.periods.map((sums) => shownOf(shows, sums)),
  },
  ...(then && then.periods.length > 1
    ? [
        {
          ...{ label: names.then, tone: 'attention' as const, sum: say(shownOf(shows, then.sums)) },
          values: now.periods.map((_, nth) => {
            const sums = then.periods[nth];
            return sums ? shownOf(shows, sums) : null;
          }),
        },
      ]
    : []),
];

/** The same as a table for other programs: a column says what it has and of which days. */
export const overTimeCsv = (
  shows: Shows,
  label: string,
  {
    now,
    then,
    span,
    thenSpan = span,
    parts,
    unit,
  }: Pick<Seen, 'now' | 'then' | 'span' | 'thenSpan' | 'parts' | 'unit'>,
): string => {
  const names = { now: daysInFile(span), then: daysInFile(thenSpan) };
  const lines = overTime(shows, { now, then, names, say: String });
  const cell = (value: number | null = null): Shown =>
    value === null ? '' : shows === 'orders' ? counted(value) : amount(value, now.currency);
  return reportCsv(
    [
      { id: 'part', label: partHead[unit]() },
      ...lines.map((line, nth) => ({ id: String(nth), label: `${label} ${line.label}` })),
    ],
    parts.map((at, part) => ({
      cells: {
        part: partInFile(at, unit),
        ...Object.fromEntries(lines.map(({ values }, nth) => [String(nth), cell(values[part])])),
      },
    })),
    shows === 'orders' ? undefined : now.currency,
  );
};
