import type * as z from 'zod/mini';
import type { Effect, Process } from './process.ts';
import type { EventEnvelope } from './event.ts';

/** What the world outside is told: its name, version and shape are for ever, whatever becomes of the events inside. */
export interface MessageType<Type extends string = string, Data = unknown> {
  (data: Data): Effect;
  readonly type: Type;
  readonly version: number;
  readonly schema: z.ZodMiniType<Data>;
}

/** Declares a message to the world outside. To change its shape add optional members, or declare another version. */
export const defineMessage = <Type extends string, Data>(
  type: Type,
  version: number,
  schema: z.ZodMiniType<Data>,
): MessageType<Type, Data> => {
  const tell = (data: Data): Effect => ({ type, payload: schema.parse(data) });
  return Object.assign(tell, { type, version, schema });
};

/**
 * Tells the world outside what happens: a process whose effects are no commands but messages. They are noted in the
 * transaction that moves its checkpoint, and the outlets take them from there, each at its own pace.
 */
export interface Integration {
  readonly process: Process;
  readonly messages: readonly Pick<MessageType, 'type' | 'version' | 'schema'>[];
  /** What the message of this event says of a person: read when it is sent, and kept nowhere. */
  person(event: EventEnvelope): Readonly<Record<string, unknown>> | undefined;
  /** Needed to say where messages go. */
  readonly permission: string;
}
