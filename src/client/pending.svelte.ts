import { SvelteMap } from 'svelte/reactivity';
import type { Committed } from '../kernel/index.ts';
import type { ReadSide } from '../engine/reading/index.ts';

/**
 * Own commits that the read models do not show yet: which stream ids, and up to which position. A screen marks what
 * is on its way by it.
 */
export class Pending {
  readonly #waiting = new SvelteMap<string, number>();
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- bookkeeping that no screen reads
  readonly #reached = new Map<string, number>();
  readonly #read: ReadSide;
  readonly #views: readonly string[];
  #leave: (() => void)[] = [];

  constructor(read: ReadSide, views: readonly string[]) {
    this.#read = read;
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
    if (this.any && this.#leave.length === 0) this.#follow();
  }

  #follow(): void {
    this.#reached.clear();
    this.#leave = this.#views.map((view) =>
      this.#read.checkpoint(view).subscribe((position) => {
        this.#reached.set(view, position);
        this.#settle();
      }),
    );
  }

  #settle(): void {
    const shown = Math.min(...this.#views.map((view) => this.#reached.get(view) ?? 0));
    for (const [id, position] of this.#waiting) if (position <= shown) this.#waiting.delete(id);
    if (this.any) return;
    for (const leave of this.#leave) leave();
    this.#leave = [];
  }
}
