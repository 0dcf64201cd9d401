import Dexie from 'dexie';
import { generationName, generationOf } from '../reading/names.ts';
import type { GenerationRow } from '../reading/registry.ts';

/** Numbers of a book's read-model databases, per view. */
export const generationsOnDisk = async (book: string): Promise<ReadonlyMap<string, readonly number[]>> => {
  const found = new Map<string, number[]>();
  for (const { name = '' } of await indexedDB.databases()) {
    const generation = generationOf(book, name);
    if (generation) found.set(generation.view, [...(found.get(generation.view) ?? []), generation.number]);
  }
  return found;
};

/**
 * Deletes a generation that nobody needs. Not waited for: a frozen tab may hold it open for hours, and its number
 * is never used again. If it does not come to pass, it is swept at the next start.
 */
export const drop = (book: string, view: string, number: number): void => {
  Dexie.delete(generationName(book, view, number)).catch(() => undefined);
};

/** Deletes what a crash left behind: databases of the view that its row does not name. List first, then read the row. */
export const sweep = (book: string, row: GenerationRow, onDisk: readonly number[]): void => {
  for (const number of onDisk)
    if (![row.serving, row.building, row.before].some((named) => named?.number === number))
      drop(book, row.view, number);
};
