import { dayBegins, isDay } from '../words/days.ts';

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What an address asks for, as far as it is one of these. */
export const oneOf = <Value extends string>(
  values: readonly Value[],
  text: string | null,
): Value | undefined => values.find((value) => value === text);

export const anId = (text: string | null): string | undefined =>
  text !== null && UUID.test(text) ? text : undefined;

export const aDay = (text: string | null): string | undefined =>
  text !== null && isDay(text) ? text : undefined;

/** What a query is asked: a day begins and ends where the person lives. */
export const withinDays = ({
  from,
  to,
}: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}) => ({
  ...(from !== undefined && { from: dayBegins(from).toISOString() }),
  ...(to !== undefined && { to: new Date(dayBegins(to, 1).getTime() - 1).toISOString() }),
});
