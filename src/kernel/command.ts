import type * as z from 'zod/mini';
import { on, type Aggregate, type Decided } from './aggregate.ts';
import type { NewEvent } from './event.ts';
import type { Done, Inverse, Then } from './inverse.ts';
import type { Loaded, Read } from './read.ts';
import { ok, type Result } from './result.ts';
import type { Rejection } from './rejection.ts';

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
  /**
   * How it is taken back, if it ever can be: looks at what happened since. Pure but for what it reads. The commands that
   * it gives are decided like any other: what their own rules refuse need not be looked for here.
   */
  inverse?(done: Done<Payload>, then: Then): Inverse | Promise<Inverse>;
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
    readonly inverse?: (done: Done<Payload>, then: Then) => Inverse | Promise<Inverse>;
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
    ...(spec.inverse && { inverse: spec.inverse }),
  });
