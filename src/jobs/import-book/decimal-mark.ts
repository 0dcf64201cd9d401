import type { CsvRow } from './csv.ts';

// `12,50` and `1.234,5` can only be read one way, and so can `12.50` and `1,234.5`; `1,234` says nothing.
const COMMA = /^-?(?:\d{1,3}(?:[.\s]\d{3})+|\d+),(?:\d{1,2}|\d{4,})$/;
const POINT = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)\.(?:\d{1,2}|\d{4,})$/;

/** The decimal mark of a file, by its numbers; where they don't tell, a file between semicolons has commas. */
export const decimalMarkOf = (rows: readonly CsvRow[], delimiter: string): '.' | ',' => {
  const cells = rows.flatMap((row) => row.cells);
  const commas = cells.filter((cell) => COMMA.test(cell.trim())).length;
  const points = cells.filter((cell) => POINT.test(cell.trim())).length;
  if (commas !== points) return commas > points ? ',' : '.';
  return delimiter === ';' && commas > 0 ? ',' : '.';
};
