import { ok, reject, type Rejection, type Result } from '../../kernel/index.ts';
import { caps } from './caps.ts';
import { Cells, Columns, type CellRules } from './cells.ts';
import { dayOrderOf } from './day-order.ts';
import { decimalMarkOf } from './decimal-mark.ts';
import { dialectOf, readRows, type CsvChunk, type CsvRow, type Dialect } from './csv.ts';
import { FirstRowsOf, type FirstRows } from './first-rows.ts';
import type { Entries } from './formats/format.ts';
import { recognize, type Recognized } from './formats/recognize.ts';
import { problem, quoted } from './problem.ts';
import type { ReadingSettings } from './settings.ts';

/** What can be said of a text before its rows are looked at. */
const unreadable = (text: string): { ok: false; error: Rejection } | undefined => {
  if (text.length > caps.file)
    return reject('file-too-large', 'This file is larger than 50 MB.', { limit: caps.file });
  if (text.trim() === '') return reject('empty-file', 'There is nothing in this file.');
  if (text.includes('\0')) return reject('not-text', 'This is not a text file.');
  if (text.includes('\uFFFD'))
    return reject(
      'wrong-encoding',
      'Letters of this file were lost when it was saved: save it again as UTF-8.',
    );
  return undefined;
};

/** A row's cells, with what is wrong with the row as a whole. */
const checkedCells = (row: CsvRow, columns: Columns, rules: CellRules, isShown: boolean): Cells => {
  const cells = new Cells(row, columns, rules, isShown);
  const [found, expected] = [row.cells.length, columns.names.length];
  const add = (code: string, message: string, values = {}) =>
    cells.problems.push(problem(row.line, code, message, values));
  if (found > expected)
    add('too-many-columns', 'This row has more cells than the header.', { found, expected });
  if (found < expected)
    add('too-few-columns', 'This row has fewer cells than the header.', { found, expected });
  if (row.cells.some((cell) => cell.length > caps.cell))
    add('cell-too-long', 'A cell of this row is too long.', { limit: caps.cell });
  return cells;
};

/** Nobody knows how many rows such a mark has swallowed, and an order must not come in without some of its lines. */
const brokenQuotes = (row: number) =>
  reject('broken-quotes', `A quotation mark opens or closes where it must not, from row ${row} on.`, { row });

/** A recognized file, read chunk by chunk. */
export class OpenFile {
  readonly format: Recognized;
  rows = 0;
  readonly #text: string;
  readonly #dialect: Dialect;
  readonly #columns: Columns;
  readonly #rules: CellRules;
  readonly #reader;
  /** Undefined where nobody looks at them. */
  readonly #first: FirstRowsOf | undefined;
  /** Places of columns in which nothing has stood so far. */
  #empty: readonly number[];
  #pending: CsvChunk;

  private constructor(
    format: Recognized,
    settings: ReadingSettings,
    file: { text: string; dialect: Dialect; columns: Columns; first: CsvChunk },
  ) {
    this.format = format;
    this.#text = file.text;
    this.#dialect = file.dialect;
    // Others than those that the file was recognized by: these know what is read.
    this.#columns = new Columns(file.columns.names);
    this.#empty = file.columns.names.map((_, place) => place);
    this.#pending = file.first;
    this.#rules = {
      nulls: format.cells !== 'raw',
      decimalMark: decimalMarkOf(file.first.rows, file.dialect.delimiter),
      dayOrder: dayOrderOf(file.first.rows),
    };
    this.#reader = format.open(settings);
    this.#first = settings.areRowsShown ? new FirstRowsOf(file.columns) : undefined;
  }

  /** Recognizes a file by its header, or says why it is left out. */
  static open(text: string, settings: ReadingSettings): Result<OpenFile, Rejection> {
    const refusal = unreadable(text);
    if (refusal) return refusal;
    const dialect = dialectOf(text);
    const first = readRows(text, dialect, { offset: 0, line: 1 });
    const [header, ...rows] = first.rows;
    if (!header || header.cells.length > caps.columns || header.cells.some((cell) => cell.length > caps.cell))
      return reject('unknown-format', 'The first row is no header of a table.', { columns: [] });
    const columns = new Columns(header.cells);
    const format = recognize(columns, settings.mappings);
    return format.ok
      ? ok(new OpenFile(format.value, settings, { text, dialect, columns, first: { ...first, rows } }))
      : format;
  }

  /** Reads one more chunk; true when that was the last one. */
  readOn(): Result<boolean, Rejection> {
    const { rows, next, ended } = this.#pending;
    const broken = rows.find(({ brokenQuotes }) => brokenQuotes);
    if (broken) return brokenQuotes(broken.line);
    for (const row of rows) {
      this.#readRow(row);
      if (this.#empty.some((place) => (row.cells[place] ?? '') !== ''))
        this.#empty = this.#empty.filter((place) => (row.cells[place] ?? '') === '');
    }
    this.rows += rows.length;
    if (ended) return ok(true);
    this.#pending = readRows(this.#text, this.#dialect, next);
    // A row that fills a whole window: the quotation mark that opened it is not closed.
    return this.#pending.next.offset === next.offset && !this.#pending.ended
      ? brokenQuotes(next.line)
      : ok(false);
  }

  #readRow(row: CsvRow): void {
    const shown = this.#first?.wanted === true ? this.#first : undefined;
    const cells = checkedCells(row, this.#columns, this.#rules, shown !== undefined);
    this.#reader.read(cells);
    shown?.take(cells);
  }

  get firstRows(): FirstRows | undefined {
    return this.#first?.close();
  }

  /** Titles of columns in which something stands that is not read. */
  get unread(): readonly string[] {
    const { names, unasked } = this.#columns;
    const titles = unasked.filter((place) => !this.#empty.includes(place)).map((place) => names[place] ?? '');
    return titles.filter((title) => title !== '').map(quoted);
  }

  close(): Entries {
    return this.#reader.close();
  }
}
