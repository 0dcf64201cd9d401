import type { ImportReport, Problem } from '../../../jobs/import-book/index.ts';

/** Problems of one kind in one file. */
export interface ProblemGroup {
  readonly file: string;
  readonly code: string;
  /** How many there are; of them the first are in `problems`. */
  readonly total: number;
  readonly problems: readonly Problem[];
}

/** Problems by file and kind, in the order in which they were first met. */
export const grouped = ({ listed, kinds = [] }: ImportReport['problems']): ProblemGroup[] => {
  const groups = new Map<string, Problem[]>();
  for (const problem of listed) {
    const key = JSON.stringify([problem.file, problem.code]);
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { file, code } = first;
    const kind = kinds.find((one) => one.file === file && one.code === code);
    return [{ file, code, total: Math.max(kind?.total ?? 0, group.length), problems: group }];
  });
};
