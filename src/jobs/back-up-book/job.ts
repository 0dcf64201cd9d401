import * as z from 'zod/mini';
import { defineJob, ok, reject, type Json } from '../../kernel/index.ts';
import type { BookInBackup } from './about.ts';
import { describe } from './describe.ts';
import { fileName } from './file-name.ts';

/** Of a backup that is whole, once it is; `name` is that of its file. */
export type BackupReport = {
  readonly name: string;
  readonly about: BookInBackup;
  readonly bytes: number;
  readonly sealed: boolean;
  readonly position: number;
  readonly hash: string;
};

type Cursor = { readonly about?: BookInBackup; readonly at?: Json };

const start: Cursor = {};
const nothing: BookInBackup = { name: '', orders: 0 };
const emptyReport: BackupReport = {
  name: '',
  about: nothing,
  bytes: 0,
  sealed: false,
  position: 0,
  hash: '',
};

/**
 * Writes the whole book into one file: the log as it is stored, the keys of those who are not forgotten. The page
 * fetches it with `client.jobFile`. It counts as a backup when it has left the app.
 */
export const BackUpBook = defineJob({
  type: 'BackUpBook',
  /** `zone`: minutes that clocks here are ahead of UTC, for the name of the file. */
  payload: z.strictObject({ zone: z.optional(z.int().check(z.minimum(-1_440), z.maximum(1_440))) }),
  permission: 'book.backup',
  start,
  emptyReport,
  chunk: async ({ zone }, { cursor }, context) => {
    const about = cursor.about ?? (await describe(context.query));
    if (about.name === '') return reject('book-not-open', 'There is no book to make a backup of yet.');
    const step = await context.writeBackup(about, cursor.at);
    if (!step.ok) return step;
    const { cursor: at, progress, written } = step.value;
    const report: BackupReport = written
      ? {
          name: fileName(about, context.startedAt, zone),
          about,
          bytes: written.bytes,
          sealed: written.sealed,
          ...written.head,
        }
      : emptyReport;
    return ok({ cursor: { about, at }, progress, report, finished: written !== undefined });
  },
});
