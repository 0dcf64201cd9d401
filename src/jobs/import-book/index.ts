export { ImportBook } from './job.ts';
export type { Problem } from './problem.ts';
export type { Mapping } from './formats/plain/mapping.ts';
export type { Field } from './formats/plain/fields.ts';
export type { FirstRow } from './first-rows.ts';
export type { Understood } from './understood.ts';
export type { FileReport, ImportReport } from './report.ts';
