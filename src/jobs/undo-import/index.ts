export { UndoImport } from './job.ts';
export type { KeptThing, UndoReport } from './report.ts';
