import { expect } from 'vitest';
import type {
  Decided,
  EventEnvelope,
  EventType,
  NewEvent,
  ProjectionBuilder,
  QueryType,
} from '../../src/kernel/index.ts';
import { memoryView, type MemoryView } from './memory-tables.ts';

const FIRST_MINUTE = Date.UTC(2026, 10, 20, 10, 0);

/** When the n-th event of a history was recorded: one a minute from ten o'clock on, so that specs can name instants. */
const recordedAt = (position: number): string =>
  new Date(FIRST_MINUTE + (position - 1) * 60_000).toISOString();

/** An event from plain values, checked and branded by its own schema. */
export const fact = <Type extends string, Data>(
  eventType: EventType<Type, Data>,
  data: unknown,
  when?: { occurredAt: string },
): NewEvent<Type, Data> => eventType(eventType.schema.parse(data), when);

/** What was decided, as the log would hold it: positions from 1, versions by stream, one minute apart. */
export const recorded = (...decided: readonly Decided[]): readonly EventEnvelope[] => {
  const versions = new Map<string, number>();
  return decided
    .flatMap(({ aggregate, id, events }) => events.map((event) => ({ stream: aggregate.stream(id), event })))
    .map(({ stream, event }, n) => {
      const version = (versions.get(stream) ?? 0) + 1;
      versions.set(stream, version);
      return envelope(stream, version, n + 1, event);
    });
};

const envelope = (stream: string, version: number, position: number, event: NewEvent): EventEnvelope => ({
  id: `event-${String(position)}`,
  stream,
  version,
  position,
  type: event.type,
  schemaVersion: 1,
  data: event.data,
  meta: {
    commandId: `command-${String(position)}`,
    correlationId: `command-${String(position)}`,
    causationId: `command-${String(position)}`,
    actor: 'owner',
    recordedAt: recordedAt(position),
    occurredAt: event.occurredAt ?? recordedAt(position),
  },
});

/** The same read model four ways: at once, event by event, each event twice, and in two halves. They must agree. */
const foldedAlike = <Tables extends object>(
  projection: ProjectionBuilder<Tables>,
  events: readonly EventEnvelope[],
): MemoryView<Tables> => {
  const fold = (...batches: readonly (readonly EventEnvelope[])[]): MemoryView<Tables> => {
    const view = memoryView(projection);
    batches.forEach((batch) => {
      view.apply(batch);
    });
    return view;
  };
  const rebuilt = fold(events);
  const half = Math.floor(events.length / 2);
  expect(fold(...events.map((event) => [event])).contents()).toStrictEqual(rebuilt.contents());
  expect(fold(...events.flatMap((event) => [[event], [event]])).contents()).toStrictEqual(rebuilt.contents());
  expect(fold(events.slice(0, half), events.slice(half)).contents()).toStrictEqual(rebuilt.contents());
  return rebuilt;
};

interface Then<Tables extends object> {
  readonly tables: MemoryView<Tables>['tables'];
  /** The row has these members, whatever else it has. */
  thenRow<Table extends keyof Tables & string>(
    table: Table,
    key: string,
    row: Partial<Tables[Table]>,
  ): Then<Tables>;
  thenNoRow(table: keyof Tables & string, key: string): Then<Tables>;
  row<Table extends keyof Tables & string>(table: Table, key: string): Tables[Table] | undefined;
}

/** `project(orderList).given(on(orders, id, …)).thenRow('orders', id, { … })`; or `.after(events)`, as a log gives them. */
export const project = <Tables extends object>(projection: ProjectionBuilder<Tables>) => ({
  given: (...decided: readonly Decided[]): Then<Tables> => seenAfter(projection, recorded(...decided)),
  after: (events: readonly EventEnvelope[]): Then<Tables> => seenAfter(projection, events),
});

const seenAfter = <Tables extends object>(
  projection: ProjectionBuilder<Tables>,
  events: readonly EventEnvelope[],
): Then<Tables> => {
  const view = foldedAlike(projection, events);
  const rowOf = (table: string, key: string): unknown => {
    const { key: member = '' } = projection.tables[table] ?? {};
    return view.contents()[table]?.find((row) => row[member] === key);
  };
  const then: Then<Tables> = {
    tables: view.tables,
    thenRow: (table, key, row) => {
      expect(rowOf(table, key)).toMatchObject(row);
      return then;
    },
    thenNoRow: (table, key) => {
      expect(rowOf(table, key)).toBeUndefined();
      return then;
    },
    row: (table, key) => rowOf(table, key) as never,
  };
  return then;
};

/** A query's answer over read models in memory; its parser fills in the params that are left out. */
export const ask = <Answer>(
  query: QueryType<string, unknown, Answer>,
  tables: object,
  params: unknown,
): Promise<Answer> => query.run(tables as never, query.params.parse(params));
