import type { Dexie } from 'dexie';
import type { EventEnvelope, Process } from '../../kernel/index.ts';
import type { Dispatch, LogFeed } from '../feed.ts';
import type { Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/following.ts';
import { sendOutbox } from './outbox.ts';
import type { Clock } from '../ports.ts';
import type { Measuring, Taker } from '../telemetry/port.ts';
import { fireTimers } from './fire.ts';
import { openProcess, standOf, tablesOf, takeSteps } from './process-store.ts';
import type { Intervention } from '../registry/index.ts';
import { intervene } from './intervene.ts';
import { countStuck } from './stuck.ts';
import { nextDue, timersTable } from './timers.ts';
import { nextOverdue } from './waits.ts';

/** A timer that is far off is looked at again after this time: no clock of a browser runs while the device sleeps. */
const LOOK_AGAIN_MS = 15_000;

export interface ProcessPorts {
  readonly book: string;
  readonly feed: LogFeed;
  readonly dispatch: Dispatch;
  readonly clock: Clock;
  readonly measuring?: Measuring;
}

/** One process manager as something that follows the log: fold and note what to do, then do it, then go on. */
export class RunningProcess implements Following {
  readonly process: Process;
  readonly handles: ReadonlySet<string>;
  readonly taker: Taker;
  readonly #ports: ProcessPorts;
  #db: Dexie | undefined;
  #outbox = 0;
  #refused = 0;
  #stuck = 0;
  #waiting = 0;
  /** ISO instant of the earliest timer; undefined while there is none. */
  #due: string | undefined;
  /** ISO instant at which something will have waited too long. */
  #overdue: string | undefined;

  constructor(process: Process, ports: ProcessPorts) {
    this.process = process;
    this.handles = process.handles;
    this.taker = { kind: 'react', name: process.name };
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

  /** What does not go on by itself, and nobody has decided on. */
  get stuck(): number {
    return this.#stuck;
  }

  /** Timers that are set and have not fired. */
  get waiting(): number {
    return this.#waiting;
  }

  /** When the next timer is due, an ISO instant. */
  get due(): string | undefined {
    return this.#due;
  }

  async open(): Promise<number> {
    const { book, feed } = this.#ports;
    const db = (this.#db = await openProcess(book, this.process));
    const position = await standOf(db, feed);
    await this.#lookAtTimers(db);
    await this.#send(db, true);
    return position;
  }

  async take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    const db = this.#db;
    if (!db) throw new Error(`${this.process.name} is not open`);
    const position = await takeSteps(db, this.process, { from, events, to });
    if (events.length > 0) {
      await this.#lookAtTimers(db);
      await this.#send(db);
    }
    return position;
  }

  /** Only now: an event that was not folded yet may cancel a timer. */
  async caughtUp(): Promise<void> {
    const db = this.#db;
    while (db && this.#due !== undefined && this.#due <= this.#ports.clock.now()) {
      await fireTimers(db, this.process, this.#ports.clock.now());
      await this.#lookAtTimers(db);
      await this.#send(db);
    }
    if (db) await this.#lookForStuck(db);
  }

  restFor(): number | undefined {
    const [next] = [this.#due, this.#overdue].filter((at) => at !== undefined).sort();
    if (next === undefined) return undefined;
    const away = Date.parse(next) - Date.parse(this.#ports.clock.now());
    return Math.min(Math.max(away, 0), LOOK_AGAIN_MS);
  }

  /** While it rests. @throws CantRepairError */
  async intervene(deed: Intervention, by: string): Promise<void> {
    const db = await openProcess(this.#ports.book, this.process);
    try {
      await intervene(db, this.process, deed, { by, at: this.#ports.clock.now() });
    } finally {
      db.close();
    }
  }

  close(): void {
    this.#db?.close();
  }

  /** `again`: what waits may have been sent before, in an earlier life or by a try that failed. */
  async #send(db: Dexie, again = false): Promise<void> {
    await this.#count(db);
    try {
      if (this.#outbox > 0) await sendOutbox(db, this.#ports.dispatch, again);
    } catch (error) {
      await this.#lookForStuck(db);
      throw error;
    } finally {
      await this.#count(db);
    }
  }

  async #lookAtTimers(db: Dexie): Promise<void> {
    if (!this.process.timers) return;
    [this.#due, this.#waiting] = await Promise.all([
      nextDue(db),
      timersTable(db).where('state').equals('waiting').count(),
    ]);
  }

  /** Only once all is folded: what it waits for may stand in the log already. */
  async #lookForStuck(db: Dexie): Promise<void> {
    const now = this.#ports.clock.now();
    [this.#stuck, this.#overdue] = await Promise.all([
      countStuck(db, this.process, now),
      nextOverdue(db, this.process, now),
    ]);
  }

  async #count(db: Dexie): Promise<void> {
    const { outbox, refused } = tablesOf(db);
    [this.#outbox, this.#refused] = await Promise.all([outbox.count(), refused.count()]);
  }
}
