import type { EventEnvelope, EventMeta, NewEvent } from '../../src/kernel/index.ts';
import type { LogFeed } from '../../src/engine/feed.ts';

const INSTANT = '2026-11-20T10:42:00.000Z';

/** A log in an array: what follows it can't tell the difference. */
export class ArrayFeed implements LogFeed {
  events: EventEnvelope[] = [];
  /** Makes every reading fail, as a store does that has lost its connection. */
  failure: Error | undefined;
  /** Nothing after this position is given out yet. */
  gate = Number.POSITIVE_INFINITY;
  reads = 0;
  readonly #listeners = new Set<(head: number) => void>();
  readonly #book: string;

  /** `book` goes into the events' ids: two logs never share one. */
  constructor(book = 'log') {
    this.#book = book;
  }

  bulk(): boolean {
    return false;
  }

  busy(): boolean {
    return false;
  }

  head(): number {
    return this.events.length;
  }

  read(after: number, limit: number): Promise<readonly EventEnvelope[]> {
    this.reads += 1;
    if (this.failure) return Promise.reject(this.failure);
    return Promise.resolve(this.events.slice(after, Math.min(after + limit, this.gate)));
  }

  stream(name: string, after: number): Promise<readonly EventEnvelope[]> {
    return Promise.resolve(this.events.filter(({ stream, position }) => stream === name && position > after));
  }

  subscribe(listener: (head: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Appends each to the stream of the jar that it names. Gives the new head. */
  append(events: readonly NewEvent<string, { jar: string }>[], meta: Partial<EventMeta> = {}): number {
    for (const { type, data } of events) {
      const position = this.events.length + 1;
      const commandId = meta.commandId ?? `${this.#book}-command-${position}`;
      this.events.push({
        id: `${commandId}/${position}`,
        stream: `jar-${data.jar}`,
        version: position,
        position,
        type,
        schemaVersion: 1,
        data,
        meta: {
          commandId,
          correlationId: commandId,
          causationId: commandId,
          actor: 'owner',
          recordedAt: INSTANT,
          occurredAt: INSTANT,
          ...meta,
        },
      });
    }
    for (const listener of this.#listeners) listener(this.head());
    return this.head();
  }
}
