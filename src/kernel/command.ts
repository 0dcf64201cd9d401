import type * as z from 'zod/mini';
import { on, type Aggregate, type Decided } from './aggregate.ts';
import type { NewEvent } from './event.ts';
import { ok, type Result } from './result.ts';
import type { Rejection } from './rejection.ts';

/** A stream folded to its newest version; version 0 means that nothing ever happened to it. */
export interface Loaded<State> {
  readonly id: string;
  readonly version: number;
  readonly state: State;
}

/**
 * Folds one stream. The only thing that `load` may await. `absent`: the command begins this stream, so nothing need be
 * looked for; that nothing stands there is proved by the write, and no refusal is given on that assumption.
 */
export type Read = <State>(
  aggregate: Aggregate<State>,
  id: string,
  expected?: 'absent',
) => Promise<Loaded<State>>;

/** What the world adds to a decision, kept with the commit so that it can be decided again with the same inputs. */
export interface CommandContext {
  readonly commandId: string;
  readonly actor: string;
  /** ISO instants. */
  readonly recordedAt: string;
  readonly occurredAt: string;
}

/** A command: its payload's shape, who may give it, which streams it looks at, and what it decides. */
export interface CommandType<Type extends string = string, Payload = unknown, State = unknown> {
  readonly type: Type;
  readonly payload: z.ZodMiniType<Payload>;
  readonly permission: string;
  load(payload: Payload, read: Read): Promise<State>;
  /** Pure. An empty list means that there is nothing to do. */
  decide(payload: Payload, state: State, context: CommandContext): Result<readonly Decided[], Rejection>;
}

/** Declares a command over any number of streams. `type` is for ever: the log keeps it. */
export const defineCommand = <Type extends string, Payload, State>(
  command: CommandType<Type, Payload, State>,
): CommandType<Type, Payload, State> => command;

/** Declares a command over one stream of one aggregate, the usual case. */
export const commandOn =
  <State>(aggregate: Aggregate<State>) =>
  <Type extends string, Payload>(spec: {
    readonly type: Type;
    readonly payload: z.ZodMiniType<Payload>;
    readonly permission: string;
    id(payload: Payload): string;
    /** The command begins the stream: see `Read`. */
    readonly begins?: true;
    decide(
      payload: Payload,
      state: State,
      context: CommandContext & { readonly version: number },
    ): Result<readonly NewEvent[], Rejection>;
  }): CommandType<Type, Payload, Loaded<State>> => ({
    type: spec.type,
    payload: spec.payload,
    permission: spec.permission,
    load: (payload, read) => read(aggregate, spec.id(payload), spec.begins && 'absent'),
    decide: (payload, loaded, context) => {
      const decision = spec.decide(payload, loaded.state, { ...context, version: loaded.version });
      if (!decision.ok) return decision;
      return ok(decision.value.length === 0 ? [] : [on(aggregate, loaded.id, ...decision.value)]);
    },
  });

/** `{ type, payload }` as it crosses from a screen, a script or a process. */
export interface CommandMessage<Payload = unknown> {
  readonly type: string;
  readonly payload: Payload;
}
