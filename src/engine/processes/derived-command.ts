import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Effect, EventEnvelope } from '../../kernel/index.ts';
import type { DerivedCommand } from '../feed.ts';

const LONGEST_ID = 200;

/**
 * FOR EVER: the id of what a process does about an event; only thereby is nothing done twice. Event ids contain the
 * command's id, so that a chain of reactions would grow without end: what is too long is replaced by its hash.
 */
const derivedId = (process: string, instance: string, eventId: string, n: number): string => {
  const id = `process/${process}/${instance}/${eventId}/${n}`;
  return id.length <= LONGEST_ID ? id : `process/${process}/${bytesToHex(sha256(utf8ToBytes(id)))}`;
};

/** What a process wants done, as a command with its cause. It happens when its cause happened, for the trade. */
export const derivedCommand = (
  process: string,
  instance: string,
  event: EventEnvelope,
  effect: Effect,
  n: number,
): DerivedCommand => ({
  commandId: derivedId(process, instance, event.id, n),
  type: effect.type,
  payload: effect.payload,
  actor: { id: `process:${process}`, role: 'system' },
  occurredAt: event.meta.occurredAt,
  correlationId: event.meta.correlationId,
  causationId: event.id,
});
