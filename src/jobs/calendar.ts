import { dayNumber, dayText, padded } from '../domain/calendar.ts';

const MINUTES_A_DAY = 24 * 60;

/** Minutes since 1970 of an ISO instant in UTC; seconds are left out. Sums of minutes give the moments of the sample. */
export const minuteOf = (instant: string): number => {
  const [, year, month, day, hour, minute] = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/.exec(instant) ?? [];
  const days = dayNumber(Number(year), Number(month), Number(day));
  return days * MINUTES_A_DAY + Number(hour) * 60 + Number(minute);
};

/** `2026-11-20T10:42:00.000Z` */
export const instantAt = (minute: number): string => {
  const ofDay = minute - Math.floor(minute / MINUTES_A_DAY) * MINUTES_A_DAY;
  return `${dayAt(minute)}T${padded(Math.floor(ofDay / 60))}:${padded(ofDay % 60)}:00.000Z`;
};

/** `2026-11-20` */
export const dayAt = (minute: number): string => dayText(Math.floor(minute / MINUTES_A_DAY));

/** The minute at which this day began. */
export const startOfDay = (minute: number): number => Math.floor(minute / MINUTES_A_DAY) * MINUTES_A_DAY;

/** 0 is Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (minute: number): number => (Math.floor(minute / MINUTES_A_DAY) + 4) % 7;

export const days = (count: number): number => count * MINUTES_A_DAY;
