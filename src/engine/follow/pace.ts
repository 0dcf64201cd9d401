/** Under a stream of appends there is one pass in this time, so that following leaves time for dispatching. */
const PASS_MS = 30;
/** After a rest so many go at once: an action, what a process does about it, and what comes of that. */
const BURST = 4;

/** Spaces the passes of one follower. */
export class Pace {
  #credit = BURST;
  #at = 0;

  /** Milliseconds to wait before the next pass. */
  next(now: number): number {
    this.#credit = Math.min(BURST, this.#credit + (now - this.#at) / PASS_MS) - 1;
    this.#at = now;
    return Math.max(0, -this.#credit * PASS_MS);
  }
}
