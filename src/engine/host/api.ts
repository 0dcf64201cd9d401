import type { Actor, EventEnvelope, Outcome, Receipt, Rejection } from '../../kernel/index.ts';
import type {
  Causes,
  EntriesAsked,
  EntriesPage,
  OpenedEntry,
  ShownRefusal,
  StoredDatabase,
} from '../browsing/shapes.ts';
import type { BackupAbout } from '../backup/content.ts';
import type { LastBackup } from '../backup/last.ts';
import type { CopiedBook } from '../copy/copied-book.ts';
import type { CopyStatus } from '../copy/copyist.ts';
import type { LetterDeed, OutletChange, OutletStatus, OutletTested } from '../outlets/index.ts';
import type { ProcessStatus, Stuck, WaitingTimer } from '../processes/index.ts';
import type { OpenedLetter } from '../repairs/shapes.ts';
import type { Verdict } from '../log/verify.ts';
import type { ViewStatus } from '../projector/index.ts';
import type { AnsweredThen, PastAsked } from '../past/index.ts';
import type { Counted } from '../past/pass.ts';
import type { ParkedStream } from '../reading/generation.ts';
import type { Intervention, Repair, RepairRow } from '../registry/index.ts';
import type { FinishedSpan, Sample, TelemetrySettings, TelemetryStatus } from '../reading/measurements.ts';
import type { Shelf } from '../reading/shelf.ts';
import type { SignedIn } from '../session/door.ts';
import type { SessionState } from '../session/session.ts';
import type { DeedName, UndoOffer, Undone } from '../undo/index.ts';
import type { Trial, WhatIf } from '../what-if/index.ts';
import type { Dispatched, Durability, Head, StoreFault } from '../ports.ts';

/** Copies of the whole book outside the browser. `attemptId`: a fresh one for each try, under which a refusal is recorded. */
export interface BackupApi {
  /** Starts the job that writes a backup; without a passphrase whoever has the file can read it. */
  backUp(commandId: string, passphrase?: string): Promise<Receipt>;
  /** The file that this job has made has left the app: from now on it is the last backup. */
  backupHanded(jobId: string): Promise<void>;
  lastBackup(): Promise<LastBackup | undefined>;
  /** The newest second copy on this device, to be opened as a backup; undefined when there is none, or it may not be had. */
  secondCopy(attemptId: string): Promise<CopiedBook | undefined>;
  /** Lets go of the second copy, which holds more than the book: another one is made. */
  dropSecondCopy(attemptId: string): Promise<Rejection | undefined>;
  /** Looks into a file: what it says of itself. Nothing is written yet. */
  openBackup(asked: {
    readonly file: Blob;
    readonly passphrase?: string | undefined;
    readonly attemptId: string;
  }): Promise<BackupOpened>;
  /** Takes in one more piece of it, beside the present book; to be called until it is `ready`. */
  stageBackup(id: string): Promise<StagingStep>;
  /** Thinks better of it: what was taken in is deleted. */
  dropBackup(id: string): Promise<void>;
  /** Puts what was taken in in the place of the present book, which is kept. Every page is to reload after that. */
  adoptBackup(id: string, attemptId: string): Promise<Rejection | undefined>;
  /** The book in whose place a backup was put, as long as it is kept. */
  replacedBook(): Promise<Shelf['before']>;
  /** Puts that one back, and keeps the present one in its stead. Every page is to reload after that. */
  takeBack(attemptId: string): Promise<Rejection | undefined>;
  /** Deletes it. */
  dropReplaced(attemptId: string): Promise<Rejection | undefined>;
}

/** `id`: by which it is spoken of from now on. */
export type BackupOpened =
  | { readonly status: 'opened'; readonly id: string; readonly backup: BackupAbout }
  | { readonly status: 'refused'; readonly rejection: Rejection };

/** `done` and `total` in bytes of the file. */
export type StagingStep =
  | { readonly status: 'staged'; readonly done: number; readonly total: number; readonly ready: boolean }
  | { readonly status: 'refused'; readonly rejection: Rejection };

/** The engine across the thread wall: everything here survives a structured clone. */
export interface EngineApi extends BackupApi {
  /**
   * Opens the book; every other call waits for it. `witness`: the install id that the page remembers; `alive`: a Web
   * Lock that the worker holds for as long as it lives, so that the page hears of its death; `waits`: what is not needed
   * to open the book or to take a command is not loaded before `goOn`.
   */
  open(options: {
    readonly witness?: string | undefined;
    readonly alive: string;
    readonly waits?: boolean;
  }): Promise<Opened>;
  /** The first room stands: from now on this worker may lead. */
  goOn(): Promise<void>;
  dispatch(command: Dispatched, durability: Durability): Promise<Receipt>;
  /** Takes on an asynchronous command with the files that its payload names. */
  accept(command: Dispatched, files: readonly JobFile[]): Promise<Receipt>;
  /** False when the present operator may not do it. */
  cancelJob(jobId: string): Promise<boolean>;
  /** Who is signed in, once that is another than in this turn; at once with turn 0. */
  session(turn: number): Promise<SessionState>;
  signIn(attempt: SignInAttempt): Promise<SignedIn>;
  signOut(): Promise<void>;
  /** Hashes the PIN here: it goes into no command. */
  setPin(attempt: SignInAttempt): Promise<Receipt>;
  /** Ends signing in, by whoever is signed in, on their own PIN. */
  turnOffSignIn(attempt: Omit<SignInAttempt, 'operatorId'>): Promise<Receipt>;
  /** Whether a query may be asked, by the trade's own word; that it may not is recorded. */
  mayAsk(query: string, attemptId: string): Promise<boolean>;
  /**
   * What a query would have answered at a moment of the book; `tell` hears how far the log was gone through.
   * @throws for one that may not be asked, or asked so
   */
  past(asked: PastAsked, tell?: (counted: Counted) => void): Promise<AnsweredThen>;
  /** Nobody waits for what was asked under this id any more. */
  leavePast(attemptId: string): Promise<void>;
  /** Whether each of these can be taken back now, by the present operator, or why not. */
  undoOffers(deeds: readonly DeedName[]): Promise<readonly UndoOffer[]>;
  /**
   * Takes these back, or all that people did under one correlation, each by itself. Asked again it does nothing again.
   * `reason`: for commands that keep one.
   */
  undo(
    what: readonly DeedName[] | { readonly correlationId: string },
    reason?: string,
  ): Promise<readonly Undone[]>;
  /** What commands would do, in the present operator's name: tried on a branch in memory, nothing is written. */
  whatIf(trial: Trial): Promise<WhatIf>;
  /** Records of these that they were written by hand and given, as far as the log holds them. */
  givenByHand(commandIds: readonly string[]): Promise<void>;
  /**
   * How a command id ended; undefined when nothing was ever decided under it. Asks no role: only whoever gave a command
   * knows its id, and a worker that was spawned anew has nobody signed in.
   */
  lookUp(commandId: string): Promise<Outcome | undefined>;
  events(range: { readonly after: number; readonly limit: number }): Promise<readonly EventEnvelope[]>;
  /** The log entry by entry, for whoever looks at it; a page from its end backwards. */
  entries(asked: EntriesAsked): Promise<EntriesPage>;
  /** One entry with what is in it, as far as the present operator may read that. */
  entry(position: number): Promise<OpenedEntry | undefined>;
  /** What an entry comes from, and all that came of it. */
  causes(position: number): Promise<Causes | undefined>;
  /** Answers once there are entries after this position, or after some while without any. */
  untilAfter(position: number): Promise<void>;
  /** The databases of the book and about what each takes. */
  stored(): Promise<readonly StoredDatabase[]>;
  /** What was refused, as far as the present operator may read it. */
  refusals(limit: number): Promise<readonly ShownRefusal[]>;
  /** Does something to read models or processes: written down at once, done soon after by the worker that leads. */
  repair(request: RepairRequest): Promise<Receipt>;
  /** What was asked for lately, the newest first. */
  repairs(limit: number): Promise<readonly RepairRow[]>;
  /** The streams that read models have parked. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** What processes do not get done by themselves. */
  stuck(): Promise<readonly Stuck[]>;
  /** The timers that wait, the one that is due next first. */
  timers(): Promise<readonly WaitingTimer[]>;
  /**
   * The entry that a parked stream waits with, as `entry` gives it, and what the read model has of the stream; undefined
   * when it is not parked any more.
   */
  deadLetter(letter: Pick<DeadLetter, 'view' | 'stream'>): Promise<OpenedLetter | undefined>;
  /** Recomputes the chain of the whole log. */
  verify(): Promise<Verdict>;
  health(): Promise<Health>;
  describe(): Promise<Description>;
  /**
   * Where messages of what happens go; nothing for those who may not look into the engine. Whoever may not set them up
   * sees of an address only its origin, and no message.
   */
  outlets(): Promise<readonly OutletStatus[]>;
  /** Sets up an outlet; gives the refusal, if it was refused. `attemptId`: a fresh one for each try. */
  saveOutlet(change: OutletChange, attemptId: string): Promise<Rejection | undefined>;
  removeOutlet(id: string, attemptId: string): Promise<Rejection | undefined>;
  /** Tries at once what waits for its next attempt. */
  hurryOutlet(id: string, attemptId: string): Promise<Rejection | undefined>;
  /** Sends a message of no event there, to see whether it is taken. */
  testOutlet(id: string, attemptId: string): Promise<OutletTested>;
  /** Decides on a message that was put aside. */
  settleLetter(deed: LetterDeed, attemptId: string): Promise<Rejection | undefined>;
  /** How this device measures, and how sending that goes; for those who may see the engine. */
  telemetry(): Promise<TelemetryStatus>;
  /** Switches measuring on or off; gives the refusal, if it was refused. `attemptId`: a fresh one for each try. */
  setTelemetry(settings: TelemetrySettings, attemptId: string): Promise<Rejection | undefined>;
  /** What this worker has measured, the oldest first: samples after a moment (milliseconds since 1970), the newest spans. */
  measured(after: number): Promise<readonly Sample[]>;
  spans(): Promise<readonly FinishedSpan[]>;
  /** The text format of Prometheus; empty while nothing is measured. */
  prometheus(): Promise<string>;
  /** Spans that ended in the page. */
  takeSpans(spans: readonly FinishedSpan[]): Promise<void>;
  /** Answers at once, whatever else this worker has begun: it is there and turns. */
  isThere(): Promise<true>;
  /** Answers only when this worker can no longer write, with the reason. */
  untilLost(): Promise<StoreFault>;
  /** Looks whether other tabs have written meanwhile: after a sleep messages may have been missed. */
  refresh(): Promise<void>;
  /** Closes the book in good order, so that another worker may open it. */
  close(): Promise<void>;
}

/** Opened for work, or locked with the reason: then reads go on and nothing can be written. */
export type Opened =
  | { readonly status: 'open'; readonly installId: string; readonly head: Head; readonly fresh: boolean }
  | { readonly status: 'locked'; readonly fault: StoreFault; readonly message: string };

/** `id`: a fresh one for each try. The PIN is as it was typed. */
export interface SignInAttempt {
  readonly id: string;
  readonly operatorId: string;
  readonly pin: string;
}

/** Several at once: each is done by itself, in this order. The same `commandId` again adds nothing. */
export interface RepairRequest {
  readonly commandId: string;
  readonly repairs: readonly (Repair | Intervention)[];
}

/** A stream of which a read model could not take in an event. */
export interface DeadLetter extends ParkedStream {
  readonly view: string;
}

export interface JobFile {
  readonly fileId: string;
  readonly name: string;
  readonly content: Blob;
}

export interface Health {
  readonly head: Head;
  /** This tab's worker projects, runs processes and jobs. */
  readonly leads: boolean;
  readonly actor: Actor;
  readonly lock?: StoreFault | undefined;
  /** As told by the tab that leads; empty while none does, and for those who may not look into the engine. */
  readonly views: readonly ViewStatus[];
  readonly processes: readonly ProcessStatus[];
  readonly copy?: CopyStatus | undefined;
  /** Names of those whose loop has not turned for long, whatever else they say; and whether nobody leads that would say so. */
  readonly watch: { readonly silent: boolean; readonly stuck: readonly string[] };
}

/** Every command, job and query by name, with the JSON Schema of its payload or parameters. */
export interface Description {
  readonly commands: readonly Described[];
  readonly jobs: readonly Described[];
  readonly queries: readonly Described[];
  /** Names of what can happen, as the log keeps them. */
  readonly events: readonly string[];
}

export interface Described {
  readonly name: string;
  readonly permission: string;
  readonly schema: unknown;
}
