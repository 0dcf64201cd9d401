import { parsePlainDecimal, type DecimalProblem } from '../../domain/pricing/index.ts';
import { instantAt, minuteOf } from '../calendar.ts';
import { problem, quoted, type RowProblem } from './problem.ts';
import type { CsvRow } from './csv.ts';
import { canBeTwoDays, asIsoDay, type DayOrder } from './day-order.ts';
import type { Understood } from './understood.ts';

/** Column names as they compare: case, spaces and underscores don't count. */
const folded = (name: string): string => name.toLowerCase().replace(/[\s_-]/g, '');

/** A file's header: which column stands where. A name that stands twice is known by its first place. */
export class Columns {
  readonly names: readonly string[];
  readonly #places = new Map<string, number[]>();
  /** Answers by the name as it was asked for: every cell of a long file asks. */
  readonly #asked = new Map<string, readonly number[]>();

  constructor(header: readonly string[]) {
    this.names = header.map((name) => name.trim());
    this.names.forEach((name, place) => {
      const key = folded(name);
      this.#places.set(key, [...(this.#places.get(key) ?? []), place]);
    });
  }

  /** Every place where the column stands; none when it is missing. */
  places(name: string): readonly number[] {
    const known = this.#asked.get(name);
    if (known) return known;
    const places = this.#places.get(folded(name)) ?? [];
    this.#asked.set(name, places);
    return places;
  }

  /** Places for which nobody asked. */
  get unasked(): number[] {
    const asked = new Set([...this.#asked.values()].flat());
    return this.names.flatMap((_, place) => (asked.has(place) ? [] : [place]));
  }

  missing(names: readonly string[]): string[] {
    return names.filter((name) => this.places(name).length === 0);
  }
}

const sentences: Record<DecimalProblem, string> = {
  empty: 'A number is missing.',
  'not-a-number': 'This is not a number.',
  ambiguous: 'This number can be read in two ways.',
  'too-many-decimals': 'This number has more decimals than are kept.',
  'too-large': 'This number is too large.',
  negative: 'This number must not be below zero.',
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?Z?)?$/;

/** A moment as shops write it: `2025-10-07 09:50:26 +0200`, `2025-10-07T09:50:26Z`, `2025-10-07`. */
const MOMENT =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,6})?)?)?\s?(?:Z|UTC|([+-])(\d{2}):?(\d{2}))?$/;

/** Hours and minutes in UTC at which it is the same day from Honolulu to Auckland, in summer, too. */
const DAY_ALONE = [10, 30] as const;

/** One apostrophe keeps a spreadsheet from running a text: it is not of the text. views/listing/csv.ts writes it. */
const GUARDED = /^'+[=+\-@＝＋－＠\t\r\n]/;
/** Money as people write it: `€ 12.00`, `12.00 EUR`. */
const CURRENCY_MARK = /^(?:[€$£¥]|[A-Z]{3})\s?|\s?(?:[€$£¥]|[A-Z]{3})$/g;

/** Thousands in groups before a decimal point, or in more than one group; `1,234` alone says nothing. */
const GROUPED = /^\D*\d{1,3}(?:(?:,\d{3})+\.\d|(?:,\d{3}){2,}(?!\d))/;

/** How a file writes its cells. */
export interface CellRules {
  readonly decimalMark: '.' | ',';
  /** Of its dates with slashes; missing where they don't tell. */
  readonly dayOrder?: DayOrder | undefined;
  /** `NULL` stands for nothing, as databases export it. */
  readonly nulls: boolean;
}

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/**
 * One row, cell by cell. What a cell lacks is added to `problems` and stood in for, so that one look finds everything
 * that is wrong with a row; nothing of a row with problems may be used.
 */
export class Cells {
  readonly line: number;
  readonly problems: RowProblem[] = [];
  readonly #columns: Columns;
  readonly #cells: readonly string[];
  readonly #rules: CellRules;
  /** What was read, by the place of its column, and as what; undefined where nobody wants to see it. */
  readonly understood: Map<number, { readonly text: string; readonly value: Understood }> | undefined;

  constructor(row: CsvRow, columns: Columns, rules: CellRules, isShown = false) {
    this.understood = isShown ? new Map() : undefined;
    this.#rules = rules;
    this.line = row.line;
    this.#columns = columns;
    this.#cells = row.cells;
  }

  /** Every cell of the column, where its name stands more than once. */
  all(column: string): readonly string[] {
    return this.#columns.places(column).map((place) => this.#cells[place]?.trim() ?? '');
  }

  /** Empty when the cell is blank, `NULL` as databases export it, or the file has no such column. */
  text(column: string): string {
    const [place] = this.#columns.places(column);
    const cell = place === undefined ? '' : (this.#cells[place]?.trim() ?? '');
    if (this.#rules.nulls && cell === 'NULL') return '';
    const text = GUARDED.test(cell) ? cell.slice(1) : cell;
    if (place !== undefined && this.understood?.has(place) === false)
      this.understood.set(place, { text, value: text });
    return text;
  }

  #understand(column: string, value: Understood): void {
    const [place] = this.#columns.places(column);
    if (place !== undefined) this.understood?.set(place, { text: this.text(column), value });
  }

  required(column: string): string {
    const cell = this.text(column);
    if (cell === '') this.add('missing-value', 'This must not be empty.', { column });
    return cell;
  }

  /** An exact number ≥ 0 (any, with `allowNegative`), scaled by 10^decimals; at most `most`. */
  decimal(column: string, decimals: number, most?: number, allowNegative = false): number {
    const number = this.#read(column, this.text(column), decimals, most, allowNegative);
    if (number !== undefined) this.#understand(column, { number, decimals });
    return number ?? 0;
  }

  /** The same of a rate in percent, with or without its sign: `21`, `21%`. */
  percent(column: string, decimals: number): number {
    const number = this.#read(column, this.text(column).replace(/\s?%$/, ''), decimals);
    if (number !== undefined) this.#understand(column, { number, decimals: decimals + 2 });
    return number ?? 0;
  }

  #read(
    column: string,
    cell: string,
    decimals: number,
    most?: number,
    allowNegative = false,
  ): number | undefined {
    if (cell === '') {
      this.required(column);
      return undefined;
    }
    const plain =
      this.#rules.decimalMark === ','
        ? cell.replace(/[.\s](?=\d{3})/g, '').replace(',', '.')
        : GROUPED.test(cell)
          ? cell.replace(/,(?=\d{3})/g, '')
          : cell;
    const parsed = parsePlainDecimal(plain.replace(CURRENCY_MARK, ''), { decimals, allowNegative });
    if (parsed.ok && (most === undefined || parsed.value <= most)) return parsed.value;
    const reason = parsed.ok ? 'too-large' : parsed.error;
    this.add('bad-number', sentences[reason], { column, found: quoted(this.text(column)), reason });
    return undefined;
  }

  /** A day as `1996-07-04`; undefined when blank. A time of day is not looked at. */
  day(column: string): string | undefined {
    const cell = this.text(column);
    if (cell === '') return undefined;
    const [, year = '', month = '', day = ''] = DATE.exec(asIsoDay(cell, this.#rules.dayOrder)) ?? [];
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    if (m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)) {
      this.#understand(column, { day: `${year}-${month}-${day}` });
      return `${year}-${month}-${day}`;
    }
    this.#badDate(column, cell, 'This is not a date like 1996-07-04.');
    return undefined;
  }

  /** The same where a blank cell means nothing: 0. */
  decimalOrNone(column: string, decimals: number, most?: number): number {
    return this.text(column) === '' ? 0 : this.decimal(column, decimals, most);
  }

  /** An ISO instant, of a day alone `DAY_ALONE`; undefined when blank. Without a zone it is taken as UTC. */
  instant(column: string): string | undefined {
    const cell = this.text(column);
    if (cell === '') return undefined;
    const found = MOMENT.exec(asIsoDay(cell, this.#rules.dayOrder));
    const [, year, month, day, hour, minute, sign, zoneHours, zoneMinutes] = found ?? [];
    const [y, m, d] = [Number(year), Number(month), Number(day)];
    const [hh, mm] = hour === undefined ? DAY_ALONE : [Number(hour), Number(minute ?? 0)];
    if (found && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m) && hh <= 23 && mm <= 59) {
      const away = (Number(zoneHours ?? 0) * 60 + Number(zoneMinutes ?? 0)) * (sign === '-' ? -1 : 1);
      const two = (value: number): string => String(value).padStart(2, '0');
      const local = `${String(y).padStart(4, '0')}-${two(m)}-${two(d)}T${two(hh)}:${two(mm)}:00.000Z`;
      const at = instantAt(minuteOf(local) - away);
      this.#understand(column, hour === undefined ? { day: local.slice(0, 10) } : { at });
      return at;
    }
    this.#badDate(column, cell, 'This is not a date like 2025-10-07 or 2025-10-07 09:50:26 +0200.');
    return undefined;
  }

  #badDate(column: string, cell: string, message: string): void {
    const values = { column, found: quoted(cell) };
    if (this.#rules.dayOrder === undefined && canBeTwoDays(cell))
      this.add('unclear-date', 'This date can be read in two ways: write it like 2025-10-07.', values);
    else this.add('bad-date', message, values);
  }

  /** Adds a problem of this row in the words of whoever reads it. */
  add(code: string, message: string, values: RowProblem['values'] = {}): void {
    this.problems.push(problem(this.line, code, message, values));
  }
}
