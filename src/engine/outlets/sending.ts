import type { Dexie } from 'dexie';
import type { Integration } from '../../kernel/index.ts';
import type { LogFeed } from '../feed.ts';
import { Bell } from '../follow/pause.ts';
import type { Clock } from '../ports.ts';
import type { Outgoing } from '../processes/process-store.ts';
import type { Deliver } from './deliver.ts';
import { messageOf } from './message.ts';
import { moveOn, nextMessage, prune } from './queue.ts';
import type { Attempt, Cursor, DeadLetter } from './shapes.ts';
import type { OutletRow, OutletStore } from './store.ts';

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 5 * 60_000;
/** A message that is refused so often is put aside. One that reaches nobody waits, however long that takes. */
const REFUSALS = 5;

const backoff = (attempts: number): number =>
  Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts - 1, 20), LONGEST_RETRY_MS);

/** The cursor's place once this was taken. */
const placeOf = ({ position, n, command }: Outgoing): Pick<Cursor, 'position' | 'n' | 'eventId'> => ({
  ...{ position, n },
  eventId: command.causationId ?? '',
});

export interface SendingPorts {
  readonly store: OutletStore;
  /** Where the messages are noted. */
  readonly messages: Dexie;
  readonly integration: Integration;
  readonly feed: Pick<LogFeed, 'read'>;
  readonly clock: Clock;
  readonly deliver: Deliver;
}

/**
 * Sends the messages of one outlet, one after another in the order of their events: the next goes when the one before was
 * taken or put aside. A message counts as taken once that is written, so that a crash in between sends it once more.
 */
export class Sending {
  readonly #id: string;
  readonly #ports: SendingPorts;
  readonly #bell = new Bell();
  #stopped = false;
  #done: Promise<void> = Promise.resolve();

  constructor(id: string, ports: SendingPorts) {
    this.#id = id;
    this.#ports = ports;
  }

  start(): void {
    this.#done = this.#run();
  }

  /** There may be something to send, or another way to send it. */
  wake(): void {
    this.#bell.ring();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#bell.ring();
    await this.#done;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const rest = await this.#step().catch(() => FIRST_RETRY_MS);
      if (rest !== 0) await this.#bell.heard(rest);
    }
  }

  /** Milliseconds until the next step; undefined: until something comes. */
  async #step(): Promise<number | undefined> {
    const { store, messages } = this.#ports;
    const outlet = await store.outlets.get(this.#id);
    const cursor = await store.cursors.get(this.#id);
    if (!outlet?.on || !cursor) return undefined;
    const letter = await store.letters.where('[outlet+state]').equals([this.#id, 'again']).first();
    if (letter) return this.#again(outlet, letter);
    const away = this.#away(cursor);
    if (away > 0) return away;
    const { next, last } = await nextMessage(messages, cursor, outlet.types);
    if (next) return this.#send(outlet, cursor, next);
    if (last) await moveOn(store, cursor, { ...cursor, ...placeOf(last) });
    await prune(messages, store);
    return undefined;
  }

  /** A clock that was set back keeps nobody waiting longer than the longest pause. */
  #away({ retryAt }: Cursor): number {
    if (retryAt === undefined) return 0;
    const away = Date.parse(retryAt) - Date.parse(this.#ports.clock.now());
    return away > LONGEST_RETRY_MS ? 0 : Math.max(0, away);
  }

  async #attempt(outlet: OutletRow, outgoing: Outgoing): Promise<Attempt> {
    const { feed, integration, deliver } = this.#ports;
    return deliver(outlet, await messageOf(outgoing, outlet, integration, feed));
  }

  async #send(outlet: OutletRow, cursor: Cursor, outgoing: Outgoing): Promise<number> {
    const { store, clock } = this.#ports;
    const attempt = await this.#attempt(outlet, outgoing);
    const now = clock.now();
    const { id, delivered, deliveredAt } = cursor;
    const passed = { id, ...placeOf(outgoing), attempts: 0 };
    if (attempt.taken) {
      await moveOn(store, cursor, { ...passed, delivered: delivered + 1, deliveredAt: now });
      return 0;
    }
    const { trouble, status } = attempt;
    const attempts = cursor.attempts + 1;
    const facts = { attempts, trouble, ...(status !== undefined && { status }) };
    if (trouble === 'refused' && attempts >= REFUSALS) {
      const aside = { ...outgoing, outlet: id, ...facts, at: now, state: 'aside' as const };
      await moveOn(
        store,
        cursor,
        { ...passed, delivered, ...(deliveredAt !== undefined && { deliveredAt }) },
        aside,
      );
      return 0;
    }
    const pause = backoff(attempts);
    const { status: _, ...kept } = cursor;
    await moveOn(store, cursor, {
      ...kept,
      ...facts,
      failingSince: cursor.failingSince ?? now,
      retryAt: new Date(Date.parse(now) + pause).toISOString(),
    });
    return pause;
  }

  /** Somebody wants a message that was put aside to be sent once more. */
  async #again(outlet: OutletRow, letter: DeadLetter): Promise<number> {
    const { store, clock } = this.#ports;
    const attempt = await this.#attempt(outlet, letter);
    if (attempt.taken) await store.letters.delete([letter.outlet, letter.position, letter.n]);
    else {
      const { trouble, status } = attempt;
      const facts = { attempts: letter.attempts + 1, trouble, status, at: clock.now() };
      await store.letters.put({ ...letter, ...facts, state: 'aside' });
    }
    return 0;
  }
}
