import type { AnyEventType, EventEnvelope, Recorded } from './event.ts';
import type { CommandType } from './command.ts';
import type { CommandMessage } from './message.ts';

/** What a process wants done. Its command id is derived from (process, instance, causing event, n): never done twice. */
export type Effect = CommandMessage;

/** A typed effect: `send(ReserveStock, { … })`. */
export const send = <Payload>(
  command: Pick<CommandType<string, Payload, never>, 'type' | 'payload'>,
  payload: Payload,
): Effect => ({ type: command.type, payload });

/** One step of a process instance: the state after the event, and what is to be done because of it. */
export interface Step<State> {
  readonly state: State;
  readonly effects: readonly Effect[];
}

/** Something to wait for. */
export interface Timer {
  /** Tells it from the instance's other timers. With another `due` it is another timer. */
  readonly key: string;
  /** ISO instant in UTC to the millisecond, `2026-11-20T10:42:00.000Z`: instants are compared as text. */
  readonly due: string;
}

/** A timer whose instant has come, maybe long ago: the app was closed, or the device asleep. */
export interface FiredTimer extends Timer {
  /** ISO instant. */
  readonly firedAt: string;
  /** Milliseconds after `due`. */
  readonly late: number;
}

/**
 * What a state waits for, and what is done once that has come. A timer lives in the state: one that a later state does
 * not name is cancelled. Each fires once, and never while the process still has events to fold; what it is to change in
 * the state, the events of its commands change.
 */
export interface Timers<State> {
  of(state: State): readonly Timer[];
  fire(state: State, timer: FiredTimer, instance: string): readonly Effect[];
}

/** An answer that a state waits for. Of another `turn` it is another wait. */
export interface Wait {
  readonly what: string;
  readonly turn: number;
}

/** What a state waits for that somebody else has to do, and what can be done when that stays away. */
export interface Awaits<State> {
  /** Milliseconds after which something must have gone wrong. */
  readonly patience: number;
  of(state: State): Wait | undefined;
  /** Asks again for what did not come. Whoever was asked before and has answered finds nothing to do. */
  again(state: State, instance: string): readonly Effect[];
}

/**
 * A process manager: folds events into one small state per instance and answers with commands.
 * Pure, so that a replay rebuilds the state; effects are sent by the runner, once each.
 */
export interface Process<State = unknown> {
  readonly name: string;
  readonly initial: State;
  readonly handles: ReadonlySet<string>;
  /** Left out: it waits for nothing but events. */
  readonly timers?: Timers<State>;
  /** Left out: what it asks for comes in the same commit, or nobody has to answer. */
  readonly awaits?: Awaits<State>;
  /** Which instance an event belongs to; undefined when it is none of this process's business. */
  instance(event: EventEnvelope): string | undefined;
  step(state: State, event: EventEnvelope): Step<State>;
}

interface Reaction<State> {
  instance(event: EventEnvelope): string | undefined;
  step(state: State, event: EventEnvelope): Step<State>;
}

export interface ProcessBuilder<State> extends Process<State> {
  on<Of extends AnyEventType>(
    eventType: Of,
    reaction: {
      instance(event: Recorded<Of>): string | undefined;
      step(state: State, event: Recorded<Of>): Step<State>;
    },
  ): ProcessBuilder<State>;
}

/** Declares a process manager; chain `.on(EventType, { instance, step })`. */
export const defineProcess = <State>(spec: {
  readonly name: string;
  readonly initial: State;
  readonly timers?: Timers<State>;
  readonly awaits?: Awaits<State>;
}): ProcessBuilder<State> => {
  const build = (reactions: ReadonlyMap<string, Reaction<State>>): ProcessBuilder<State> => ({
    ...spec,
    handles: new Set(reactions.keys()),
    instance: (event) => reactions.get(event.type)?.instance(event),
    step: (state, event) => reactions.get(event.type)?.step(state, event) ?? { state, effects: [] },
    on: (eventType, reaction) => build(new Map(reactions).set(eventType.type, reaction)),
  });
  return build(new Map());
};
