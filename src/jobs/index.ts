import type { JobType } from '../kernel/index.ts';
import { BackUpBook } from './back-up-book/index.ts';
import { ImportBook } from './import-book/index.ts';
import { ExportList } from './export-list/index.ts';
import { FillSampleBook } from './sample-book/index.ts';
import { UndoImport } from './undo-import/index.ts';
import { VerifyBook } from './verify-book/index.ts';

/** Every asynchronous command of the trade. */
export const jobs: readonly JobType[] = [
  ImportBook,
  FillSampleBook,
  UndoImport,
  ExportList,
  VerifyBook,
  BackUpBook,
];
