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
  /** Fingerprint of the code that it was begun by; left out where that was not known. */
  readonly code?: string;
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
  /** The highest number ever given: the generation that bore it may be gone from here, and its database not yet. */
  readonly highest?: number;
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

/** Everything that an operator may do to the read models. `retry-all`: of every one, what is parked when it is done. */
export type Repair = RepairOfOne | { readonly do: 'retry-all' };

export type RepairOfOne =
  | { readonly do: 'rebuild' | 'pause' | 'resume' | 'cancel' | 'roll-back'; readonly view: string }
  | { readonly do: 'retry'; readonly view: string; readonly stream: string }
  | { readonly do: 'skip'; readonly view: string; readonly stream: string; readonly reason: string };

/** Everything that an operator may do to a process manager. `hurry`: it tries at once what waits for its next attempt. */
export type Intervention = { readonly process: string } & (
  | { readonly do: 'hurry' }
  | { readonly do: 'send-again'; readonly position: number; readonly n: number }
  | { readonly do: 'leave-out'; readonly position: number; readonly n: number; readonly reason: string }
  | { readonly do: 'ask-again'; readonly instance: string }
  | { readonly do: 'let-wait'; readonly instance: string; readonly reason: string }
  | { readonly do: 'fire-timer'; readonly instance: string; readonly key: string }
  | {
      readonly do: 'cancel-timer';
      readonly instance: string;
      readonly key: string;
      readonly reason: string;
    }
);

/** What somebody has done to where messages go. `outlet`: the host of an address, otherwise the kind. */
export interface OutletDeed {
  readonly do:
    | 'outlet-set-up'
    | 'outlet-changed'
    | 'outlet-removed'
    | 'outlet-hurried'
    | 'outlet-tested'
    | 'letter-again'
    | 'letter-left-out';
  readonly outlet: string;
  readonly reason?: string;
}

/** Measuring was switched on or off. */
export interface MeasuringDeed {
  readonly do: 'measuring-on' | 'measuring-off';
}

/** A command that was written by hand in the Engine room: tried on a branch of the book, or given after that. */
export interface TrialDeed {
  readonly do: 'tried' | 'given';
  /** Its type. */
  readonly command: string;
  /** Where its first event stands; left out when nothing was written. */
  readonly position?: number;
}

/** One such action: kept before it is done, so that it survives a reload, and afterwards, so that it is known who did what. */
export interface RepairRow {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** Id of the operator. */
  readonly actor: string;
  readonly repair: Repair | Intervention | OutletDeed | MeasuringDeed | TrialDeed;
  readonly state: 'asked' | 'done' | 'failed';
  /** Of one that failed. */
  readonly why?: string;
}

/** An event that a read model shall do without, as long as it can't be taken in: other code tries it again. */
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
 * Opens the registry of a book. Close it when done; it closes by itself when a newer version wants it. `onClosed` hears of
 * each closing of an open one, asked for or not. Unless it may `create`, one that does not exist stays so.
 * @throws StoreFailure `newer-version`
 */
export const openRegistry = async (
  book: string,
  onClosed: () => void = () => undefined,
  create = true,
): Promise<Registry> => {
  let isOpen = false;
  const registry = hardened(registryName(book), () => {
    if (isOpen) onClosed();
  });
  registry.version(1).stores({ generations: 'view', jobs: 'id, createdAt', files: 'id, jobId' });
  registry.version(VERSION).stores({ repairs: 'id, at, state', skips: '[view+eventId], view' });
  registry.on('populate', () => {
    if (!create) throw new Error('There is no registry.');
  });
  await registry.open();
  // Dexie, which multiplies versions by ten, opens a newer one without a word (promises.md, fact 2).
  const { version } = registry.backendDB();
  if (version !== VERSION * 10) {
    registry.close();
    throw new StoreFailure('newer-version', new Error(`The registry is of version ${String(version)}.`));
  }
  isOpen = true;
  return registry as Registry;
};
