export {
  createProcessRunner,
  type ProcessRunner,
  type ProcessRunnerPorts,
  type ProcessStatus,
} from './runner.ts';
