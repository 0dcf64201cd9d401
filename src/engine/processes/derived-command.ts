import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Effect, EventEnvelope, FiredTimer } from '../../kernel/index.ts';
import type { DerivedCommand } from '../feed.ts';
import type { OpenWait, SetBy } from './shapes.ts';

const LONGEST_ID = 200;

/**
 * FOR EVER: the id of what a process does about an event; only thereby is nothing done twice. Event ids contain the
 * command's id, so that a chain of reactions would grow without end: what is too long is replaced by its hash.
 */
const derivedId = (
  kind: 'process' | 'timer' | 'again',
  process: string,
  ...cause: readonly string[]
): string => {
  const id = [kind, process, ...cause].join('/');
  return id.length <= LONGEST_ID ? id : `${kind}/${process}/${bytesToHex(sha256(utf8ToBytes(id)))}`;
};

const actorOf = (process: string) => ({ id: `process:${process}`, role: 'system' });

/** What a process wants done, as a command with its cause. It happens when its cause happened, for the trade. */
export const derivedCommand = (
  process: string,
  instance: string,
  event: EventEnvelope,
  effect: Effect,
  n: number,
): DerivedCommand => ({
  commandId: derivedId('process', process, instance, event.id, String(n)),
  type: effect.type,
  payload: effect.payload,
  actor: actorOf(process),
  occurredAt: event.meta.occurredAt,
  correlationId: event.meta.correlationId,
  causationId: event.id,
});

const earlier = (one: string, other: string): string => (one < other ? one : other);

export const setByOf = ({ id, meta }: EventEnvelope): SetBy => ({
  eventId: id,
  correlationId: meta.correlationId,
});

/**
 * What a timer wants done. For the trade it happens when it was due, however late the timer fired; only one that
 * somebody fired before it was due happens then.
 */
export const timedCommand = (
  process: string,
  instance: string,
  timer: FiredTimer,
  { eventId, correlationId }: SetBy,
  effect: Effect,
  n: number,
): DerivedCommand => ({
  commandId: derivedId('timer', process, instance, timer.key, timer.due, String(n)),
  type: effect.type,
  payload: effect.payload,
  actor: actorOf(process),
  occurredAt: earlier(timer.due, timer.firedAt),
  correlationId,
  causationId: eventId,
});

/** What is asked for once more, the n-th time (`asked`), since no answer came. */
export const askedAgain = (
  process: string,
  { instance, what, turn, setBy, asked }: OpenWait,
  effect: Effect,
  n: number,
): DerivedCommand => ({
  commandId: derivedId('again', process, instance, what, String(turn), String(asked), String(n)),
  type: effect.type,
  payload: effect.payload,
  actor: actorOf(process),
  correlationId: setBy.correlationId,
  causationId: setBy.eventId,
});
