import { POINTS, type Point } from '../../../views/sales/index.ts';
import { aDay, oneOf } from '../../paging/asked-for.ts';
import { isDay, today } from '../../words/days.ts';
import { AGAINST, choiceNamed, type Against, type Choice } from './periods.ts';

/** One for each question: how trade went, what sold best, who owes, what tax to declare, what the shelves are worth. */
export const REPORTS = ['sales', 'sellers', 'owed', 'tax', 'stock'] as const;
export type Report = (typeof REPORTS)[number];

/** What the chart of trade shows. */
export const MEASURES = ['sales', 'taken', 'orders'] as const;
export type Measure = (typeof MEASURES)[number];

/** What of the reports is looked at; the address says all of it. */
export interface Look {
  readonly report: Report;
  readonly show: Measure;
  readonly period: Choice;
  /** Days of a period of one's own. */
  readonly from: string;
  readonly to: string;
  readonly against: Against;
  /** Days of a comparison of one's own. */
  readonly thenFrom: string;
  readonly thenTo: string;
  /** The day at whose end somebody owes; left out: now. */
  readonly owed?: string | undefined;
  /** The day of the past as which all of it is seen. */
  readonly on?: string | undefined;
  /** The figure whose orders are listed beside them. */
  readonly point?: Point | undefined;
  /** Which part of the period that figure is of, counted from 0; left out: all of it. */
  readonly bar?: number | undefined;
}

/** Reads a query string; what it doesn't understand it leaves out. */
export const lookFrom = (query: string | undefined): Look => {
  const asked = new URLSearchParams(query ?? '');
  const day = (name: string): string => {
    const text = asked.get(name) ?? '';
    return isDay(text) ? text : today();
  };
  const of = POINTS.find((point) => point === asked.get('of'));
  const id = asked.get('id') ?? undefined;
  const bar = asked.get('bar');
  return {
    report: oneOf(REPORTS, asked.get('report')) ?? 'sales',
    show: oneOf(MEASURES, asked.get('show')) ?? 'sales',
    against: oneOf(AGAINST, asked.get('against')) ?? 'before',
    ...{ thenFrom: day('then-from'), thenTo: day('then-to') },
    period: choiceNamed(asked.get('period') ?? undefined) ?? 'month',
    ...{ from: day('from'), to: day('to') },
    owed: aDay(asked.get('owed')),
    on: aDay(asked.get('on')),
    ...(of && { point: { of, id } }),
    ...(bar !== null && /^\d{1,3}$/.test(bar) && { bar: Number(bar) }),
  };
};

/** What the address says by now: the router says it a moment later, and somebody may be quicker. */
export const lookNow = (): Look => lookFrom(location.hash.split('?')[1]);

/** The address of the reports looked at so. */
export const addressOf = (look: Look): string => {
  const { report, show, period, from, to, against, thenFrom, thenTo, owed, on, point, bar } = look;
  const query = new URLSearchParams({
    ...{ period },
    ...(period === 'own' && { from, to }),
    ...(report !== 'sales' && { report }),
    ...(show !== 'sales' && { show }),
    ...(against !== 'before' && { against }),
    ...(against === 'own' && { 'then-from': thenFrom, 'then-to': thenTo }),
    ...(owed !== undefined && { owed }),
    ...(on !== undefined && { on }),
    ...(point && { of: point.of }),
    ...(point?.id !== undefined && { id: point.id }),
    ...(bar !== undefined && { bar: String(bar) }),
  });
  return `/reports?${query.toString()}`;
};
