import type { Dexie, Table } from 'dexie';
import { StoreFailure } from '../ports.ts';
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

const VERSION = 1;

/**
 * Opens the registry of a book. Close it when done; it closes by itself when a newer version wants it.
 * @throws StoreFailure `newer-version`
 */
export const openRegistry = async (
  book: string,
  onClosed: () => void = () => undefined,
): Promise<Registry> => {
  const registry = hardened(registryName(book), onClosed);
  registry.version(VERSION).stores({ generations: 'view', jobs: 'id, createdAt', files: 'id, jobId' });
  await registry.open();
  // Dexie, which multiplies versions by ten, opens a newer one without a word (promises.md, fact 2).
  const { version } = registry.backendDB();
  if (version !== VERSION * 10) {
    registry.close();
    throw new StoreFailure('newer-version', new Error(`The registry is of version ${String(version)}.`));
  }
  return registry as Registry;
};
