const MINUTES_A_DAY = 24 * 60;

const padded = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Days since 1970-01-01 of a day of the Gregorian calendar (Howard Hinnant's days_from_civil). */
const dayNumber = (year: number, month: number, day: number): number => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    719_468
  );
};

/** The day that many days after 1970-01-01, as `2026-11-20` (civil_from_days). */
const dayText = (days: number): string => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return `${padded(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), 4)}-${padded(month)}-${padded(day)}`;
};

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

/** 1970-01-01 was a Thursday. */
export const isSunday = (minute: number): boolean => (Math.floor(minute / MINUTES_A_DAY) + 4) % 7 === 0;

export const days = (count: number): number => count * MINUTES_A_DAY;
