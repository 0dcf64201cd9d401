import type { EngineApi, Opened } from '../engine/host/api.ts';
import { pause } from './deadline.ts';
import { Line } from './line.ts';
import type { Witness } from './witness.ts';

/** Pauses before another worker is spawned, by how many have failed to open in a row. */
const RESPAWN_MS = [0, 500, 2_000, 10_000];
/** A worker that is alive and says nothing for so long is hung: no chunk of any job keeps it as busy. */
const PING_MS = 15_000;

/** The page's line to its engine: spawns the worker, notices when it is gone, and spawns another. */
export class Link {
  readonly #spawn: () => Worker;
  readonly #witness: Witness;
  readonly #onOpened: (opened: Opened) => void;
  #line!: Line;
  #failures = 0;
  #closed = false;

  constructor(spawn: () => Worker, witness: Witness, onOpened: (opened: Opened) => void) {
    this.#spawn = spawn;
    this.#witness = witness;
    this.#onOpened = onOpened;
    this.#begin();
  }

  /** Asks the engine. @throws NoAnswerError when it is gone or does not answer within `milliseconds`. */
  async call<Answer>(ask: (engine: EngineApi) => Promise<Answer>, milliseconds: number): Promise<Answer> {
    const line = this.#line;
    await line.opened;
    return line.ask(ask, milliseconds);
  }

  /** Spawns another worker unless the present one answers. */
  async revive(): Promise<void> {
    const line = this.#line;
    try {
      await this.call((engine) => engine.health(), PING_MS);
    } catch {
      if (line === this.#line) this.respawn();
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
    const line = new Line(this.#spawn(), this.#witness.recall());
    this.#line = line;
    line.opened.then(
      (opened) => {
        this.#failures = 0;
        if (opened.status === 'open') this.#witness.remember(opened.installId);
        if (line === this.#line) this.#onOpened(opened);
      },
      () => (this.#failures += 1),
    );
    void line.lost.then(async () => {
      await pause(RESPAWN_MS[Math.min(this.#failures, RESPAWN_MS.length - 1)] ?? 0);
      if (line === this.#line && !this.#closed) this.respawn();
    });
  }
}
