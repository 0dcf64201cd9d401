export { VerifyBook } from './job.ts';
