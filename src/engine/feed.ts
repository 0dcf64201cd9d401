import type { Actor, CommandMessage, EventEnvelope, Receipt } from '../kernel/index.ts';
import type { Durability } from './ports.ts';

/** The log as those see it who follow it: read models, processes, the event browser. */
export interface LogFeed {
  /** Newest position that this worker knows of; 0 for an empty log. Never goes back. */
  head(): number;
  /**
   * Events after a position, in order, hydrated and brought up to their newest schema; at most `limit`, maybe fewer.
   * An empty answer is the log's own word, not memory's: what lies beyond `head()` is looked for as well.
   */
  read(after: number, limit: number): Promise<readonly EventEnvelope[]>;
  /** All events of one stream after a position, in order; as `read` gives them. */
  stream(name: string, after: number): Promise<readonly EventEnvelope[]>;
  /** Commands wait in this worker: following now would only keep them waiting longer. */
  busy(): boolean;
  /** A job runs, and may write much: to give way to it would leave all its projecting for afterwards. */
  bulk(): boolean;
  /** Told of every new head, of this tab's appends and of others'. Gives the way to leave. */
  subscribe(listener: (head: number) => void): () => void;
}

/** A command that nobody at a screen sent. Its id is derived from its cause, so that sending it again adds nothing. */
export interface DerivedCommand extends CommandMessage {
  readonly commandId: string;
  readonly actor: Actor;
  /** ISO instant. */
  readonly occurredAt?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** It may have been sent before (ports.ts). */
  readonly again?: boolean;
}

/** Sends commands in order; one receipt for each. A receipt of `in-doubt` is asked for again with the same id. */
export type Dispatch = (
  commands: readonly DerivedCommand[],
  durability: Durability,
) => Promise<readonly Receipt[]>;
