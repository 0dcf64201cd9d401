import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import type { Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/follower.ts';
import { openView, swap, type OpenedView, type ViewPorts } from './open-view.ts';
import { takeOver } from './rows.ts';

export class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

/** One read model as something that follows the log. */
export class View implements Following {
  readonly projection: Projection;
  readonly handles: ReadonlySet<string>;
  readonly #ports: ViewPorts;
  #opened: OpenedView | undefined;

  constructor(projection: Projection, ports: ViewPorts) {
    this.projection = projection;
    this.handles = projection.handles;
    this.#ports = ports;
  }

  /** Number of the generation that is being folded into; 0 before the first is open. */
  get generation(): number {
    return this.#opened?.number ?? 0;
  }

  /** An older generation answers while this one is built. */
  get rebuilding(): boolean {
    return this.#opened?.serves === false;
  }

  async open(): Promise<number> {
    this.#opened = await openView(this.#ports, this.projection);
    return this.#opened.position;
  }

  take(from: number, events: readonly EventEnvelope[], to: Mark, seen: number): Promise<number> {
    return takeOver(this.#open, this.projection, { from, events, to, seen });
  }

  async caughtUp(): Promise<void> {
    const opened = this.#opened;
    if (!opened || opened.serves) return;
    if (!(await swap(this.#ports, this.projection.name, opened.number)))
      throw new SupersededError(
        `generation ${opened.number} of ${this.projection.name} was given up meanwhile`,
      );
    this.#opened = { ...opened, serves: true };
  }

  close(): void {
    this.#opened?.db.close();
  }

  get #open() {
    if (!this.#opened) throw new SupersededError(`${this.projection.name} is not open`);
    return this.#opened.db;
  }
}
