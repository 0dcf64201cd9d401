export { allowOriginsOf } from './allowed.ts';
export type { Answered } from './await-answer.ts';
export { takeJobFile } from './job-file.ts';
export { liveJobs, type JobState, type JobStatus } from './jobs.ts';
export { noticesChannelName } from './names.ts';
export type { Observable } from './observable.ts';
export { liveProgress } from './progress.ts';
export { createReadSide, type QueryOptions, type ReadSide } from './read-side.ts';
