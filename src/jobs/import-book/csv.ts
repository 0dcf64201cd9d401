import Papa from 'papaparse';

export interface CsvRow {
  /** Line of the file on which it begins, the first is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote in it opens or closes where none may: its cells can't be trusted. */
  readonly brokenQuotes: boolean;
}

/** Where reading goes on in a text. */
export interface Place {
  readonly offset: number;
  readonly line: number;
}

export interface CsvChunk {
  readonly rows: readonly CsvRow[];
  readonly next: Place;
  readonly ended: boolean;
}

/** How a file is written: which mark stands between cells, and what ends a line. */
export interface Dialect {
  readonly delimiter: string;
  /** A line feed also ends lines of CR LF: the carriage return is taken off the last cell. */
  readonly newline: '\n' | '\r';
}

/** No row may be longer than this, so that one open quote can't make a row of the whole file. */
const WINDOW = 1024 * 1024;

/** The dialect by the first line: the mark that stands in it most often. */
export const dialectOf = (text: string): Dialect => {
  const newline = text.includes('\n') ? '\n' : '\r';
  const [header = ''] = text.slice(0, WINDOW).split(newline, 1);
  const marks = [',', ';', '\t', '|'].map((mark) => ({ mark, count: header.split(mark).length }));
  const [most] = marks.sort((a, b) => b.count - a.count);
  return { delimiter: most?.mark ?? ',', newline };
};

interface Parsed {
  readonly data: string[][];
  readonly errors: readonly { row: number }[];
  readonly meta: { readonly cursor: number };
}

const lineBreaks = (cell: string): number => cell.match(/\r\n|\r|\n/g)?.length ?? 0;

const withoutReturn = (cells: string[]): string[] => {
  const last = cells.at(-1);
  return last?.endsWith('\r') === true ? [...cells.slice(0, -1), last.slice(0, -1)] : cells;
};

/** Blank rows, as editors leave them at the end, are no rows. */
const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/**
 * The rows from a place on, about a megabyte of them, so that a job can stop between two chunks.
 * No rows and not ended: the row at `next` is longer than a window.
 */
export const readRows = (text: string, { delimiter, newline }: Dialect, from: Place): CsvChunk => {
  const window = text.slice(from.offset, from.offset + WINDOW);
  const last = from.offset + window.length >= text.length;
  const parser = new Papa.Parser({ delimiter, newline });
  const { data, errors, meta } = parser.parse(window, 0, !last) as Parsed;
  const broken = new Set(errors.map(({ row }) => row));
  let line = from.line;
  const rows: CsvRow[] = [];
  data.forEach((raw, n) => {
    const cells = newline === '\n' ? withoutReturn(raw) : raw;
    if (!isBlank(cells)) rows.push({ line, cells, brokenQuotes: broken.has(n) });
    line += 1 + cells.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
  });
  return { rows, next: { offset: from.offset + (last ? window.length : meta.cursor), line }, ended: last };
};
