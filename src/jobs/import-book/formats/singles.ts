import type { Cells } from '../cells.ts';
import { caps } from '../caps.ts';
import { problem, quoted, type RowProblem } from '../problem.ts';
import type { Entry, FileReader } from './format.ts';

/** The source's own id of a row. */
export const keyOf = (cells: Cells, column: string): string => {
  const key = cells.required(column);
  if (key.length <= caps.key) return key;
  cells.problems.push(
    problem(cells.line, 'key-too-long', 'This id is too long.', { column, found: quoted(key) }),
  );
  return '';
};

export const duplicateRow = (row: number, key: string, first: number): RowProblem =>
  problem(row, 'duplicate-row', `Row ${first} is about the same one: this row is left out.`, { key, first });

/** Reads a file in which each row is one thing of its own; a row with a problem is left out. */
export const singles = (keyColumn: string, entry: (key: string, cells: Cells) => Entry): FileReader => {
  const entries = new Map<string, Entry>();
  const problems: RowProblem[] = [];
  let refused = 0;
  return {
    read: (cells) => {
      const key = keyOf(cells, keyColumn);
      const read = cells.problems.length === 0 ? entry(key, cells) : undefined;
      const first = entries.get(key);
      if (first) cells.problems.push(duplicateRow(cells.line, key, first.row));
      problems.push(...cells.problems);
      if (read && cells.problems.length === 0) entries.set(key, read);
      else refused += 1;
    },
    close: () => ({ entries: [...entries.values()], problems, refused }),
  };
};
