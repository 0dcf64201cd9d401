import { NOTHING, type FrameContent, type PlainKey } from '../backup/content.ts';
import { sealFrame } from '../backup/frames.ts';
import { copyFolders, type CopyFolder } from '../reading/copies.ts';
import { CopyFiles, type Meta, type Persons, type Piece } from './files.ts';

/** So many in one frame, as in any backup. */
const PERSONS = 5_000;

/** A second copy, as a backup that can be opened. */
export interface CopiedBook {
  readonly file: Blob;
  /** ISO instant of the newest entry's copying. */
  readonly madeAt: string;
  /** Position of the last event in it. */
  readonly position: number;
}

interface Whole {
  readonly files: CopyFiles;
  readonly folder: CopyFolder;
  readonly pieces: readonly Piece[];
  readonly last: { readonly next: number; readonly hash: string };
  readonly madeAt: number;
  readonly persons: Persons;
  readonly meta: Meta;
}

/** Of a copy whose label was spoilt. */
const UNLABELLED: Meta = { epoch: 0, about: {} };
const NOBODY: Persons = { keys: [], forgotten: [] };

/** Undefined for one that has not got so far as to be worth anything. */
const wholeIn = async (folder: CopyFolder): Promise<Whole | undefined> => {
  const files = new CopyFiles(folder.directory);
  const pieces = await files.pieces();
  const piece = pieces.at(-1);
  const last = piece && (await files.recordsOf(piece))?.at(-1);
  if (!last) return undefined;
  const { lastModified } = await files.blobOf(piece);
  const persons = (await files.persons()) ?? NOBODY;
  const meta = (await files.meta()) ?? UNLABELLED;
  return { files, folder, pieces, last, madeAt: lastModified, persons, meta };
};

const inPortions = <Of>(all: readonly Of[]): readonly (readonly Of[])[] =>
  Array.from({ length: Math.ceil(all.length / PERSONS) }, (_, n) =>
    all.slice(n * PERSONS, (n + 1) * PERSONS),
  );

/** What comes behind the log in a backup. */
const restOf = ({ pieces, persons: { keys, forgotten } }: Whole): readonly FrameContent[] => {
  const sum = (of: 'records' | 'commits') => pieces.reduce((before, piece) => before + piece[of], 0);
  return [
    ...inPortions(forgotten).map((subjects) => ({ kind: 'forgotten' as const, subjects })),
    ...inPortions<PlainKey>(keys).map((some) => ({ kind: 'keys' as const, keys: some })),
    {
      kind: 'end',
      counts: {
        ...NOTHING,
        ...{ records: sum('records'), commits: sum('commits') },
        ...{ keys: keys.length, forgotten: forgotten.length },
      },
    },
  ];
};

const asBackup = async (whole: Whole): Promise<CopiedBook> => {
  const { files, folder, pieces, last, meta } = whole;
  const key = await files.key();
  const madeAt = new Date(whole.madeAt).toISOString();
  const head = { position: last.next - 1, hash: last.hash };
  const first: FrameContent = { kind: 'about', ...meta, madeAt, installId: folder.installId, head };
  const log = await Promise.all(pieces.map((piece) => files.blobOf(piece)));
  const rest = await Promise.all(
    restOf(whole).map((content, n) => sealFrame(key, pieces.length + 1 + n, content)),
  );
  return {
    file: new Blob([await sealFrame(key, 0, first), ...log, ...rest]),
    ...{ madeAt, position: head.position },
  };
};

/**
 * The second copy of a book, else the newest one on this device; what it holds is proved by whoever opens it. `book`:
 * undefined where nobody knows which one was the present one.
 */
export const copiedBook = async (root: string, book: string | undefined): Promise<CopiedBook | undefined> => {
  const all = await Promise.all(
    (await copyFolders(root)).map((folder) => wholeIn(folder).catch(() => undefined)),
  );
  const [newest] = all
    .filter((whole) => whole !== undefined)
    .toSorted(
      (one, other) =>
        Number(other.folder.book === book) - Number(one.folder.book === book) || other.madeAt - one.madeAt,
    );
  return newest && asBackup(newest);
};
