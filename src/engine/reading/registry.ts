import type { Dexie, Table } from 'dexie';
import { hardened } from './hardened.ts';
import { registryName } from './names.ts';

/** One build of a read model: its database's number, what it was built by, and its tables in Dexie's words. */
export interface Generation {
  readonly number: number;
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
  /** How many persons had been forgotten when it was begun; left out: none, or nothing personal is in it. */
  readonly forgotten?: number;
}

/**
 * Which generation of a view answers (its database exists), and which is being built to follow it.
 * A number is never used twice, so that a database that is still being deleted is in nobody's way.
 */
export interface GenerationRow {
  readonly view: string;
  readonly serving?: Generation;
  readonly building?: Generation;
}

/** The engine's own bookkeeping, shared by every tab of the book. */
export interface Registry extends Dexie {
  readonly generations: Table<GenerationRow, string>;
}

/** Opens the registry of a book. Close it when done; it closes by itself when a newer version wants it. */
export const openRegistry = async (
  book: string,
  onClosed: () => void = () => undefined,
): Promise<Registry> => {
  const registry = hardened(registryName(book), onClosed);
  registry.version(1).stores({ generations: 'view', jobs: 'id, createdAt', files: 'id, jobId' });
  await registry.open();
  return registry as Registry;
};
