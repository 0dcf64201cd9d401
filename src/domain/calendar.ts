// Days and instants are text; these reckon with them, since nothing here may know a clock.

export const padded = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Days since 1970-01-01 of a day of the Gregorian calendar (Howard Hinnant's days_from_civil). */
export const dayNumber = (year: number, month: number, day: number): number => {
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
export const dayText = (days: number): string => {
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

/** The day `count` days after another: `2026-11-20` and 14 are `2026-12-04`. */
export const daysAfter = (day: string, count: number): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return dayText(dayNumber(year, month, date) + count);
};

/** Seconds since 1970 of an ISO instant in UTC; thousandths are left out. */
export const secondOf = (instant: string): number => {
  const [day = '', time = ''] = instant.split('T');
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.slice(0, 8).split(':').map(Number);
  return dayNumber(year, month, date) * 86_400 + hours * 3600 + minutes * 60 + seconds;
};
