import { wrap } from 'comlink';
import type { EngineApi, Opened } from '../engine/host/api.ts';
import { NoAnswerError, within } from './deadline.ts';
import type { Witness } from './witness.ts';

/** Opening may wait for another tab to let go of the book, or for a large log's last record. */
const OPEN_MS = 15_000;
const PING_MS = 1_500;

/** The page's line to its engine: spawns the worker, notices when it is gone, and spawns another. */
export class Link {
  readonly #spawn: () => Worker;
  readonly #witness: Witness;
  readonly #onOpened: (opened: Opened) => void;
  #worker!: Worker;
  #engine!: EngineApi;
  #opened!: Promise<Opened>;
  #gone!: Promise<never>;

  constructor(spawn: () => Worker, witness: Witness, onOpened: (opened: Opened) => void) {
    this.#spawn = spawn;
    this.#witness = witness;
    this.#onOpened = onOpened;
    this.#begin();
  }

  /** The outcome of opening the book in the present worker. @throws NoAnswerError */
  get opened(): Promise<Opened> {
    return this.#opened;
  }

  /** Asks the engine. @throws NoAnswerError when it is gone or does not answer within `milliseconds`. */
  async call<Answer>(ask: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    const engine = this.#engine;
    await this.#opened;
    return within(Promise.race([ask(engine), this.#gone]), milliseconds);
  }

  /** Spawns another worker unless the present one answers. */
  async revive(): Promise<void> {
    const worker = this.#worker;
    try {
      await this.call((engine) => engine.health(), PING_MS);
    } catch {
      if (worker === this.#worker) this.respawn();
    }
  }

  respawn(): void {
    this.#worker.terminate();
    this.#begin();
  }

  #begin(): void {
    const worker = this.#spawn();
    this.#worker = worker;
    // Every method answers by a promise already, so what Comlink makes of it has the very same shape.
    this.#engine = wrap(worker) as unknown as EngineApi;
    this.#gone = new Promise((_, reject) => {
      // A worker file that is missing or does not parse says so here, and nowhere else.
      worker.addEventListener('error', () => {
        reject(new NoAnswerError('the worker failed'));
      });
    });
    this.#gone.catch(() => undefined);
    const opening = this.#engine.open({ witness: this.#witness.recall() });
    this.#opened = within(Promise.race([opening, this.#gone]), OPEN_MS).then((opened) => {
      if (opened.status === 'open') this.#witness.remember(opened.installId);
      if (worker === this.#worker) this.#onOpened(opened);
      return opened;
    });
    this.#opened.catch(() => undefined);
  }
}
