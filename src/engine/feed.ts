import type { Actor, EventEnvelope, Receipt } from '../kernel/index.ts';
import type { Durability } from './ports.ts';

/** The log as a stream of events, brought up to their newest schemas. */
export interface LogFeed {
  /** Position of the newest event that this worker knows of. */
  head(): number;
  /** Events after a position, in order; fewer than `limit` at will, none when there is nothing newer. */
  read(after: number, limit: number): Promise<EventEnvelope[]>;
  /** Calls back on every append, own or another tab's, with the new head; gives the way to stop. */
  subscribe(listener: (head: number) => void): () => void;
}

/** A command that the engine sends itself, for a process or a job. */
export interface OwnCommand {
  readonly commandId: string;
  readonly type: string;
  readonly payload: unknown;
  readonly occurredAt?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
}

/** Sends commands together, in order; a receipt for each. Never fails. */
export type Dispatch = (
  commands: readonly OwnCommand[],
  from: { readonly actor: Actor; readonly durability: Durability },
) => Promise<readonly Receipt[]>;
