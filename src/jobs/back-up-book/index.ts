export type { BookInBackup } from './about.ts';
export { describe } from './describe.ts';
export { BackUpBook, type BackupReport } from './job.ts';
