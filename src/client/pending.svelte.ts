import { SvelteMap } from 'svelte/reactivity';
import type { Committed } from '../kernel/index.ts';
import type { Observable } from '../engine/reading/index.ts';

/**
 * Own commits that the read models do not show yet: which stream ids, and up to which position. A screen marks what
 * is on its way by it.
 */
export class Pending {
  readonly #waiting = new SvelteMap<string, number>();
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
    return this.#waiting.has(id);
  }

  get count(): number {
    return this.#waiting.size;
  }

  get any(): boolean {
    return this.#waiting.size > 0;
  }

  add({ position, streams }: Committed): void {
    for (const stream of Object.keys(streams))
      this.#waiting.set(stream.slice(stream.indexOf('-') + 1), position);
    if (this.any)
      this.#leave ??= this.#progress.subscribe((reached) => {
        this.#settle(reached);
      });
  }

  #settle(reached: ReadonlyMap<string, number>): void {
    const shown = Math.min(...this.#views.map((view) => reached.get(view) ?? 0));
    for (const [id, position] of this.#waiting) if (position <= shown) this.#waiting.delete(id);
    if (this.any) return;
    this.#leave?.();
    this.#leave = undefined;
  }
}
