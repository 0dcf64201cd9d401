import { canonicalJson } from '../../src/kernel/index.ts';
import type { LooseCommit } from '../../src/engine/log/records.ts';

/** A commit of `streams.length` events. */
export const commit = (commandId: string, ...streams: string[]): LooseCommit => {
  const body = {
    commandId,
    command: { type: 'Toy', payload: { streams } },
    actor: 'owner',
    recordedAt: '2026-01-01T00:00:00.000Z',
    occurredAt: '2026-01-01T00:00:00.000Z',
    correlationId: commandId,
    causationId: commandId,
    events: streams.map((stream, n) => ({
      stream,
      version: n + 1,
      type: 'Toyed',
      schemaVersion: 1,
      data: { n },
    })),
  };
  return { commit: body, canonical: canonicalJson(body) };
};
