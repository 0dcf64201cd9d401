import type { Cell } from '../../views/listing/csv.ts';

export type Row = readonly Cell[];

const jsonCell = (cell: Cell): string =>
  typeof cell === 'string' ? JSON.stringify(cell) : cell.number === '' ? 'null' : cell.number;

/** The row as a JSON object by the columns' titles; its numbers are the very decimals of the table. */
export const jsonObject = (titles: readonly string[], row: Row): string =>
  `{${row.map((cell, n) => `${JSON.stringify(titles[n] ?? '')}:${jsonCell(cell)}`).join(',')}}`;
