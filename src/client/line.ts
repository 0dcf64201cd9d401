import { wrap } from 'comlink';
import { v7 } from 'uuid';
import type { EngineApi, Opened } from '../engine/host/api.ts';
import { NoAnswerError, within } from './deadline.ts';

/** Opening may wait for another tab to let go of the book, or for a large log's last record. */
const OPEN_MS = 15_000;

/** So long a worker may take to close the book before it is terminated; one that hangs takes all of it. */
const CLOSE_MS = 1_000;

/** One worker, from its spawning to its end, with everybody who waits for its word. */
export class Line {
  /** The outcome of opening the book. @throws NoAnswerError */
  readonly opened: Promise<Opened>;
  /** Resolves when this worker is of no more use: it died, or its connection to the book was taken away. */
  readonly lost: Promise<void>;
  readonly #worker: Worker;
  readonly #engine: EngineApi;
  readonly #waiting = new Set<(error: NoAnswerError) => void>();
  #ended: string | undefined;
  #lose: () => void = () => undefined;

  constructor(worker: Worker, witness: string | undefined) {
    this.#worker = worker;
    // Every method answers by a promise already, so what Comlink makes of it has the very same shape.
    this.#engine = wrap(worker) as unknown as EngineApi;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    // A worker file that is missing or does not parse says so here, and nowhere else.
    worker.addEventListener('error', () => {
      this.end('the worker failed');
    });
    this.opened = this.#open(witness, `worker-${v7()}`);
    this.opened.catch(() => undefined);
  }

  /** Asks the engine. @throws NoAnswerError when it is gone or does not answer within `milliseconds`. */
  ask<Answer>(question: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    if (this.#ended !== undefined) return Promise.reject(new NoAnswerError(this.#ended));
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.add(reject);
      within(question(this.#engine), milliseconds)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  end(reason: string): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    void this.#retire();
    for (const reject of this.#waiting) reject(new NoAnswerError(this.#ended));
    this.#waiting.clear();
    this.#lose();
  }

  /**
   * Terminated in the midst of a transaction, even one that reads, a worker leaves WebKit's store locked until the
   * browser is closed: so it is asked to close in good order first.
   */
  async #retire(): Promise<void> {
    await within(this.#engine.close(), CLOSE_MS).catch(() => undefined);
    this.#worker.terminate();
  }

  async #open(witness: string | undefined, alive: string): Promise<Opened> {
    const opened = await this.ask((engine) => engine.open({ witness, alive }), OPEN_MS);
    // The worker holds this lock until it dies: whoever gets it after that has outlived it.
    void navigator.locks.request(alive, () => {
      this.end('the worker died');
    });
    // Opened anew it says what took the connection away, or works again (promises.md, M2 and M5).
    void this.#engine.untilLost().then((fault) => {
      if (fault === 'connection-lost') this.#lose();
    });
    return opened;
  }
}
