/**
 * Which of the books that lie in this browser is the present one. Opening a backup makes a book of another name beside
 * it; the one write that says its name here puts it in its place (decisions/0015).
 */
export interface Shelf {
  /** Base name of the present book's databases. */
  readonly present: string;
  /** The one before, kept until the person says that it can go. */
  readonly before?: { readonly book: string; readonly replacedAt: string };
}

const STORE = 'shelf';
const KEY = 'now';

/** FOR EVER: the name that every book of this app goes by on this device, whatever its databases are called. */
export const rootOf = (book: string): string => book.split('~', 1)[0] ?? book;

/** A book's databases may not begin like this one's name. */
export const shelfName = (root: string): string => `${root}~shelf`;

const opened = (root: string): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(shelfName(root), 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('The shelf does not open.'));
    };
  });

/** What is written there; undefined where nothing ever was, or no more. @throws DOMException */
export const writtenShelf = async (root: string): Promise<Shelf | undefined> => {
  const db = await opened(root);
  try {
    return await new Promise((resolve, reject) => {
      const asked = db.transaction(STORE).objectStore(STORE).get(KEY);
      asked.onsuccess = () => {
        resolve(asked.result as Shelf | undefined);
      };
      asked.onerror = () => {
        reject(asked.error ?? new Error('The shelf can’t be read.'));
      };
    });
  } finally {
    db.close();
  }
};

/** @throws DOMException */
export const readShelf = async (root: string): Promise<Shelf> =>
  (await writtenShelf(root)) ?? { present: root };

/**
 * Reads and writes in one transaction, since other tabs may want to change it as well: a kill leaves what was there, or
 * what `change` makes of it, which may be nothing new (undefined). Gives what was there.
 */
export const changeShelf = async (
  root: string,
  change: (shelf: Shelf) => Shelf | undefined,
): Promise<Shelf> => {
  const db = await opened(root);
  try {
    return await new Promise((resolve, reject) => {
      const transaction = db.transaction(STORE, 'readwrite', { durability: 'strict' });
      const store = transaction.objectStore(STORE);
      let there: Shelf = { present: root };
      const asked = store.get(KEY);
      asked.onsuccess = () => {
        there = (asked.result as Shelf | undefined) ?? there;
        const changed = change(there);
        if (changed) store.put(changed, KEY);
      };
      transaction.oncomplete = () => {
        resolve(there);
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('The shelf can’t be written.'));
      };
    });
  } finally {
    db.close();
  }
};

const FOLDER = 'backup-folder';

/** The folder on this device into which backups go, whichever book is the present one. @throws DOMException */
export const keptFolder = async (root: string): Promise<FileSystemDirectoryHandle | undefined> => {
  const db = await opened(root);
  try {
    return await new Promise((resolve, reject) => {
      const asked = db.transaction(STORE).objectStore(STORE).get(FOLDER);
      asked.onsuccess = () => {
        resolve(asked.result as FileSystemDirectoryHandle | undefined);
      };
      asked.onerror = () => {
        reject(asked.error ?? new Error('The shelf can’t be read.'));
      };
    });
  } finally {
    db.close();
  }
};

/** @throws DOMException */
export const keepFolder = async (root: string, folder: FileSystemDirectoryHandle): Promise<void> => {
  const db = await opened(root);
  try {
    await new Promise<void>((resolve, reject) => {
      const transaction = db.transaction(STORE, 'readwrite');
      transaction.objectStore(STORE).put(folder, FOLDER);
      transaction.oncomplete = () => {
        resolve();
      };
      transaction.onabort = () => {
        reject(transaction.error ?? new Error('The shelf can’t be written.'));
      };
    });
  } finally {
    db.close();
  }
};

/**
 * Base name of the present book's databases. Where the browser can't say, the root's: the worker, which asks as well,
 * then opens nothing.
 */
export const presentBook = async (root: string): Promise<string> => {
  try {
    return (await readShelf(root)).present;
  } catch {
    return root;
  }
};
