export { ImportBook } from './job.ts';
export type { Problem, ProblemList } from './problem.ts';
export type { FileReport, ImportReport } from './report.ts';
