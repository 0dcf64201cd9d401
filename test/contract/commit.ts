import { loosen, type LooseCommit } from '../../src/engine/log/records.ts';

const of = (commandId: string, streams: readonly string[], version: number): LooseCommit =>
  loosen({
    commandId,
    command: { type: 'Toy', payload: { streams } },
    actor: 'owner',
    recordedAt: '2026-01-01T00:00:00.000Z',
    occurredAt: '2026-01-01T00:00:00.000Z',
    correlationId: commandId,
    causationId: commandId,
    events: streams.map((stream, n) => ({ stream, version, type: 'Toyed', schemaVersion: 1, data: { n } })),
  });

/** A commit of `streams.length` events, on streams that have begun somewhere else. */
export const commit = (commandId: string, ...streams: string[]): LooseCommit => of(commandId, streams, 2);

/** A commit of the first events of these streams. */
export const beginning = (commandId: string, ...streams: string[]): LooseCommit => of(commandId, streams, 1);
