import type { AnyEventType, EventEnvelope, Recorded } from './event.ts';

/**
 * A table of a read model. Rows are found by `key`, ranged over by `indexes`: one member, several in order, or each
 * entry of a list (`*words`, ranged over as `words`).
 */
export interface TableSpec<Row> {
  readonly key: keyof Row & string;
  readonly indexes?: readonly (
    (keyof Row & string) | `*${keyof Row & string}` | readonly (keyof Row & string)[]
  )[];
}

export interface AnyTableSpec {
  readonly key: string;
  readonly indexes?: readonly (string | readonly string[])[];
}

/** A pure change of one row: gets the row as it stands, gives the row as it shall be (undefined: no row). */
export interface Change<Tables, Table extends keyof Tables & string = keyof Tables & string> {
  readonly table: Table;
  readonly key: string;
  update(row: Tables[Table] | undefined): Tables[Table] | undefined;
}

/**
 * Rows that follow from other rows (counters, sums): called once per touched row and batch with the row before
 * and after; its changes go to other tables, which derive nothing further.
 */
export type Derive<Tables, Row> = (
  before: Row | undefined,
  after: Row | undefined,
) => readonly Change<Tables>[];

/** A change of which nothing more is known than where it goes. */
export interface AnyChange {
  readonly table: string;
  readonly key: string;
  update(row: unknown): unknown;
}

/** A read model as the engine sees it, whatever its rows. */
export interface Projection {
  readonly name: string;
  /** Raise it when the meaning of a row changes: the read model is then built anew. */
  readonly version: number;
  readonly tables: Readonly<Record<string, AnyTableSpec>>;
  /** Event types that it looks at. */
  readonly handles: ReadonlySet<string>;
  changes(event: EventEnvelope): readonly AnyChange[];
  /** What follows from a row of `table` having changed from `before` to `after`. */
  derived(table: string, before: unknown, after: unknown): readonly AnyChange[];
}

type AnyDerive = (before: unknown, after: unknown) => readonly AnyChange[];
type Handler<Tables> = (event: EventEnvelope) => readonly Change<Tables>[];

export interface ProjectionBuilder<Tables extends object> extends Projection {
  /** What an event of this type changes. The handler is pure: no clock, no randomness, nothing but the event. */
  on<Of extends AnyEventType>(
    eventType: Of,
    handler: (event: Recorded<Of>) => readonly Change<Tables>[],
  ): ProjectionBuilder<Tables>;
}

/** Declares a read model; chain `.on(EventType, handler)` for each event that it looks at. */
export const defineProjection = <Tables extends object>(spec: {
  readonly name: string;
  readonly version: number;
  readonly tables: { readonly [Table in keyof Tables & string]: TableSpec<Tables[Table]> };
  readonly derive?: { readonly [Table in keyof Tables & string]?: Derive<Tables, Tables[Table]> };
}): ProjectionBuilder<Tables> => {
  const derive = new Map(Object.entries(spec.derive ?? {})) as ReadonlyMap<string, AnyDerive>;
  const build = (handlers: ReadonlyMap<string, Handler<Tables>>): ProjectionBuilder<Tables> => ({
    name: spec.name,
    version: spec.version,
    tables: spec.tables,
    handles: new Set(handlers.keys()),
    changes: (event) => handlers.get(event.type)?.(event) ?? [],
    derived: (table, before, after) => derive.get(table)?.(before, after) ?? [],
    on: (eventType, handler) =>
      build(new Map(handlers).set(eventType.type, handler as unknown as Handler<Tables>)),
  });
  return build(new Map());
};

/** Shorthands for handlers: `const { orders } = changesOf<Tables>()('orders')`; then `orders(key, update)`. */
export const changesOf =
  <Tables>() =>
  <const Names extends readonly (keyof Tables & string)[]>(
    ...names: Names
  ): {
    readonly [Table in Names[number]]: (
      key: string,
      update: (row: Tables[Table] | undefined) => Tables[Table] | undefined,
    ) => Change<Tables>;
  } =>
    Object.fromEntries(
      names.map((table) => [
        table,
        (key: string, update: Change<Tables>['update']) => ({ table, key, update }),
      ]),
    ) as never;
