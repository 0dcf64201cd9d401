/** Calendar days of the person's own, the last one excluded. */
export interface Span {
  readonly from: Date;
  readonly until: Date;
}

export const CHOICES = [
  ...(['today', 'week', 'month', 'quarter', 'year'] as const),
  ...(['last-week', 'last-month', 'last-quarter', 'last-year', 'own'] as const),
] as const;
export type Choice = (typeof CHOICES)[number];

/** A choice as an address names it. */
export const choiceNamed = (name: string | undefined): Choice | undefined =>
  CHOICES.find((choice) => choice === name);

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const day = (at: Date, days = 0): Date => new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
const month = (at: Date, months = 0): Date => new Date(at.getFullYear(), at.getMonth() + months, 1);
const MONDAY = 1;
const week = (at: Date, weeks = 0): Date => day(at, 7 * weeks - ((at.getDay() + 7 - MONDAY) % 7));
const quarter = (at: Date, quarters = 0): Date => month(at, 3 * quarters - (at.getMonth() % 3));
const year = (at: Date, years = 0): Date => new Date(at.getFullYear() + years, 0, 1);

const BEGIN = { week, month, quarter, year };

/** A period by its name, as of now; `own` is whatever the person typed. */
export const spanOf = (choice: Exclude<Choice, 'own'>, now: Date): Span => {
  if (choice === 'today') return { from: day(now), until: day(now, 1) };
  const isLast = choice.startsWith('last-');
  const begin = BEGIN[choice.replace('last-', '') as keyof typeof BEGIN];
  return isLast ? { from: begin(now, -1), until: begin(now) } : { from: begin(now), until: begin(now, 1) };
};

/** From one typed day to another, both included; undefined while they make no period, or one of more than thirty years. */
export const typedSpan = (first: string, last: string): Span | undefined => {
  const [from, to] = [new Date(`${first}T00:00:00`), new Date(`${last}T00:00:00`)];
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  return days >= 0 && days < 11_000 ? { from, until: day(to, 1) } : undefined;
};

/** The same length of time before it; of whole months the months before. */
export const spanBefore = ({ from, until }: Span): Span => {
  const months = (until.getFullYear() - from.getFullYear()) * 12 + until.getMonth() - from.getMonth();
  const isWhole = from.getDate() === 1 && until.getDate() === 1;
  if (isWhole) return { from: month(from, 0 - months), until: from };
  const days = Math.round((until.getTime() - from.getTime()) / DAY_MS);
  return { from: day(from, 0 - days), until: from };
};

/** What a period is compared with. */
export const AGAINST = ['before', 'year-before', 'own', 'none'] as const;
export type Against = (typeof AGAINST)[number];

const aYearEarlier = (at: Date, days = 0): Date =>
  new Date(at.getFullYear() - 1, at.getMonth(), at.getDate() + days);

/** The same days of the calendar, a year earlier; of 29 February the day before it. */
const spanYearBefore = ({ from, until }: Span): Span => {
  const first = aYearEarlier(from);
  const isThere = first.getMonth() === from.getMonth();
  return { from: isThere ? first : aYearEarlier(from, -1), until: aYearEarlier(until) };
};

/**
 * The time that a period is compared with. Of one that is not over yet, as much of it as has come: by the day, or, of a
 * single day, by the hour. `own` is what the person typed; undefined: nothing.
 */
export const comparedSpan = (
  span: Span,
  { against, own, now }: { readonly against: Against; readonly own: Span | undefined; readonly now: Date },
): Span | undefined => {
  if (against === 'none') return undefined;
  if (against === 'own') return own;
  const then = against === 'before' ? spanBefore(span) : spanYearBefore(span);
  if (now < span.from || now >= span.until) return then;
  const come =
    unitOf(span) === 'hour'
      ? new Date(then.from.getTime() + Math.ceil((now.getTime() - span.from.getTime()) / HOUR_MS) * HOUR_MS)
      : day(then.from, Math.round((day(now, 1).getTime() - span.from.getTime()) / DAY_MS));
  return { from: then.from, until: come < then.until ? come : then.until };
};

export type Unit = 'hour' | 'day' | 'week' | 'month';

export const unitOf = ({ from, until }: Span): Unit => {
  const days = Math.round((until.getTime() - from.getTime()) / DAY_MS);
  if (days <= 1) return 'hour';
  if (days <= 31) return 'day';
  return days <= 200 ? 'week' : 'month';
};

const next = (at: Date, unit: Unit): Date => {
  switch (unit) {
    case 'hour':
      return new Date(at.getTime() + HOUR_MS);
    case 'day':
      return day(at, 1);
    case 'week':
      return week(at, 1);
    case 'month':
      return month(at, 1);
  }
};

/** As many parts as the query takes. */
export const MOST_PARTS = 400;

/** The beginnings of the parts of a span, hour by hour, day by day …; the first and the last may be shorter. */
export const partsOf = (span: Span, unit: Unit): readonly Date[] => {
  const parts: Date[] = [];
  for (let at = span.from; at < span.until; at = next(at, unit)) parts.push(at);
  return parts;
};

/** What the query is asked: instants. */
export const askedFor = (span: Span, parts: readonly Date[] = [span.from]) => ({
  from: span.from.toISOString(),
  ends: [...parts.slice(1), span.until].map((at) => at.toISOString()),
});
