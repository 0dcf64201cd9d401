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

/** How many problems of one kind there are in one file. */
export type ProblemKind = {
  readonly file: string;
  readonly code: string;
  readonly total: number;
};

/** The first problems, and how many there are in all and of each kind. `kinds` is absent in reports of before. */
export type ProblemList = {
  readonly total: number;
  readonly listed: readonly Problem[];
  readonly kinds?: readonly ProblemKind[];
};

const LISTED = 500;
/** So many of each kind are listed even so: thousands of one do not hide another. */
const OF_EACH = 20;

export const noProblems: ProblemList = { total: 0, listed: [] };

export const withProblems = (list: ProblemList, found: readonly Problem[]): ProblemList => {
  if (found.length === 0) return list;
  const listed = [...list.listed];
  const kinds = [...(list.kinds ?? [])];
  for (const one of found) {
    const at = kinds.findIndex(({ file, code }) => file === one.file && code === one.code);
    const before = kinds[at]?.total ?? 0;
    kinds[at < 0 ? kinds.length : at] = { file: one.file, code: one.code, total: before + 1 };
    if (listed.length < LISTED || before < OF_EACH) listed.push(one);
  }
  return { total: list.total + found.length, listed, kinds };
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
