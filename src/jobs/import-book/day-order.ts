import type { CsvRow } from './csv.ts';

/** Whether a file writes 22 November as 11/22 or as 22/11. */
export type DayOrder = 'month-first' | 'day-first';

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?=$|[T ])/;
/** As in German, where the day is always first. */
const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?=$|[T ])/;
/** An hour of one digit, as spreadsheets write it. */
const SHORT_HOUR = /^([T ])(?=\d:)/;

/** What comes first in a file's dates with slashes, by those that have a day above 12; undefined where they don't tell. */
export const dayOrderOf = (rows: readonly CsvRow[]): DayOrder | undefined => {
  const told = new Set<DayOrder>();
  for (const cell of rows.flatMap((row) => row.cells)) {
    const [, one = '', two = ''] = SLASHED.exec(cell.trim()) ?? [];
    if (Number(two) > 12) told.add('month-first');
    if (Number(one) > 12) told.add('day-first');
  }
  const [order, another] = told;
  return another === undefined ? order : undefined;
};

/** Whether a date has slashes and no day that tells which of them is the month. */
export const canBeTwoDays = (cell: string): boolean => {
  const [, one = '', two = ''] = SLASHED.exec(cell) ?? [];
  return one !== '' && Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two);
};

/** `11/22/2026` and `22.11.2026` as `2026-11-22`; anything else as it stands. */
export const asIsoDay = (cell: string, slashed: DayOrder | undefined): string => {
  const dotted = DOTTED.exec(cell);
  const order = dotted ? 'day-first' : slashed;
  const [whole, one = '', two = '', year = ''] = dotted ?? SLASHED.exec(cell) ?? [];
  // Of two that are the same it does not matter which is which.
  if (whole === undefined || (order === undefined && one !== two)) return cell;
  const [month, day] = order === 'day-first' ? [two, one] : [one, two];
  const rest = cell.slice(whole.length).replace(SHORT_HOUR, '$10');
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`;
};
