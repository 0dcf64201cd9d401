import type { AnyEventType, EventEnvelope, Recorded } from './event.ts';
import type { CommandMessage, CommandType } from './command.ts';

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

/**
 * A process manager: folds events into one small state per instance and answers with commands.
 * Pure, so that a replay rebuilds the state; effects are sent by the runner, once each.
 */
export interface Process<State = unknown> {
  readonly name: string;
  readonly initial: State;
  readonly handles: ReadonlySet<string>;
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
