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
  /** Fingerprint of the events that the projection looks at, with the versions of their schemas. */
  readonly reads?: string;
}

/** A generation is made beside one that serves well, because somebody asked for it. */
export interface Rebuild {
  /** `roll-back`: the generation before is brought up to date again, to take its place back. */
  readonly kind: 'rebuild' | 'roll-back';
  /** Id of the operator; `engine` when it asked for it itself. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly paused?: true;
}

/** What a finished generation was found to hold, by its rows and by a second fold of the log. */
export interface Verified {
  /** ISO instant. */
  readonly at: string;
  /** Position up to which both were compared. */
  readonly position: number;
  readonly rows: number;
  /** SHA-256 (hex) over the rows of each table in the order of their keys. */
  readonly hash: string;
}

/**
 * Which generation of a view answers (its database exists), which is being built to follow it, and which went before.
 * A number is never used twice, so that a database that is still being deleted is in nobody's way.
 */
export interface GenerationRow {
  readonly view: string;
  readonly serving?: Generation;
  readonly building?: Generation;
  /** Kept, as it stood when it was replaced, for a roll-back. */
  readonly before?: Generation;
  /** Why there is one being built although the one that serves is good; left out where that is of another build. */
  readonly rebuild?: Rebuild;
  /** Of the generation that serves. */
  readonly verified?: Verified;
  /** Why the last generation that was being built was given up. */
  readonly gaveUp?: { readonly at: string; readonly why: string };
}

/** Everything that an operator may do to the read models. */
export type Repair =
  | { readonly do: 'rebuild' | 'pause' | 'resume' | 'cancel' | 'roll-back'; readonly view: string }
  | { readonly do: 'retry'; readonly view: string; readonly stream: string }
  | { readonly do: 'skip'; readonly view: string; readonly stream: string; readonly reason: string };

/** One such action: kept before it is done, so that it survives a reload, and afterwards, so that it is known who did what. */
export interface RepairRow {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Id of the operator. */
  readonly actor: string;
  readonly repair: Repair;
  readonly state: 'asked' | 'done' | 'failed';
  /** Of one that failed. */
  readonly why?: string;
}

/** An event that a read model shall do without, whenever it can't be taken in. */
export interface Skip {
  readonly view: string;
  readonly eventId: string;
  readonly reason: string;
  readonly actor: string;
  /** ISO instant. */
  readonly at: string;
}

/** The engine's own bookkeeping, shared by every tab of the book. */
export interface Registry extends Dexie {
  readonly generations: Table<GenerationRow, string>;
  readonly repairs: Table<RepairRow, string>;
  readonly skips: Table<Skip, [view: string, eventId: string]>;
}

const VERSION = 2;

/**
 * Opens the registry of a book. Close it when done; it closes by itself when a newer version wants it.
 * @throws StoreFailure `newer-version`
 */
export const openRegistry = async (
  book: string,
  onClosed: () => void = () => undefined,
): Promise<Registry> => {
  const registry = hardened(registryName(book), onClosed);
  registry.version(1).stores({ generations: 'view', jobs: 'id, createdAt', files: 'id, jobId' });
  registry.version(VERSION).stores({ repairs: 'id, at, state', skips: '[view+eventId], view' });
  await registry.open();
  // Dexie, which multiplies versions by ten, opens a newer one without a word (promises.md, fact 2).
  const { version } = registry.backendDB();
  if (version !== VERSION * 10) {
    registry.close();
    throw new StoreFailure('newer-version', new Error(`The registry is of version ${String(version)}.`));
  }
  return registry as Registry;
};
