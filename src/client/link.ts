import type { EngineApi, Opened } from '../engine/host/api.ts';
import { NoAnswerError, pause, within } from './deadline.ts';
import { Line } from './line.ts';
import type { FirstRoom } from './first-room.ts';
import type { Witness } from './witness.ts';

/** Pauses before another worker is spawned, by how many have failed to open in a row. */
const RESPAWN_MS = [0, 500, 2_000, 10_000];
/** How long may pass until a worker says its first word, by how many have failed to open in a row: its file may be slow. */
const FIRST_WORD_MS = [15_000, 30_000, 60_000, 120_000];
/** Whoever asks waits so long for the book to be open; the worker goes on opening it all the same. */
const OPEN_MS = 15_000;
/** A worker that is alive and says nothing for so long is hung: no chunk of any job keeps it as busy. */
const PING_MS = 15_000;
/** How many workers in a row are asked the same. */
const INSISTING = 3;

const byFailures = (times: readonly number[], failures: number): number =>
  times[Math.min(failures, times.length - 1)] ?? 0;

/** The page's line to its engine: spawns the worker, notices when it is gone, and spawns another. */
export class Link {
  readonly #spawn: () => Worker;
  readonly #witness: Witness;
  readonly #onOpened: (opened: Opened) => void;
  readonly #onSlow: () => void;
  readonly #firstRoom: FirstRoom;
  #line!: Line;
  #failures = 0;
  #closed = false;

  constructor(
    spawn: () => Worker,
    witness: Witness,
    on: { readonly opened: (opened: Opened) => void; readonly slow: () => void },
    firstRoom: FirstRoom,
  ) {
    this.#spawn = spawn;
    this.#witness = witness;
    this.#onOpened = on.opened;
    this.#onSlow = on.slow;
    this.#firstRoom = firstRoom;
    this.#begin();
  }

  /** Asks the engine. @throws NoAnswerError when it is gone or does not answer within `milliseconds`. */
  async call<Answer>(ask: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    const line = this.#line;
    // Once it is open nobody waits for that, and no command has to pay for a clock.
    if (line.opening) await within(line.opened, OPEN_MS);
    return line.ask(ask, milliseconds);
  }

  /**
   * Asks what asked twice is done once: again, of the next worker, when the one that was asked is gone.
   * @throws NoAnswerError when it does not answer within `milliseconds`, or several in a row are gone
   */
  async insist<Answer>(ask: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    for (let left = INSISTING - 1; ; left -= 1) {
      const line = this.#line;
      try {
        return await this.call(ask, milliseconds);
      } catch (error) {
        if (!(error instanceof NoAnswerError) || !line.over || this.#closed || left === 0) throw error;
      }
      await this.revive();
    }
  }

  /** How the present worker found the book. @throws NoAnswerError */
  opened(): Promise<Opened> {
    return within(this.#line.opened, OPEN_MS);
  }

  /** Spawns another worker unless the present one answers, or is still about to open the book. */
  async revive(): Promise<void> {
    const line = this.#line;
    try {
      await this.call((engine) => engine.health(), PING_MS);
    } catch {
      if (line === this.#line && !line.opening) this.respawn();
    }
  }

  respawn(): void {
    this.#line.end('the worker was ended');
    this.#begin();
  }

  /** Ends the worker for good. */
  close(): void {
    this.#closed = true;
    this.#line.end('the book was closed');
  }

  #begin(): void {
    const line = new Line(this.#spawn(), {
      witness: this.#witness.recall(),
      waits: this.#firstRoom.isAwaited(),
      patience: byFailures(FIRST_WORD_MS, this.#failures),
      onSlow: this.#onSlow,
    });
    this.#line = line;
    line.opened.then(
      (opened) => {
        this.#failures = 0;
        if (opened.status === 'open') this.#witness.remember(opened.installId);
        if (line === this.#line) this.#onOpened(opened);
      },
      () => {
        this.#failures += 1;
        // One that could not say how it found the book never will: another may.
        line.end('the book did not open');
      },
    );
    this.#firstRoom.stands
      .then(() => line.opened)
      .then(() => line.ask((engine) => engine.goOn(), PING_MS))
      // It is gone: the next one is told.
      .catch(() => undefined);
    void line.replaced.then(() => {
      if (line === this.#line && !this.#closed)
        this.#onOpened({ status: 'locked', fault: 'book-replaced', message: '' });
    });
    void line.lost.then(async () => {
      // Counted by then, if it failed to open.
      await line.opened.catch(() => undefined);
      await pause(byFailures(RESPAWN_MS, this.#failures));
      if (line === this.#line && !this.#closed) this.respawn();
    });
  }
}
