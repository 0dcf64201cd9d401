import { day, dayAndMonth, dayInFull, monthAndYear, monthName, percent, time } from '../../words/format.ts';
import { dayOf } from '../../words/days.ts';
import { m } from '../../words/index.ts';
import { daysOf } from './report-file.ts';
import type { Against, Choice, Span, Unit } from './periods.ts';
import type { Report } from './address.ts';

export const choiceWords: Readonly<Record<Choice, () => string>> = {
  today: m.reports_today,
  week: m.reports_week,
  month: m.reports_month,
  quarter: m.reports_quarter,
  year: m.reports_year,
  'last-week': m.reports_last_week,
  'last-month': m.reports_last_month,
  'last-quarter': m.reports_last_quarter,
  'last-year': m.reports_last_year,
  own: m.reports_own,
};

export const againstWords: Readonly<Record<Against, () => string>> = {
  before: m.reports_against_before,
  'year-before': m.reports_against_year,
  own: m.reports_own,
  none: m.reports_against_none,
};

export const reportWords: Readonly<Record<Report, () => string>> = {
  sales: m.reports_tab_sales,
  sellers: m.reports_tab_sellers,
  owed: m.reports_tab_owed,
  tax: m.reports_tab_tax,
  stock: m.reports_tab_stock,
};

/** What a bar is called under the chart. */
export const partWords = (at: Date, unit: Unit): string => {
  if (unit === 'hour') return time(at.toISOString());
  return unit === 'month' ? monthName(at) : dayAndMonth(at);
};

/** The same by itself: with its year, where that is not this one. */
export const partWordsInFull = (at: Date, unit: Unit): string => {
  if (unit === 'hour') return time(at.toISOString());
  return unit === 'month' ? monthAndYear(at) : day(dayOf(at));
};

/** "Nov 1 – Nov 30", or the one day that it is. */
export const spanWords = (span: Span): string => {
  const [first, last] = daysOf(span);
  return first === last ? dayInFull(first) : m.reports_days({ from: day(first), to: day(last) });
};

/** Against what it was then: "12% more than €1,204.00". Of nothing there is no part. */
export const versus = (now: number, then: number, say: (value: number) => string): string => {
  if (then <= 0) return m.reports_then_was({ figure: say(then) });
  const percents = (100 * (now - then)) / then;
  // Thousandths of a percent, as rates are written everywhere; below one percent with a decimal, that less is not as much.
  const change = Math.abs(percents) < 1 ? Math.round(10 * percents) * 100 : Math.round(percents) * 1_000;
  const figure = say(then);
  if (change === 0) return m.reports_same({ figure });
  const part = percent(Math.abs(change));
  return change > 0 ? m.reports_more({ part, figure }) : m.reports_less({ part, figure });
};
