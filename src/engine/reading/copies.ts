import { rootOf } from './shelf.ts';

/**
 * FOR EVER: where second copies lie, in the browser's own file system (OPFS), beside IndexedDB: a folder for each book,
 * named by its databases and its install id.
 */
const copiesName = (root: string): string => `${root}-copies`;
const folderName = (book: string, installId: string): string => `${book}+${installId}`;

/** WebKitGTK has no such file system. */
export const canCopy = (): boolean => 'storage' in navigator && 'getDirectory' in navigator.storage;

/** A folder with what it says of itself by its name. */
export interface CopyFolder {
  readonly book: string;
  readonly installId: string;
  readonly directory: FileSystemDirectoryHandle;
}

const isMissing = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'NotFoundError';

/** Private windows and the like have such a file system by name alone. */
const isForbidden = (error: unknown): boolean =>
  error instanceof DOMException &&
  ['SecurityError', 'NotSupportedError', 'NotAllowedError'].includes(error.name);

/** Undefined where the browser has no such file system, or nothing was ever copied. @throws DOMException when it can't say */
export const copiesOf = async (root: string): Promise<FileSystemDirectoryHandle | undefined> => {
  if (!canCopy()) return undefined;
  try {
    return await (await navigator.storage.getDirectory()).getDirectoryHandle(copiesName(root));
  } catch (error) {
    if (isMissing(error) || isForbidden(error)) return undefined;
    throw error;
  }
};

/** The folder of a book's copy, made if need be. @throws DOMException, TypeError where there is no such file system */
export const copyFolder = async (book: string, installId: string): Promise<FileSystemDirectoryHandle> => {
  const all = await navigator.storage.getDirectory();
  const copies = await all.getDirectoryHandle(copiesName(rootOf(book)), { create: true });
  return copies.getDirectoryHandle(folderName(book, installId), { create: true });
};

/** The folders of all copies on this device, whichever book is the present one. */
export const copyFolders = async (root: string): Promise<readonly CopyFolder[]> => {
  const copies = await copiesOf(root);
  if (!copies) return [];
  const found: CopyFolder[] = [];
  for await (const directory of copies.values()) {
    const [book = '', installId = ''] = directory.name.split('+');
    if (directory.kind === 'directory') found.push({ book, installId, directory });
  }
  return found;
};

/**
 * The install id of a book that was copied on this device, of this one or else of any of its root: then there was one
 * (promises.md, M6), whatever has become of the databases and of the page's own memory. Where the browser can't say,
 * nobody is locked out: undefined.
 */
export const copiedInstall = async (book: string): Promise<string | undefined> => {
  const all = await copyFolders(rootOf(book)).catch(() => []);
  return (all.find((folder) => folder.book === book) ?? all.at(0))?.installId;
};

/** Deletes the copies of a book. */
export const deleteCopies = async (book: string): Promise<void> => {
  const copies = await copiesOf(rootOf(book));
  for (const folder of await copyFolders(rootOf(book)))
    if (folder.book === book)
      await copies?.removeEntry(folder.directory.name, { recursive: true }).catch((error: unknown) => {
        if (!isMissing(error)) throw error;
      });
};
