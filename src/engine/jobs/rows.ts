import type { Table } from 'dexie';
import type { Actor, Json } from '../../kernel/index.ts';
import type { JobStatus } from '../reading/index.ts';

/** A job as the registry keeps it: its status, and where to go on from after a reload. */
export interface JobRow extends JobStatus {
  readonly cursor: Json;
  readonly actor: Actor;
}

/** A file handed over with a job, kept until the job has ended. */
export interface FileRow {
  readonly id: string;
  readonly jobId: string;
  readonly name: string;
  readonly content: Blob;
}

export interface JobTables {
  readonly jobs: Table<JobRow, string>;
  readonly files: Table<FileRow, string>;
}
