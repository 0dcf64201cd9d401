const FIRST = 500;
const LARGEST = 4_000;
/** Below this a batch costs its transaction and not its events: less would only be slower still. */
const SMALLEST = 250;
const QUICK_MS = 150;
const SLOW_MS = 400;

/**
 * How many events to take at once: as many as are done quickly, because readers wait for a transaction's end.
 * After a failure few, then one: what comes before an event that can't be folded is folded all the same.
 */
export class BatchSize {
  #now = FIRST;

  get now(): number {
    return this.#now;
  }

  took(events: number, ms: number): void {
    // Small after a failure, and it went through: a busy machine must not keep it small.
    if (this.#now < SMALLEST) this.#now = events < this.#now ? this.#now : this.#now * 2;
    else if (ms > SLOW_MS) this.#now = Math.max(SMALLEST, Math.floor(this.#now / 2));
    else if (ms < QUICK_MS && events >= this.#now) this.#now = Math.min(LARGEST, this.#now * 2);
  }

  failed(): void {
    this.#now = Math.max(1, Math.floor(this.#now / 8));
  }
}
