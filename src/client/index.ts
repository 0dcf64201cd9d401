export { createClient, type Client } from './client.ts';
export { provideClient, useClient } from './context.ts';
export { scriptingDoor } from './door.ts';
export { lasting } from './lasting.svelte.ts';
export { followJobs, followLag, live, type Live } from './live.svelte.ts';
export { NotPermittedError } from './session.svelte.ts';
export { Submission } from './submission.svelte.ts';
export type {
  CausedCommand,
  Causes,
  EntriesAsked,
  EntriesPage,
  Entry,
  Shown,
  ShownRefusal,
  StoredDatabase,
} from '../engine/browsing/shapes.ts';
export type { DeadLetter, Health } from '../engine/host/api.ts';
export type { OpenedLetter } from '../engine/repairs/shapes.ts';
export type { OutletStatus, OutletTested } from '../engine/outlets/index.ts';
export {
  BOUNDS,
  type FinishedSpan,
  type MeasuredStage,
  type Sample,
  type TelemetryStatus,
} from '../engine/reading/measurements.ts';
export { presentBook } from '../engine/reading/index.ts';
export type { JobStatus, RebuildState } from '../engine/reading/index.ts';
export type { TriedOut } from './what-if.ts';
export type { Stuck, WaitingTimer } from '../engine/processes/index.ts';
export type {
  Intervention,
  MeasuringDeed,
  OutletDeed,
  Repair,
  RepairOfOne,
  RepairRow,
  TrialDeed,
} from '../engine/registry/index.ts';
