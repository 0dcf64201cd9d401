/** A cell of a table: anybody's text, or a number as exact decimal text, which stays a number. */
type CsvCell = string | { readonly number: string };

// A spreadsheet runs what begins like a formula; an apostrophe makes it text (promises.md, row 36).
const FORMULA = /^[=+\-@\t\r]/;

const csvCell = (cell: CsvCell): string => {
  if (typeof cell !== 'string') return cell.number;
  const inert = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** A table as a CSV file that any spreadsheet reads, with a byte order mark for those that need one. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
