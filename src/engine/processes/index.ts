export { createProcessRunner, type ProcessRunner, type ProcessStatus } from './runner.ts';
