export { FillSampleBook, type SampleReport } from './job.ts';
