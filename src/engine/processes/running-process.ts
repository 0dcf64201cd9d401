import type { Dexie } from 'dexie';
import type { EventEnvelope, Process } from '../../kernel/index.ts';
import type { Dispatch, LogFeed } from '../feed.ts';
import type { Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/follower.ts';
import { sendOutbox } from './outbox.ts';
import { openProcess, standOf, tablesOf, takeSteps } from './process-store.ts';

export interface ProcessPorts {
  readonly book: string;
  readonly feed: LogFeed;
  readonly dispatch: Dispatch;
}

/** One process manager as something that follows the log: fold and note what to do, then do it, then go on. */
export class RunningProcess implements Following {
  readonly process: Process;
  readonly handles: ReadonlySet<string>;
  readonly #ports: ProcessPorts;
  #db: Dexie | undefined;
  #outbox = 0;
  #refused = 0;

  constructor(process: Process, ports: ProcessPorts) {
    this.process = process;
    this.handles = process.handles;
    this.#ports = ports;
  }

  /** Commands still to be sent, or sent and not answered. */
  get outbox(): number {
    return this.#outbox;
  }

  /** Commands that the domain refused, ever. */
  get refused(): number {
    return this.#refused;
  }

  async open(): Promise<number> {
    const { book, feed } = this.#ports;
    const db = (this.#db = await openProcess(book, this.process.name));
    const position = await standOf(db, feed);
    await this.#send(db);
    return position;
  }

  async take(from: number, events: readonly EventEnvelope[], to: Mark, seen: number): Promise<number> {
    const db = this.#db;
    if (!db) throw new Error(`${this.process.name} is not open`);
    const position = await takeSteps(db, this.process, { from, events, to, seen });
    if (events.length > 0) await this.#send(db);
    return position;
  }

  caughtUp(): Promise<void> {
    return Promise.resolve();
  }

  close(): void {
    this.#db?.close();
  }

  async #send(db: Dexie): Promise<void> {
    await this.#count(db);
    try {
      if (this.#outbox > 0) await sendOutbox(db, this.#ports.dispatch);
    } finally {
      await this.#count(db);
    }
  }

  async #count(db: Dexie): Promise<void> {
    const { outbox, refused } = tablesOf(db);
    [this.#outbox, this.#refused] = await Promise.all([outbox.count(), refused.count()]);
  }
}
