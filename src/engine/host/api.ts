import type { Actor, EventEnvelope, Outcome, Receipt, Rejection } from '../../kernel/index.ts';
import type { LetterDeed, OutletChange, OutletStatus } from '../outlets/index.ts';
import type { ProcessStatus } from '../processes/index.ts';
import type { Verdict } from '../log/verify.ts';
import type { ViewStatus } from '../projector/index.ts';
import type { Moment } from '../past/until.ts';
import type { ParkedStream } from '../reading/generation.ts';
import type { Repair, RepairRow } from '../registry/index.ts';
import type { SignedIn } from '../session/door.ts';
import type { SessionState } from '../session/session.ts';
import type { Dispatched, Durability, Head, KeptOutcome, StoreFault } from '../ports.ts';

/** The engine across the thread wall: everything here survives a structured clone. */
export interface EngineApi {
  /**
   * Opens the book; every other call waits for it. `witness`: the install id that the page remembers; `alive`: a Web
   * Lock that the worker holds for as long as it lives, so that the page hears of its death.
   */
  open(options: { readonly witness?: string | undefined; readonly alive: string }): Promise<Opened>;
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
  /** What a query would have answered at a moment of the book. @throws for one that may not be asked, or asked so */
  past(asked: PastQuestion): Promise<{ readonly answer: unknown; readonly position: number }>;
  /** How a command id ended; undefined when nothing was ever decided under it. */
  lookUp(commandId: string): Promise<Outcome | undefined>;
  events(range: { readonly after: number; readonly limit: number }): Promise<readonly EventEnvelope[]>;
  refusals(limit: number): Promise<readonly KeptOutcome[]>;
  /** Does something to the read models: written down at once, done soon after by the worker that leads. */
  repair(request: RepairRequest): Promise<Receipt>;
  /** What was asked for lately, the newest first. */
  repairs(limit: number): Promise<readonly RepairRow[]>;
  /** The streams that read models have parked. */
  deadLetters(): Promise<readonly DeadLetter[]>;
  /** The event that a parked stream waits with; undefined when it is not parked any more. */
  deadLetter(letter: Pick<DeadLetter, 'view' | 'stream'>): Promise<EventEnvelope | undefined>;
  /** Recomputes the chain of the whole log. */
  verify(): Promise<Verdict>;
  health(): Promise<Health>;
  describe(): Promise<Description>;
  /** Where messages of what happens go; empty for those who may not see it. */
  outlets(): Promise<readonly OutletStatus[]>;
  /** Sets up an outlet; gives the refusal, if it was refused. `attemptId`: a fresh one for each try. */
  saveOutlet(change: OutletChange, attemptId: string): Promise<Rejection | undefined>;
  removeOutlet(id: string, attemptId: string): Promise<Rejection | undefined>;
  /** Tries at once what waits for its next attempt. */
  hurryOutlet(id: string): Promise<void>;
  /** Decides on a message that was put aside. */
  settleLetter(deed: LetterDeed, attemptId: string): Promise<Rejection | undefined>;
  /** Answers only when this worker can no longer write, with the reason. */
  untilLost(): Promise<StoreFault>;
  /** Looks whether other tabs have written meanwhile: after a sleep messages may have been missed. */
  refresh(): Promise<void>;
  /** Closes the book in good order, so that another worker may open it. */
  close(): Promise<void>;
}

/** `attemptId`: under which a refusal is recorded. */
export interface PastQuestion {
  readonly query: string;
  readonly params: unknown;
  readonly then: Moment;
  readonly attemptId: string;
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
  readonly repairs: readonly Repair[];
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
  /** As told by the tab that leads; empty while none does. */
  readonly views: readonly ViewStatus[];
  readonly processes: readonly ProcessStatus[];
  /** Names of those whose loop has not turned for long, whatever else they say; and whether nobody leads that would say so. */
  readonly watch: { readonly silent: boolean; readonly stuck: readonly string[] };
}

/** Every command, job and query by name, with the JSON Schema of its payload or parameters. */
export interface Description {
  readonly commands: readonly Described[];
  readonly jobs: readonly Described[];
  readonly queries: readonly Described[];
}

export interface Described {
  readonly name: string;
  readonly permission: string;
  readonly schema: unknown;
}
