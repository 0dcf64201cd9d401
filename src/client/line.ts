import { wrap } from 'comlink';
import { v7 } from 'uuid';
import type { EngineApi, Opened } from '../engine/host/api.ts';
import { NoAnswerError, pause, within } from './deadline.ts';

/** So often a worker that has not opened the book yet is asked whether it is there. */
const LOOK_MS = 15_000;

/** So long a worker may take to close the book before it is terminated; one that hangs takes all of it. */
const CLOSE_MS = 1_000;

interface Opening {
  readonly witness: string | undefined;
  readonly waits: boolean;
  /** Milliseconds until its first word: its file may be on its way for long. */
  readonly patience: number;
  /** It is there, and the book is not open yet. */
  readonly onSlow: () => void;
}

/** One worker, from its spawning to its end, with everybody who waits for its word. */
export class Line {
  /**
   * The outcome of opening the book, which may take long: it waits for another tab to let go of it, for an upgrade, for a
   * slow disk. @throws NoAnswerError once the worker is gone
   */
  readonly opened: Promise<Opened>;
  /** Resolves when this worker is of no more use: it died, or its connection to the book was taken away. */
  readonly lost: Promise<void>;
  /** Resolves when a backup was put in the book's place: this page's book is not the present one any more. */
  readonly replaced: Promise<void>;
  readonly #worker: Worker;
  readonly #engine: EngineApi;
  readonly #onSlow: () => void;
  readonly #waiting = new Set<(error: NoAnswerError) => void>();
  #opening = true;
  #ended: string | undefined;
  #lose: () => void = () => undefined;
  #tellReplaced: () => void = () => undefined;

  constructor(worker: Worker, { witness, waits, patience, onSlow }: Opening) {
    this.#worker = worker;
    this.#onSlow = onSlow;
    // Every method answers by a promise already, so what Comlink makes of it has the very same shape.
    this.#engine = wrap(worker) as unknown as EngineApi;
    this.lost = new Promise((resolve) => (this.#lose = resolve));
    this.replaced = new Promise((resolve) => (this.#tellReplaced = resolve));
    // A worker file that is missing or does not parse says so here, and nowhere else.
    worker.addEventListener('error', () => {
      this.end('the worker failed');
    });
    this.opened = this.#open({ witness, alive: `worker-${v7()}`, waits });
    this.opened
      .catch(() => undefined)
      .finally(() => {
        this.#opening = false;
      });
    void this.#watch(patience);
  }

  /** The book is not open yet, and the worker is not gone: it is ended by itself if it hangs. */
  get opening(): boolean {
    return this.#opening;
  }

  /** It is gone, or on its way out: whatever is still asked of it gets no answer. */
  get over(): boolean {
    return this.#ended !== undefined;
  }

  /** Asks the engine. @throws NoAnswerError when it is gone or does not answer within `milliseconds`. */
  ask<Answer>(question: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    return this.#untilEnded((engine) => within(question(engine), milliseconds));
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

  #untilEnded<Answer>(question: (engine: EngineApi) => Promise<Answer>): Promise<Answer> {
    if (this.#ended !== undefined) return Promise.reject(new NoAnswerError(this.#ended));
    return new Promise<Answer>((resolve, reject) => {
      this.#waiting.add(reject);
      question(this.#engine)
        .then(resolve, reject)
        .finally(() => this.#waiting.delete(reject));
    });
  }

  /**
   * One that opens a large book, or waits for its turn, is left to it however long that takes: ended, the next one would
   * begin the same from the start.
   */
  async #watch(patience: number): Promise<void> {
    const opens = () => this.#opening;
    for (let wait = patience; opens(); wait = LOOK_MS)
      try {
        await this.ask((engine) => engine.isThere(), wait);
        await pause(LOOK_MS);
        if (opens()) this.#onSlow();
      } catch {
        if (opens()) this.end('the worker says nothing');
      }
  }

  async #open(how: Parameters<EngineApi['open']>[0]): Promise<Opened> {
    const opened = await this.#untilEnded((engine) => engine.open(how));
    // The worker holds this lock until it dies: whoever gets it after that has outlived it.
    void navigator.locks.request(how.alive, () => {
      this.end('the worker died');
    });
    // Opened anew it says what took the connection away, or works again (promises.md, M2 and M5).
    void this.#engine.untilLost().then((fault) => {
      if (fault === 'connection-lost') this.#lose();
      if (fault === 'book-replaced') this.#tellReplaced();
    });
    return opened;
  }
}
