import { POINTS, type Point } from '../../../views/sales/index.ts';
import { isDay, today } from '../../words/days.ts';
import { choiceNamed, type Choice } from './periods.ts';

/** What of the reports is looked at; the address says all of it. */
export interface Look {
  readonly period: Choice;
  /** Days of a period of one's own. */
  readonly from: string;
  readonly to: string;
  /** The figure whose orders are listed beside them. */
  readonly point?: Point | undefined;
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
  return {
    period: choiceNamed(asked.get('period') ?? undefined) ?? 'month',
    ...{ from: day('from'), to: day('to') },
    ...(of && { point: { of, id } }),
  };
};

/** The address of the reports looked at so. */
export const addressOf = ({ period, from, to, point }: Look): string => {
  const query = new URLSearchParams({
    ...{ period },
    ...(period === 'own' && { from, to }),
    ...(point && { of: point.of }),
    ...(point?.id !== undefined && { id: point.id }),
  });
  return `/reports?${query.toString()}`;
};
