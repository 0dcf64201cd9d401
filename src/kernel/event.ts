import type * as z from 'zod/mini';

/** Who, when and why: the same for every event of one commit, but for `occurredAt`. */
export interface EventMeta {
  readonly commandId: string;
  /** Ties together all that one intent caused, over processes and commands. */
  readonly correlationId: string;
  /** The id of the event that made a process send this command; the command's own id when a person sent it. */
  readonly causationId: string;
  readonly actor: string;
  /** When this device wrote it (ISO instant). It orders nothing: positions do. */
  readonly recordedAt: string;
  /** When it happened for the trade (ISO instant), may be back-dated; reports use it. */
  readonly occurredAt: string;
}

/** An event as read from the log, already brought up to its newest schema. */
export interface EventEnvelope<Type extends string = string, Data = unknown> {
  readonly id: string;
  /** `category-id`, e.g. `order-0192…`. */
  readonly stream: string;
  /** 1, 2, 3 … within its stream, without gaps. */
  readonly version: number;
  /** 1, 2, 3 … within the whole log, without gaps. */
  readonly position: number;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly data: Data;
  readonly meta: EventMeta;
}

/** An event that was decided and not yet written. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
  /** Only where it differs from the command's own. */
  readonly occurredAt?: string;
}

/** Brings the data of the version it is filed under to the next one. */
export type Upcaster = (data: unknown) => unknown;

/** What the engine must know of an event type, whatever its data. */
export interface AnyEventType {
  readonly type: string;
  readonly version: number;
  readonly schema: z.ZodMiniType;
  readonly upcasters: Readonly<Record<number, Upcaster>>;
}

export interface EventType<Type extends string, Data> extends AnyEventType {
  (data: Data, when?: { occurredAt: string }): NewEvent<Type, Data>;
  readonly type: Type;
  readonly schema: z.ZodMiniType<Data>;
}

export class BrokenUpcasterChainError extends Error {
  override readonly name = 'BrokenUpcasterChainError';
}

/**
 * Declares an event type. Its name, version and schema are for ever: books out there hold them.
 * To change the shape raise `version` and give the upcaster of each older one.
 * @throws BrokenUpcasterChainError when an older version has no upcaster.
 */
export const defineEvent = <Type extends string, Data>(
  type: Type,
  version: number,
  schema: z.ZodMiniType<Data>,
  upcasters: Readonly<Record<number, Upcaster>> = {},
): EventType<Type, Data> => {
  for (let older = 1; older < version; older += 1)
    if (!upcasters[older])
      throw new BrokenUpcasterChainError(`${type} has no upcaster from version ${String(older)}`);
  const make = (data: Data, when?: { occurredAt: string }): NewEvent<Type, Data> => ({ type, data, ...when });
  return Object.assign(make, { type, version, schema, upcasters });
};

/** Data of an older schema version, brought up step by step to the newest. */
export const upcast = (eventType: AnyEventType, version: number, data: unknown): unknown => {
  let current = data;
  for (let from = version; from < eventType.version; from += 1) {
    const step = eventType.upcasters[from];
    if (!step) throw new BrokenUpcasterChainError(`${eventType.type} has no upcaster from ${String(from)}`);
    current = step(current);
  }
  return current;
};

/** The envelope of an event type, for handlers: `Recorded<typeof OrderSubmitted>`. */
export type Recorded<Of> = Of extends EventType<infer Type, infer Data> ? EventEnvelope<Type, Data> : never;

/** The data of an event type. */
export type DataOf<Of> = Of extends EventType<string, infer Data> ? Data : never;
