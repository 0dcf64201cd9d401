/** A cell of a table: text of whoever wrote it, or a number as exact decimal text, which stays a number. */
export type Cell = string | { readonly number: string };

export type Row = readonly Cell[];

// A spreadsheet runs what begins like a formula: one apostrophe before it makes it text. Where apostrophes and such a mark
// stand already one more goes before them, so that whoever reads the file takes exactly one away and has the text again.
const FORMULA = /^'*[=+\-@\t\r]/;

const csvCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell.number;
  const inert = FORMULA.test(cell) ? `'${cell}` : cell;
  // White space at the ends is of the text only between quotation marks.
  return /[",;\n\r\t]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (row: Row): string => `${row.map(csvCell).join(',')}\r\n`;

/** For spreadsheets that would take UTF-8 for something else without it. */
export const BYTE_ORDER_MARK = '\uFEFF';

const jsonCell = (cell: Cell): string =>
  typeof cell === 'string' ? JSON.stringify(cell) : cell.number === '' ? 'null' : cell.number;

/** The row as a JSON object by the columns' titles; its numbers are the very decimals of the table. */
export const jsonObject = (titles: readonly string[], row: Row): string =>
  `{${row.map((cell, n) => `${JSON.stringify(titles[n] ?? '')}:${jsonCell(cell)}`).join(',')}}`;
