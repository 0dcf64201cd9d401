import { createSubscriber } from 'svelte/reactivity';
import type { Committed } from '../kernel/index.ts';
import type { Observable } from '../engine/reading/index.ts';

/**
 * Own commits that the read models do not show yet: which stream ids, and up to which position. A screen marks what
 * is on its way by it.
 */
export class Pending {
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- screens hear of it by #heard, a turn later
  readonly #waiting = new Map<string, number>();
  #tellScreens: () => void = () => undefined;
  readonly #heard = createSubscriber((update) => {
    this.#tellScreens = update;
  });
  #telling = false;
  readonly #progress: Observable<ReadonlyMap<string, number>>;
  readonly #views: readonly string[];
  #leave: (() => void) | undefined;

  /** `progress`: how far each read model is. A commit is shown when all of `views` have come to it. */
  constructor(progress: Observable<ReadonlyMap<string, number>>, views: readonly string[]) {
    this.#progress = progress;
    this.#views = views;
  }

  /** Whether a commit to a stream of this id (an order's, a customer's …) is still on its way to the screen. */
  of(id: string): boolean {
    this.#heard();
    return this.#waiting.has(id);
  }

  /** The newest of them; 0 while all is shown. */
  get newest(): number {
    return Math.max(0, ...this.#waiting.values());
  }

  add({ position, streams }: Committed): void {
    for (const stream of Object.keys(streams))
      this.#waiting.set(stream.slice(stream.indexOf('-') + 1), position);
    this.#tell();
    if (this.#waiting.size > 0)
      this.#leave ??= this.#progress.subscribe((reached) => {
        this.#settle(reached);
      });
  }

  #settle(reached: ReadonlyMap<string, number>): void {
    const shown = Math.min(...this.#views.map((view) => reached.get(view) ?? 0));
    for (const [id, position] of this.#waiting) if (position <= shown) this.#waiting.delete(id);
    this.#tell();
    if (this.#waiting.size > 0) return;
    this.#leave?.();
    this.#leave = undefined;
  }

  /** In a turn of its own: screens mark a thousand commits at once, and no receipt waits for that. */
  #tell(): void {
    if (this.#telling) return;
    this.#telling = true;
    setTimeout(() => {
      this.#telling = false;
      this.#tellScreens();
    });
  }
}
