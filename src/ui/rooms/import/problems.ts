import type { Problem } from '../../../jobs/import-book/index.ts';

/** Problems of one kind in one file. */
export interface ProblemGroup {
  readonly file: string;
  readonly code: string;
  readonly problems: readonly Problem[];
}

/** Problems by file and kind, in the order in which they were first met. */
export const grouped = (problems: readonly Problem[]): ProblemGroup[] => {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = JSON.stringify([problem.file, problem.code]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ file: first.file, code: first.code, problems: group }] : [];
  });
};

// A spreadsheet runs what begins like a formula; an apostrophe makes it text (promises.md, row 36).
const FORMULA = /^[=+\-@\t\r]/;

const csvCell = (text: string): string => {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

/** A table as a CSV file that any spreadsheet reads, with a byte order mark for those that need one. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
