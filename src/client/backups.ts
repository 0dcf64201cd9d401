import { v7 } from 'uuid';
import type { BackupOpened, StagingStep } from '../engine/host/api.ts';
import type { LastBackup } from '../engine/backup/last.ts';
import type { Receipt, Rejection } from '../kernel/index.ts';
import { keepFolder, keptFolder, rootOf, takeJobFile } from '../engine/reading/index.ts';
import type { Connection } from './connection.svelte.ts';
import type { Link } from './link.ts';

const ASK_MS = 10_000;
/** Making a key of a passphrase takes a second or two, ten on a slow phone. */
const KEY_MS = 60_000;
/** A piece, once a large store has to make room for it; or until all tabs have let go of the book. */
const PIECE_MS = 60_000;

/** Copies of the whole book outside the browser: made, opened, put in its place, taken back. Refusals are data. */
export const createBackupsOf = (link: Link, book: string, connection: Pick<Connection, 'replacing'>) => ({
  /** Starts the job; the receipt is `accepted`, and `hand` gives the file once it is finished. */
  make: (passphrase?: string, commandId: string = v7()): Promise<Receipt> =>
    link.insist((engine) => engine.backUp(commandId, passphrase), KEY_MS),
  /** The file that a finished job has made, once. Call `handed` when it has left the app: it counts from then on. */
  file: (jobId: string): Promise<Blob | undefined> => takeJobFile(book, jobId),
  handed: (jobId: string): Promise<void> => link.call((engine) => engine.backupHanded(jobId), ASK_MS),
  /** Where backups went last, if that was a folder. A browser asks again whether it may be written to. */
  folder: (): Promise<FileSystemDirectoryHandle | undefined> => keptFolder(rootOf(book)),
  keepFolder: (folder: FileSystemDirectoryHandle): Promise<void> => keepFolder(rootOf(book), folder),
  /** Undefined when no backup has ever left the app. */
  last: (): Promise<LastBackup | undefined> => link.call((engine) => engine.lastBackup(), ASK_MS),
  /** The newest second copy on this device, for `open`. */
  secondCopy: () => link.call((engine) => engine.secondCopy(v7()), KEY_MS),
  /** Lets go of it, where it holds more than the book. */
  dropSecondCopy: (): Promise<Rejection | undefined> =>
    link.call((engine) => engine.dropSecondCopy(v7()), ASK_MS),
  /** Looks into a file. */
  open: (file: Blob, passphrase?: string): Promise<BackupOpened> =>
    link.call((engine) => engine.openBackup({ file, passphrase, attemptId: v7() }), KEY_MS),
  /** Takes it in beside the present book, piece by piece; `onStep` hears how far it is, and says whether to go on. */
  stage: async (
    id: string,
    onStep: (step: { readonly done: number; readonly total: number }) => boolean,
  ): Promise<'ready' | 'given-up' | Rejection> => {
    for (;;) {
      const step: StagingStep = await link.call((engine) => engine.stageBackup(id), PIECE_MS);
      if (step.status === 'refused') return step.rejection;
      if (step.ready) return 'ready';
      if (onStep(step)) continue;
      await link.call((engine) => engine.dropBackup(id), PIECE_MS);
      return 'given-up';
    }
  },
  drop: (id: string): Promise<void> => link.call((engine) => engine.dropBackup(id), PIECE_MS),
  /** Puts it in the book's place; reload the page after that. */
  adopt: (id: string): Promise<Rejection | undefined> =>
    connection.replacing(() => link.call((engine) => engine.adoptBackup(id, v7()), PIECE_MS)),
  /** The book that was replaced, as long as it is kept. */
  replaced: () => link.call((engine) => engine.replacedBook(), ASK_MS),
  takeBack: (): Promise<Rejection | undefined> =>
    connection.replacing(() => link.call((engine) => engine.takeBack(v7()), PIECE_MS)),
  dropReplaced: (): Promise<Rejection | undefined> =>
    link.call((engine) => engine.dropReplaced(v7()), PIECE_MS),
});
