import { csvOf, type Cell } from '../../../views/listing/csv.ts';
import type { Column } from '../../parts/shapes.ts';
import { dayOf } from '../../words/days.ts';
import { m } from '../../words/index.ts';
import { figure, type Shown } from './figures.ts';
import type { Span, Unit } from './periods.ts';
import type { Seen } from './seen.ts';

export interface ReportColumn extends Column {
  /** Its head in a file, where that says more than the page has to. */
  readonly inFile?: string;
  /** What stands beside its figures on the page is a column of its own in a file. */
  readonly fileOnly?: boolean;
}

export const inFileOnly = (id: string, label: string): ReportColumn => ({ id, label, fileOnly: true });

/** First and last day of a span. */
export const daysOf = ({ from, until }: Span): readonly [string, string] => [
  dayOf(from),
  dayOf(new Date(until.getTime() - 1)),
];

/** "2026-11-01 – 2026-11-30", or the one day that it is: as heads and names of files have it. */
export const daysInFile = (span: Span): string => {
  const [from, to] = daysOf(span);
  return from === to ? from : m.reports_days({ from, to });
};

/** What a list of a period is called, on the page and as a file. */
export const ofPeriod = (title: string, { span }: Pick<Seen, 'span'>, currency: string) => ({
  ...{ title, currency, file: `${title} ${daysInFile(span)}` },
});

/** The column of the time compared with, where there is one; a file says which days those are. */
export const thenColumn = ({ thenSpan }: Pick<Seen, 'thenSpan'>, label: string): readonly ReportColumn[] =>
  thenSpan ? [{ ...figure('then', label), inFile: `${label} ${daysInFile(thenSpan)}` }] : [];

const two = (figure: number): string => String(figure).padStart(2, '0');

/** A part of a period by when it begins: "2026-11-22 10:00", "2026-11-22", and a month "2026-11". */
export const partInFile = (at: Date, unit: Unit): string => {
  if (unit === 'hour') return `${dayOf(at)} ${two(at.getHours())}:${two(at.getMinutes())}`;
  return unit === 'month' ? dayOf(at).slice(0, 7) : dayOf(at);
};

export const partHead: Readonly<Record<Unit, () => string>> = {
  hour: m.reports_file_hour,
  day: m.reports_file_day,
  week: m.reports_file_week,
  month: m.reports_file_month,
};

const cellOf = (shown: Shown = ''): Cell => (typeof shown === 'string' ? shown : shown.cell);

/** A list of a report as a table for other programs; whatever money is in it, each row says in which currency. */
export const reportCsv = (
  columns: readonly ReportColumn[],
  rows: readonly { readonly cells: Readonly<Record<string, Shown>> }[],
  currency?: string,
): string =>
  csvOf([
    [
      ...columns.map(({ label, inFile = label }) => inFile),
      ...(currency === undefined ? [] : [m.import_field_currency()]),
    ],
    ...rows.map(({ cells }) => [
      ...columns.map(({ id }) => cellOf(cells[id])),
      ...(currency === undefined ? [] : [currency]),
    ]),
  ]);
