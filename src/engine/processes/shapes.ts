import type { Wait } from '../../kernel/index.ts';

/** The event by which a timer was set, or a wait began. */
export interface SetBy {
  readonly eventId: string;
  readonly correlationId: string;
}

/** What an operator decided to do without. */
export interface LeftOut {
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly reason: string;
}

/** An answer that an instance waits for. */
export interface OpenWait extends Wait {
  readonly instance: string;
  /** ISO instant at which the event was recorded since which it waits. */
  readonly since: string;
  readonly setBy: SetBy;
  /** How often somebody had it asked for again. */
  readonly asked: number;
  /** Somebody decided that nothing is to be done about it. */
  readonly leftOut?: LeftOut;
}
