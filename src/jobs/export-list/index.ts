export { ExportList, type ExportReport } from './job.ts';
