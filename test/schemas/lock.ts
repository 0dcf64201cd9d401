import * as z from 'zod/mini';
import type { AnyEventType } from '../../src/kernel/index.ts';
import { aggregates } from '../../src/domain/index.ts';
import { integration } from '../../src/processes/integration/index.ts';
import { samplesOf } from './samples.ts';
import { narrowings, unheardOf, type Shape } from './widens.ts';

/** Shapes of stored events by `Name@version`. */
export type Lock = Readonly<Record<string, Shape>>;

export interface Comparison {
  /** After which books out there could not be read, or would be misread by apps and programs out there: each with its reason. */
  readonly broken: readonly string[];
  /** New events, new versions and widened shapes: to be accepted into the lock. */
  readonly news: readonly string[];
}

export const tradeEvents: readonly AnyEventType[] = aggregates.flatMap(({ events }) => events);

/** What the world outside is told, locked as events are. */
export const tradeMessages: readonly AnyEventType[] = integration.messages.map((message) => ({
  ...message,
  upcasters: {},
}));

const keyOf = ({ type, version }: AnyEventType): string => `${type}@${String(version)}`;

/** Shapes of events as they are written today. */
export const shapesOf = (events: readonly AnyEventType[]): Lock =>
  Object.fromEntries(events.map((event) => [keyOf(event), z.toJSONSchema(event.schema) as Shape]));

/** What has become of the locked shapes. A locked older version needs a newer one that is told by the same name. */
export const compare = (lock: Lock, events: readonly AnyEventType[]): Comparison => {
  const now = shapesOf(events);
  const newest = new Map(events.map(({ type, version }) => [type, version]));
  const broken = Object.entries(lock).flatMap(([key, old]) => {
    const shape = now[key];
    if (shape)
      return [...narrowings(old, shape), ...unheardOf(old, shape)].map((reason) => `${key}: ${reason}`);
    const [type = '', version] = key.split('@');
    return (newest.get(type) ?? 0) > Number(version) ? [] : [`${key}: no such event any more`];
  });
  const news = Object.keys(now).filter((key) => JSON.stringify(lock[key]) !== JSON.stringify(now[key]));
  return { broken, news };
};

/** The lock with all that is new in it; what older versions looked like stays. */
export const accepted = (lock: Lock, events: readonly AnyEventType[]): Lock =>
  Object.fromEntries(Object.entries({ ...lock, ...shapesOf(events) }).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Data of stored events by `Name@version`, as some book out there may hold it. */
export type Corpus = Readonly<Record<string, readonly unknown[]>>;

/** The corpus with samples of all shapes that a lock holds. What is in it stays: books out there hold it. */
export const collected = (corpus: Corpus, lock: Lock): Corpus =>
  Object.fromEntries(
    Object.entries(lock).map(([key, shape]) => {
      const kept = corpus[key] ?? [];
      const known = new Set(kept.map((one) => JSON.stringify(one)));
      return [key, [...kept, ...samplesOf(shape).filter((one) => !known.has(JSON.stringify(one)))]];
    }),
  );
