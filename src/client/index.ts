export { createClient, type Client } from './client.ts';
export { provideClient, useClient } from './context.ts';
export { scriptingDoor } from './door.ts';
export { followJobs, live, type Live } from './live.svelte.ts';
export { NotPermittedError } from './session.svelte.ts';
export { Submission } from './submission.svelte.ts';
export type { Health } from '../engine/host/api.ts';
export type { KeptOutcome } from '../engine/ports.ts';
export type { JobStatus } from '../engine/reading/index.ts';
