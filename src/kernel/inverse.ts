import type { AnyEventType, DataOf, EventEnvelope } from './event.ts';
import type { CommandMessage } from './message.ts';
import type { Read } from './read.ts';
import { reject, type Rejection } from './rejection.ts';
import { ok, type Result } from './result.ts';

/** A command that was carried out, as its inverse looks at it. */
export interface Done<Payload = unknown> {
  readonly payload: Payload;
  /** Its own events, in order. */
  readonly events: readonly EventEnvelope[];
  /** What came after them in the same streams, but for what processes did because of them. */
  readonly since: readonly EventEnvelope[];
  /** Why it is taken back: for commands that keep a reason. */
  readonly reason: string;
  /** A UUID for something that taking it back begins; the same one each time, another for each `n`. */
  readonly id: (n: number) => string;
}

/** Streams as they stood just before the command, and as they stand now: the only things that an inverse may await. */
export interface Then {
  readonly before: Read;
  readonly now: Read;
}

/** The commands that take it back, in order; none when it changed nothing; or why that can't be any more. */
export type Inverse = Result<readonly CommandMessage[], Rejection>;

/** Why a deed can't be taken back: something else has happened since that rests on it. */
export const changedSince = ({ type, meta }: EventEnvelope) =>
  reject('changed-since', 'Something else was done with it since, so this can’t be taken back any more.', {
    ...{ type, at: meta.recordedAt, actor: meta.actor },
  });

/** Takes a deed back by these commands, unless one of these events came after it. */
export const unlessSince = (
  { since }: Pick<Done, 'since'>,
  rests: readonly { readonly type: string }[] | ((event: EventEnvelope) => boolean),
  inverse: () => readonly CommandMessage[],
): Inverse => {
  const isOne =
    typeof rests === 'function'
      ? rests
      : (event: EventEnvelope) => rests.some(({ type }) => type === event.type);
  const later = since.find(isOne);
  return later ? changedSince(later) : ok(inverse());
};

/** What the command's own event of a type says; undefined when it wrote none. */
export const said = <Of extends AnyEventType>(
  { events }: Pick<Done, 'events'>,
  of: Of,
): DataOf<Of> | undefined => events.find(({ type }) => type === of.type)?.data as DataOf<Of> | undefined;
