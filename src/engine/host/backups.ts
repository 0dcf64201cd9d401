import { epochOf, type Actor, type Json, type Rejection } from '../../kernel/index.ts';
import { keepLastBackup, readLastBackup, type LastBackup } from '../backup/last.ts';
import type { Staged } from '../backup/stage.ts';
import type { JobTables } from '../jobs/rows.ts';
import { isLogThere } from '../log/open.ts';
import { rejected } from '../pipeline/stages.ts';
import { StoreFailure, type StoreFault } from '../ports.ts';
import { deleteCopies } from '../reading/copies.ts';
import { changeShelf, readShelf, rootOf, writtenShelf, type Shelf } from '../reading/shelf.ts';
import type { BackupApi, BackupOpened, EngineApi, StagingStep } from './api.ts';
import type { EngineConfig, OpenBook } from './book.ts';
import { holdWhileAlive } from './leadership.ts';

const doesNotOpen: Rejection = { code: 'book-missing', message: 'This book does not open.', values: {} };
/** Asked of whoever makes a backup of the book or puts one in its place. */
const PERMISSION = 'book.backup';
/** Books that can't be opened may be put right by whoever has a backup: there is nothing left to protect. */
const RESCUED: readonly StoreFault[] = ['book-missing', 'store-broken'];

interface Ports {
  readonly opened: Promise<OpenBook>;
  readonly accept: EngineApi['accept'];
  /** Does it once nobody writes to this book any more; this worker neither, whatever comes of it. */
  readonly inPlaceOf: (work: () => Promise<void>) => Promise<void>;
}

const rejectionOf = async (error: unknown): Promise<Rejection> => {
  const { BackupProblem } = await import('../backup/problem.ts');
  if (error instanceof BackupProblem) return error.rejection;
  if (error instanceof StoreFailure)
    return { code: error.fault, message: 'The browser could not write. The book is as it was.', values: {} };
  throw error;
};

/**
 * Where backups are made, opened and put in the book's place, by those who may. Each refusal is recorded, and each deed in
 * the book that makes way.
 */
export const createBackupDesk = (config: EngineConfig, { opened, accept, inPlaceOf }: Ports): BackupApi => {
  const { application, book, clock, newId } = config;
  const root = rootOf(book);
  const staged = new Map<string, Staged>();

  const isOpen = (): Promise<boolean> =>
    opened.then(
      () => true,
      () => false,
    );

  const note = async (id: string, type: string, actor: Actor, rejection?: Rejection): Promise<void> => {
    const { pipeline } = await opened;
    const outcome = rejection
      ? rejected(id, rejection.code, rejection.message, rejection.values)
      : { status: 'committed' as const, commandId: id, position: 0, streams: {} };
    await pipeline.note({ commandId: id, type, payload: {} }, actor, outcome);
  };

  /** Records who did it, as far as there is a book to do it in. */
  const done = async (id: string, type: string): Promise<void> => {
    if (await isOpen()) await note(id, type, await (await opened).session.actor());
  };

  /** The refusal, if the present operator may not do it. */
  const refused = async (id: string, type: string): Promise<Rejection | undefined> => {
    let open: OpenBook;
    try {
      open = await opened;
    } catch (error) {
      if (error instanceof StoreFailure && RESCUED.includes(error.fault)) return undefined;
      throw error;
    }
    const actor = await open.session.actor();
    if (application.permits(actor, PERMISSION)) return undefined;
    const values = { permission: PERMISSION, role: actor.role };
    const rejection = { code: 'not-permitted', message: 'You are not allowed to do this.', values };
    await note(id, type, actor, rejection);
    return rejection;
  };

  /** Another book in the place of this one, unless another tab was faster. Gives the shelf as it was. */
  const put = async (
    deed: { readonly id: string; readonly type: string },
    change: (shelf: Shelf) => Shelf | undefined,
  ): Promise<Shelf | undefined> => {
    await done(deed.id, deed.type);
    let was: Shelf | undefined;
    await inPlaceOf(async () => {
      was = await changeShelf(root, (shelf) => (shelf.present === book ? change(shelf) : undefined));
    });
    return was;
  };

  const drop = async ({ before }: Shelf): Promise<void> => {
    if (before) await (await import('../backup/stage.ts')).deleteBook(before.book);
  };

  return {
    backUp: async (commandId, passphrase) => {
      const { newBackupKey } = await import('../backup/lock.ts');
      const { KEY_FILE, keyFile } = await import('../backup/key-file.ts');
      const { name, content } = keyFile(commandId, await newBackupKey(passphrase));
      const payload = { zone: -new Date().getTimezoneOffset() };
      return accept({ commandId, type: 'BackUpBook', payload }, [{ fileId: KEY_FILE, name, content }]);
    },
    backupHanded: async (jobId) => {
      const { registry, store, session } = await opened;
      if (!application.permits(await session.actor(), PERMISSION)) return;
      const job = await (registry as unknown as JobTables).jobs.get(jobId);
      if (job?.type !== 'BackUpBook' || job.status !== 'finished') return;
      const { position, about } = job.report as { readonly position: number; readonly about: Json };
      if (position > 0) await keepLastBackup(store.idb, { at: job.createdAt, position, about });
    },
    lastBackup: async (): Promise<LastBackup | undefined> => readLastBackup((await opened).store.idb),
    secondCopy: async (attemptId) => {
      if (await refused(attemptId, 'OpenBackup')) return undefined;
      const known = (await isOpen()) || (await writtenShelf(root)) !== undefined;
      return (await import('../copy/copied-book.ts')).copiedBook(root, known ? book : undefined);
    },
    dropSecondCopy: async (attemptId) => {
      // Of a book that does not open it may be all that is left.
      if (!(await isOpen())) return doesNotOpen;
      const no = await refused(attemptId, 'DropSecondCopy');
      if (no) return no;
      await done(attemptId, 'DropSecondCopy');
      await deleteCopies(book);
      return undefined;
    },
    openBackup: async ({ file, passphrase, attemptId }): Promise<BackupOpened> => {
      const no = await refused(attemptId, 'OpenBackup');
      if (no) return { status: 'refused', rejection: no };
      try {
        const { openBackup } = await import('../backup/stage.ts');
        const world = { book, epoch: epochOf(application), newId, hold: holdWhileAlive };
        const one = await openBackup(file, passphrase, world);
        staged.set(attemptId, one);
        return { status: 'opened', id: attemptId, backup: one.about };
      } catch (error) {
        return { status: 'refused', rejection: await rejectionOf(error) };
      }
    },
    stageBackup: async (id): Promise<StagingStep> => {
      const one = staged.get(id);
      if (!one) return { status: 'refused', rejection: { code: 'missing-file', message: '', values: {} } };
      try {
        return { status: 'staged', ...(await one.next()) };
      } catch (error) {
        staged.delete(id);
        await one.drop();
        return { status: 'refused', rejection: await rejectionOf(error) };
      }
    },
    dropBackup: async (id) => {
      await staged.get(id)?.drop();
      staged.delete(id);
    },
    adoptBackup: async (id, attemptId) => {
      const one = staged.get(id);
      const no = await refused(attemptId, 'AdoptBackup');
      if (no) return no;
      if (!one || !(await one.next()).ready || !(await one.isThere()))
        return { code: 'missing-file', message: 'The file is no longer here. Choose it again.', values: {} };
      // A book that is gone can't be taken back.
      const before = (await isLogThere(book)) ? { before: { book, replacedAt: clock.now() } } : {};
      const was = await put({ id: attemptId, type: 'AdoptBackup' }, () => ({ present: one.book, ...before }));
      if (was?.present !== book) return undefined;
      // It is the present book now: nobody who leaves the page may drop it any more.
      staged.delete(id);
      // The one before that one is in nobody's reach any more.
      await drop(was);
      return undefined;
    },
    replacedBook: async () => (await readShelf(root)).before,
    takeBack: async (attemptId) => {
      const no = await refused(attemptId, 'TakeBookBack');
      if (no) return no;
      const replaced = { book, replacedAt: clock.now() };
      if ((await readShelf(root)).before)
        await put(
          { id: attemptId, type: 'TakeBookBack' },
          ({ before }) => before && { present: before.book, before: replaced },
        );
      return undefined;
    },
    dropReplaced: async (attemptId) => {
      // Beside a book that does not open, the one before may be the last that does.
      if (!(await isOpen())) return doesNotOpen;
      const no = await refused(attemptId, 'DropReplacedBook');
      if (no) return no;
      await done(attemptId, 'DropReplacedBook');
      await drop(await changeShelf(root, ({ present }) => ({ present })));
      return undefined;
    },
  };
};
