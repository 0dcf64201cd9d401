export { ExportList } from './job.ts';
