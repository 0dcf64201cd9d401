import type { ProcessStatus } from '../processes/index.ts';
import type { ViewStatus } from '../projector/index.ts';

/** The loop turns every two seconds; after a failure it may wait for thirty. Longer than this it hangs. */
const STUCK_MS = 60_000;

/**
 * Names of what follows the log and has not turned for long. A lag of 0 proves nothing: a loop that hangs on an answer
 * that never comes has none either, until somebody writes. While rows are checked the loop is busy and says how far it is.
 */
export const stuckAmong = (
  views: readonly Pick<ViewStatus, 'view' | 'turnedMs' | 'rebuild'>[],
  processes: readonly Pick<ProcessStatus, 'process' | 'turnedMs'>[],
): readonly string[] => [
  ...views
    .filter(({ turnedMs, rebuild }) => turnedMs > STUCK_MS && rebuild?.state !== 'checking')
    .map(({ view }) => view),
  ...processes.filter(({ turnedMs }) => turnedMs > STUCK_MS).map(({ process }) => process),
];
