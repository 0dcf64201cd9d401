/** Under a stream of appends there is one pass in this time, so that following leaves time for dispatching. */
const PASS_MS = 250;
/** After a rest so many go at once: an action, what a process does about it, and what comes of that. */
const BURST = 4;

/** Spaces the passes of one follower: each costs a transaction, however little it takes over. */
export class Pace {
  #credit = BURST;
  #at = 0;

  /** Milliseconds for which the next pass may wait for more to come; none after a rest. */
  patience(now: number): number {
    return Math.max(0, (1 - this.#creditAt(now)) * PASS_MS);
  }

  passed(now: number): void {
    this.#credit = Math.max(0, this.#creditAt(now) - 1);
    this.#at = now;
  }

  #creditAt(now: number): number {
    return Math.min(BURST, this.#credit + (now - this.#at) / PASS_MS);
  }
}
