export type { BookInBackup } from './about.ts';
export { BackUpBook, type BackupReport } from './job.ts';
