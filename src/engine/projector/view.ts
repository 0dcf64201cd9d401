import type { EventEnvelope, Projection } from '../../kernel/index.ts';
import { readCheckpoint, type Mark } from '../follow/checkpoint.ts';
import type { Following } from '../follow/following.ts';
import { tellAll } from '../reading/tell-all.ts';
import type { Taker } from '../telemetry/port.ts';
import { Folder } from './folder.ts';
import { openView, swap, type OpenedView, type ViewPorts } from './open-view.ts';
import { skippedOf } from './skips.ts';
import { verifyRows } from './verify.ts';

export class SupersededError extends Error {
  override readonly name = 'SupersededError';
}

/** How far a check of rows is, in events to fold again. */
export interface Checking {
  readonly done: number;
  readonly total: number;
}

interface Opened extends OpenedView {
  readonly folder: Folder;
}

export interface ViewHooks {
  /** It follows a generation that serves: for the first time, or another one. */
  readonly onServing: (view: View) => void;
  readonly onProgress: () => void;
}

/** One read model as something that follows the log. */
export class View implements Following {
  readonly projection: Projection;
  readonly handles: ReadonlySet<string>;
  readonly taker: Taker;
  readonly #ports: ViewPorts;
  readonly #hooks: ViewHooks;
  readonly #tries = new Map<string, number>();
  #opened: Opened | undefined;
  #checking: Checking | undefined;
  #outOfOrder = false;

  constructor(projection: Projection, ports: ViewPorts, hooks: ViewHooks) {
    this.projection = projection;
    this.handles = projection.handles;
    this.taker = { kind: 'project', name: projection.name };
    this.#ports = ports;
    this.#hooks = hooks;
  }

  /** Number of the generation that is being folded into; 0 before the first is open. */
  get generation(): number {
    return this.#opened?.number ?? 0;
  }

  /** An older generation answers while this one is built. */
  get rebuilding(): boolean {
    return this.#opened?.serves === false;
  }

  get checking(): Checking | undefined {
    return this.#checking;
  }

  /** How many streams are parked. */
  get parked(): number {
    return this.#opened?.folder.parked ?? 0;
  }

  /** Some of it was taken in later than its place in the log. */
  get outOfOrder(): boolean {
    return this.#outOfOrder;
  }

  async open(): Promise<number> {
    const { projection } = this;
    const { registry, clock } = this.#ports;
    const opened = await openView(this.#ports, projection);
    const skips = await skippedOf(registry, projection.name);
    const folder = new Folder({ db: opened.db, projection, clock, skips, tries: this.#tries });
    this.#opened = { ...opened, folder };
    await folder.look();
    this.#outOfOrder = (await readCheckpoint(opened.db)).outOfOrder === true;
    if (opened.serves) this.#hooks.onServing(this);
    await tellAll(opened.db);
    return opened.position;
  }

  take(from: number, events: readonly EventEnvelope[], to: Mark): Promise<number> {
    return this.#open.folder.take(from, events, to);
  }

  async caughtUp(): Promise<void> {
    const opened = this.#open;
    if (opened.serves) return;
    const { clock, feed } = this.#ports;
    const verified = await verifyRows({
      ...{ db: opened.db, projection: this.projection, feed },
      onProgress: (done, total) => {
        this.#checking = { done, total };
        this.#hooks.onProgress();
      },
    }).finally(() => (this.#checking = undefined));
    if (!(await swap(this.#ports, this.projection.name, opened.number, { at: clock.now(), ...verified })))
      throw new SupersededError(
        `generation ${opened.number} of ${this.projection.name} was given up meanwhile`,
      );
    this.#opened = { ...opened, serves: true };
    this.#hooks.onServing(this);
  }

  close(): void {
    this.#opened?.db.close();
  }

  get #open(): Opened {
    if (!this.#opened) throw new SupersededError(`${this.projection.name} is not open`);
    return this.#opened;
  }
}
