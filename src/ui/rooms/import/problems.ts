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
