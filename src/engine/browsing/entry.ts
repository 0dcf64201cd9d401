import type { AnyEventType } from '../../kernel/index.ts';
import type { LogRecord, StoredCommit, StoredEvent } from '../ports.ts';
import type { Entry } from './shapes.ts';

export type Types = ReadonlyMap<string, Pick<AnyEventType, 'version'>>;

/** Where a stored event stands. */
export interface Found {
  readonly commit: StoredCommit;
  readonly event: StoredEvent;
  /** Within its commit. */
  readonly n: number;
  readonly position: number;
}

/** The events of one commit, whose first one stands at `position`. */
export const foundIn = (commit: StoredCommit, position: number): readonly Found[] =>
  commit.events.map((event, n) => ({ commit, event, n, position: position + n }));

/** All events of a record, in order. */
export const eventsIn = (record: LogRecord): readonly Found[] => {
  let { position } = record;
  return record.commits.flatMap((commit) => {
    const found = foundIn(commit, position);
    position += commit.events.length;
    return found;
  });
};

export const isKnown = (types: Types, { type, schemaVersion }: StoredEvent): boolean =>
  (types.get(type)?.version ?? 0) >= schemaVersion;

export const entryOf = (types: Types, { commit, event, n, position }: Found): Entry => ({
  position,
  id: `${commit.commandId}/${String(n)}`,
  stream: event.stream,
  version: event.version,
  type: event.type,
  schemaVersion: event.schemaVersion,
  known: isKnown(types, event),
  actor: commit.actor,
  recordedAt: commit.recordedAt,
  occurredAt: event.occurredAt ?? commit.occurredAt,
  commandId: commit.commandId,
  command: commit.command.type,
  correlationId: commit.correlationId,
  causationId: commit.causationId,
});
