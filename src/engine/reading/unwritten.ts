import { copiesOf } from './copies.ts';
import { rootOf, shelfName } from './shelf.ts';

/**
 * Whether this device has never held a book of this name: no database of it is there, nothing was ever copied, and the shelf
 * was never opened before either or holds nothing else. False where the browser can't say.
 */
export const isUnwritten = async (book: string): Promise<boolean> => {
  try {
    const root = rootOf(book);
    const named = (await indexedDB.databases()).map(({ name = '' }) => name);
    if (named.some((name) => name.startsWith(root) && name !== shelfName(root))) return false;
    return (await copiesOf(root)) === undefined;
  } catch {
    return false;
  }
};
