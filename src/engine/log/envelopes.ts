import { upcast, type AnyEventType, type EventEnvelope, type EventMeta } from '../../kernel/index.ts';
import type { LogRecord, StoredCommit, StoredEvent } from '../ports.ts';
import type { Sealing } from '../sealing/sealing.ts';

/**
 * Events out there may be of a type or a version that this app does not know: kept and shown as they are, never dropped.
 * One of a newer version goes by a name of its own (`Name@2`), so that nothing folds it by an older shape.
 */
const told = (
  types: ReadonlyMap<string, AnyEventType>,
  { type, schemaVersion }: StoredEvent,
  data: unknown,
) => {
  const known = types.get(type);
  if (known && schemaVersion > known.version) return { type: `${type}@${String(schemaVersion)}`, data };
  return { type, data: known ? upcast(known, schemaVersion, data) : data };
};

const metaOf = (commit: StoredCommit): EventMeta => ({
  commandId: commit.commandId,
  correlationId: commit.correlationId,
  causationId: commit.causationId,
  actor: commit.actor,
  recordedAt: commit.recordedAt,
  occurredAt: commit.occurredAt,
});

/**
 * Opens a record into its events, each with what was sealed in it and brought up to its newest schema: the one place
 * where the stored form is read.
 */
export const createHydrator = (types: ReadonlyMap<string, AnyEventType>, sealing: Sealing) => {
  let known = new WeakMap<LogRecord, readonly EventEnvelope[]>();
  let forgotten = sealing.forgotten;
  const hydrate = async (record: LogRecord): Promise<readonly EventEnvelope[]> => {
    const data = await sealing.dataOf(record);
    let { position } = record;
    let next = 0;
    return record.commits.flatMap((commit) => {
      const meta = metaOf(commit);
      return commit.events.map((event, n): EventEnvelope => ({
        id: `${commit.commandId}/${String(n)}`,
        stream: event.stream,
        version: event.version,
        position: position++,
        schemaVersion: event.schemaVersion,
        ...told(types, event, data[next++]),
        meta: event.occurredAt === undefined ? meta : { ...meta, occurredAt: event.occurredAt },
      }));
    });
  };
  return async (record: LogRecord): Promise<readonly EventEnvelope[]> => {
    if (forgotten !== sealing.forgotten) known = new WeakMap();
    forgotten = sealing.forgotten;
    const before = known.get(record);
    if (before) return before;
    const cache = known;
    const events = await hydrate(record);
    cache.set(record, events);
    return events;
  };
};

export type Hydrate = ReturnType<typeof createHydrator>;
