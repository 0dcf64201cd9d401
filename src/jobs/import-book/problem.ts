import * as z from 'zod/mini';
import type { Json } from '../../kernel/index.ts';

/** What is wrong with a row of a file. `code` is for ever: screens have their own words for each. */
export type RowProblem = {
  /** Line of the file, the first is 1; where a row spans several lines, its first one. */
  readonly row: number;
  readonly code: string;
  readonly message: string;
  readonly values: Readonly<Record<string, Json>>;
};

export const problem = (
  row: number,
  code: string,
  message: string,
  values: Readonly<Record<string, Json>> = {},
): RowProblem => ({ row, code, message, values });

/** A row's problem with the name of its file, as the report lists it. */
export type Problem = RowProblem & {
  readonly file: string;
};

/** The first problems, and how many there are in all. */
export type ProblemList = {
  readonly total: number;
  readonly listed: readonly Problem[];
};

const LISTED = 500;

export const noProblems: ProblemList = { total: 0, listed: [] };

export const withProblems = (list: ProblemList, found: readonly Problem[]): ProblemList =>
  found.length === 0
    ? list
    : {
        total: list.total + found.length,
        listed: [...list.listed, ...found.slice(0, Math.max(0, LISTED - list.listed.length))],
      };

/** A cell as a problem quotes it. */
export const quoted = (cell: string): string => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell);

/** `issues` of an `invalid-payload` refusal: where a command did not have the right shape. */
const Issues = z.array(z.object({ path: z.string(), code: z.string() }));

/** Paths at which a refused payload was not right, such as `lines.2.quantity`; none for any other refusal. */
export const wrongPaths = (values: Readonly<Record<string, Json>>): readonly string[] => {
  const issues = Issues.safeParse(values['issues']);
  return issues.success ? issues.data.map(({ path }) => path) : [];
};
