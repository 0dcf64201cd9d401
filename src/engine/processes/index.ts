export type { Stuck, WaitingTimer } from './stuck.ts';
export { createProcessRunner, type ProcessRunner, type ProcessStatus } from './runner.ts';
