import { upcast, type AnyEventType, type EventEnvelope, type EventMeta } from '../../kernel/index.ts';
import type { LogRecord, StoredCommit } from '../ports.ts';

/** Events out there may be of a type that this version does not know: kept and shown as they are, never dropped. */
const dataOf = (types: ReadonlyMap<string, AnyEventType>, type: string, version: number, data: unknown) => {
  const known = types.get(type);
  return known && version < known.version ? upcast(known, version, data) : data;
};

const metaOf = (commit: StoredCommit): EventMeta => ({
  commandId: commit.commandId,
  correlationId: commit.correlationId,
  causationId: commit.causationId,
  actor: commit.actor,
  recordedAt: commit.recordedAt,
  occurredAt: commit.occurredAt,
});

/** Opens a record into its events, each brought up to its newest schema: the one place where old shapes are read. */
export const createHydrator = (types: ReadonlyMap<string, AnyEventType>) => {
  const known = new WeakMap<LogRecord, readonly EventEnvelope[]>();
  const hydrate = (record: LogRecord): readonly EventEnvelope[] => {
    let position = record.position;
    return record.commits.flatMap((commit) => {
      const meta = metaOf(commit);
      return commit.events.map((event, n): EventEnvelope => ({
        id: `${commit.commandId}/${String(n)}`,
        stream: event.stream,
        version: event.version,
        position: position++,
        type: event.type,
        schemaVersion: event.schemaVersion,
        data: dataOf(types, event.type, event.schemaVersion, event.data),
        meta: event.occurredAt === undefined ? meta : { ...meta, occurredAt: event.occurredAt },
      }));
    });
  };
  return (record: LogRecord): readonly EventEnvelope[] => {
    const before = known.get(record);
    if (before) return before;
    const events = hydrate(record);
    known.set(record, events);
    return events;
  };
};

export type Hydrate = ReturnType<typeof createHydrator>;
