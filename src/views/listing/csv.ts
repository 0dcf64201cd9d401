/** A cell of a table: text of whoever wrote it, or a number as exact decimal text, which stays a number. */
export type Cell = string | { readonly number: string };

// A spreadsheet runs what begins like a formula (promises.md, row 36): one apostrophe before it makes it text. Where
// apostrophes and such a mark stand already one more goes before them, so that whoever reads the file takes exactly one
// away and has the text again.
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

const csvCell = (cell: Cell): string => {
  if (typeof cell !== 'string') return cell.number;
  const inert = FORMULA.test(cell) ? `'${cell}` : cell;
  // White space at the ends is of the text only between quotation marks.
  return /[",;\n\r\t]|^\s|\s$/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** One line of a CSV file (RFC 4180), with its end. */
export const csvLine = (row: readonly Cell[]): string => `${row.map(csvCell).join(',')}\r\n`;

/** For spreadsheets that would take UTF-8 for something else without it. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** A whole table as a file that any spreadsheet reads. */
export const csvOf = (rows: readonly (readonly Cell[])[]): string =>
  BYTE_ORDER_MARK + rows.map(csvLine).join('');
