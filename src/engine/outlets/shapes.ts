import type { Rejection } from '../../kernel/index.ts';
import type { Outgoing } from '../processes/process-store.ts';

/** Where messages go: to whoever listens on this device, as notices of the system, or to an address. */
export type OutletKind = 'tabs' | 'notices' | 'webhook';

/** An outlet as it is set up, without its secret. */
export interface Outlet {
  readonly id: string;
  readonly kind: OutletKind;
  /** Of a webhook. */
  readonly url?: string;
  /** Types of messages that go there; none: all of them. */
  readonly types: readonly string[];
  /** What messages say of persons goes there as it is; otherwise masked. */
  readonly personal: boolean;
  readonly on: boolean;
}

/** `id` is the same however often the message comes: whoever takes it in can tell that it has it. */
export interface Message {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  /** ISO instant. */
  readonly occurredAt: string;
  /** Of the event that it tells of: messages come in this order. */
  readonly position: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Why a message was not taken. */
export type Trouble =
  /** Nobody answered, or not in time. */
  | 'unreachable'
  /** The page may not send there until it is loaded anew. */
  | 'not-allowed'
  /** The other side answered that it would rather not now. */
  | 'busy'
  /** The other side answered that it does not take this message. */
  | 'refused';

/** What became of one attempt. `status`: the HTTP status of the answer, where there was one. */
export type Attempt =
  { readonly taken: true } | { readonly taken: false; readonly trouble: Trouble; readonly status?: number };

/** What became of a message that was only sent to see whether it gets there, or why it was not sent. */
export type OutletTested =
  | { readonly status: 'tried'; readonly attempt: Attempt }
  | { readonly status: 'refused'; readonly rejection: Rejection };

/** How far an outlet is. All of its messages up to here were taken, or put aside. */
export interface Cursor {
  readonly id: string;
  readonly position: number;
  readonly n: number;
  /** Id of the event at `position`, to tell this log from another one; empty at position 0. */
  readonly eventId: string;
  readonly delivered: number;
  /** Attempts in a row at the message after the cursor, and what came of the last one. */
  readonly attempts: number;
  readonly trouble?: Trouble;
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number;
  /** ISO instants. */
  readonly failingSince?: string;
  readonly retryAt?: string;
  readonly deliveredAt?: string;
}

/** A message that the other side would not take, put aside so that those behind it could go. */
export interface DeadLetter extends Outgoing {
  readonly outlet: string;
  readonly attempts: number;
  readonly trouble: Trouble;
  readonly status?: number | undefined;
  /** ISO instant. */
  readonly at: string;
  /** `again`: it is to be sent once more. `left-out`: somebody decided that it is not. */
  readonly state: 'aside' | 'again' | 'left-out';
  readonly reason?: string;
  readonly by?: string;
}

export interface OutletStatus extends Outlet {
  readonly cursor: Omit<Cursor, 'id' | 'position' | 'n' | 'eventId'>;
  /** The newest first; those that were left out stay as a record. */
  readonly deadLetters: readonly DeadLetter[];
}
