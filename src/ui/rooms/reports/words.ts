import { dayAndMonth, monthName, percent, time } from '../../words/format.ts';
import { m } from '../../words/index.ts';
import type { Choice, Unit } from './periods.ts';

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

/** What a bar is called. */
export const partWords = (at: Date, unit: Unit): string => {
  if (unit === 'hour') return time(at.toISOString());
  return unit === 'month' ? monthName(at) : dayAndMonth(at);
};

/** Against the time before: "+12% on the time before". Nothing to compare with: nothing to say. */
export const versus = (now: number, before: number): string | undefined => {
  if (before <= 0) return undefined;
  // Thousandths of a percent, as rates are written everywhere.
  const change = Math.round((100 * (now - before)) / before) * 1_000;
  const figure = percent(Math.abs(change));
  if (change === 0) return m.reports_same();
  return change > 0 ? m.reports_more({ figure }) : m.reports_less({ figure });
};
