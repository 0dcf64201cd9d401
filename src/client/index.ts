export { createClient, type Client, type DispatchOptions } from './client.ts';
export type { Connection } from './connection.svelte.ts';
export { provideClient, useClient } from './context.ts';
export { scriptingDoor } from './door.ts';
export { followJobs, live, type Live } from './live.svelte.ts';
export { Submission, type SubmissionState } from './submission.svelte.ts';
export type { Health, JobFile } from '../engine/host/api.ts';
export type { KeptOutcome } from '../engine/ports.ts';
export type { JobState, JobStatus } from '../engine/reading/index.ts';
