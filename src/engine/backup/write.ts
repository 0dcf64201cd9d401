import { ok, type BackupStep, type Json, type Rejection, type Result } from '../../kernel/index.ts';
import type { OpenBook } from '../host/book.ts';
import type { JobTables } from '../jobs/rows.ts';
import { handedOver, resultOf } from '../reading/job-file.ts';
import type { Clock, Head } from '../ports.ts';
import { NOTHING, type BackupCounts, type FrameContent } from './content.ts';
import { readFrames, sealFrame, type FramesRead } from './frames.ts';
import { Inspection } from './inspect.ts';
import { KEY_FILE, keyFile, keyIn } from './key-file.ts';
import { newBackupKey, type BackupKey } from './lock.ts';
import { BackupProblem } from './problem.ts';
import { PERSONS_FROM, SECTIONS } from './sections.ts';

/** Where the writing of a backup stands; a job keeps it over a reload. */
interface Cursor {
  readonly head: Head;
  /** Of `SECTIONS`; after the last of them everything is read again. */
  readonly section: number;
  readonly after: number | string;
  /** Number of the next frame. */
  readonly frame: number;
  readonly counts: BackupCounts;
  /** As they stood before the first word on persons. */
  readonly persons?: { readonly frame: number; readonly counts: BackupCounts };
}

interface Reread {
  readonly jobId: string;
  readonly frames: FramesRead;
  readonly inspection: Inspection;
}

interface Ports {
  readonly book: OpenBook;
  readonly tables: JobTables;
  readonly clock: Clock;
  readonly epoch: number;
}

/**
 * Writes backups of a book in steps, each a frame: a part of the job's result file. Written again after a crash it is
 * the same part. When all is written the whole file is read again and proved, as whoever opens it will.
 */
export const createBackupWriter = ({ book, tables, clock, epoch }: Ports) => {
  let reread: Reread | undefined;

  const keyOf = async (jobId: string): Promise<BackupKey> => {
    const handed = await tables.files.get(handedOver(jobId, KEY_FILE));
    if (handed) return keyIn(handed);
    const key = await newBackupKey();
    await tables.files.put(keyFile(jobId, key));
    return key;
  };

  const put = async (jobId: string, frame: number, content: FrameContent): Promise<void> => {
    const sealed = await sealFrame(await keyOf(jobId), frame, content);
    await tables.files.put({ ...resultOf(jobId, frame), name: '', content: sealed });
  };

  const begin = async (jobId: string, about: Json): Promise<Cursor> => {
    const head = await book.log.head();
    const madeAt = clock.now();
    const { installId } = book.store;
    await put(jobId, 0, { kind: 'about', about, madeAt, installId, epoch, head });
    return { head, section: 0, after: SECTIONS[0].start, frame: 1, counts: NOTHING };
  };

  const writeNext = async (jobId: string, cursor: Cursor): Promise<Cursor> => {
    const { section, after, frame, counts, head } = cursor;
    const persons = section === PERSONS_FROM ? (cursor.persons ?? { frame, counts }) : cursor.persons;
    const kept = { ...cursor, ...(persons && { persons }) };
    const portion = await SECTIONS[section]?.read(book, after, head);
    if (portion) {
      await put(jobId, frame, portion.content);
      const sum = { ...counts };
      for (const [kind, by] of Object.entries(portion.counts) as [keyof BackupCounts, number][])
        sum[kind] += by;
      return { ...kept, after: portion.after, frame: frame + 1, counts: sum };
    }
    const next = SECTIONS[section + 1];
    if (next) return { ...kept, section: section + 1, after: next.start };
    await put(jobId, frame, { kind: 'end', counts });
    return { ...kept, section: section + 1, after: 0, frame: frame + 1 };
  };

  const parts = (jobId: string) => tables.files.where('jobId').equals(resultOf(jobId, 0).jobId);

  /** Somebody was forgotten while it was written: what is told of persons is told anew. */
  const again = async (jobId: string, cursor: Cursor): Promise<Cursor> => {
    const { frame, counts } = cursor.persons ?? cursor;
    await parts(jobId)
      .and(({ id }) => id >= resultOf(jobId, frame).id)
      .delete();
    return { ...cursor, section: PERSONS_FROM, after: SECTIONS[PERSONS_FROM].start, frame, counts };
  };

  const fileOf = async (jobId: string): Promise<Blob> =>
    new Blob((await parts(jobId).sortBy('id')).map(({ content }) => content));

  const readAgain = async (jobId: string, cursor: Cursor): Promise<BackupStep['written'] | undefined> => {
    const key = await keyOf(jobId);
    if (reread?.jobId !== jobId) {
      const frames = readFrames(await fileOf(jobId), key);
      reread = { jobId, frames, inspection: new Inspection(epoch) };
    }
    const { frames, inspection } = reread;
    const content = await frames.next();
    if (content !== undefined) {
      inspection.take(content);
      return undefined;
    }
    reread = undefined;
    inspection.finish();
    return { bytes: frames.at, sealed: key.header.includes('passphrase'), head: cursor.head };
  };

  const progressOf = ({ head, section, after }: Cursor) => {
    const written = section === 0 ? Number(after) : head.position;
    const read = section >= SECTIONS.length ? (reread?.inspection.head.position ?? 0) : 0;
    return { done: written + read, total: head.position * 2 };
  };

  /** @throws StoreFailure when the browser can't read or write */
  return async (jobId: string, about: Json, at?: Json): Promise<Result<BackupStep, Rejection>> => {
    let cursor = (at as Cursor | undefined) ?? (await begin(jobId, about));
    const step = (written?: BackupStep['written']) =>
      ok({ cursor: cursor as unknown as Json, progress: progressOf(cursor), ...(written && { written }) });
    if (cursor.section < SECTIONS.length) {
      reread = undefined;
      cursor = await writeNext(jobId, cursor);
      return step();
    }
    try {
      const written = await readAgain(jobId, cursor);
      if (!written || (await book.keys.forgotten()) === cursor.counts.forgotten) return step(written);
      cursor = await again(jobId, cursor);
      return step();
    } catch (error) {
      if (!(error instanceof BackupProblem)) throw error;
      return { ok: false, error: error.rejection };
    }
  };
};
