export { FillSampleBook } from './job.ts';
