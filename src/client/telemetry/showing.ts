import type { Observable } from '../../engine/reading/index.ts';

/** A list that takes longer is being rebuilt, or stands still: then what was shown is no measure of a command. */
const PATIENCE_MS = 30_000;

interface Waiting {
  readonly position: number;
  readonly timer: ReturnType<typeof setTimeout>;
  readonly done: (isShown: boolean) => void;
}

/** Tells when every read model has come to a position. */
export class Showing {
  readonly #progress: Observable<ReadonlyMap<string, number>>;
  readonly #views: readonly string[];
  readonly #waiting = new Set<Waiting>();
  #leave: (() => void) | undefined;

  constructor(progress: Observable<ReadonlyMap<string, number>>, views: readonly string[]) {
    this.#progress = progress;
    this.#views = views;
  }

  wait(position: number, done: (isShown: boolean) => void): void {
    const waiting: Waiting = {
      ...{ position, done },
      timer: setTimeout(() => {
        this.#settle(waiting, false);
      }, PATIENCE_MS),
    };
    this.#waiting.add(waiting);
    this.#leave ??= this.#progress.subscribe((reached) => {
      const shown = Math.min(...this.#views.map((view) => reached.get(view) ?? 0));
      for (const each of this.#waiting) if (each.position <= shown) this.#settle(each, true);
    });
  }

  end(): void {
    for (const each of this.#waiting) this.#settle(each, false);
  }

  #settle(waiting: Waiting, isShown: boolean): void {
    clearTimeout(waiting.timer);
    this.#waiting.delete(waiting);
    waiting.done(isShown);
    if (this.#waiting.size > 0) return;
    this.#leave?.();
    this.#leave = undefined;
  }
}
