/** Under a stream of appends there is one pass in this time, so that following leaves time for dispatching. */
const PASS_MS = 1_000;
/** After a rest so many go as good as at once: an action, what a process does about it, and what comes of that. */
const BURST = 4;
/** So long nothing may come after an append for it to be no stream. */
const RESTED_QUIET_MS = 4;
const SHORTEST_QUIET_MS = 10;
const LONGEST_QUIET_MS = 100;

/** Spaces the passes of one follower: each costs a transaction, however little it takes over. */
export class Pace {
  #credit = BURST;
  #at = 0;
  #took = 0;

  /** Milliseconds for which a pass waits at most for a stream of appends to end. */
  readonly patience = PASS_MS;

  /**
   * Milliseconds without an append after which a stream of them has ended, or pauses. The longer a pass takes, the
   * busier the machine is, and the further apart the appends of a stream.
   */
  quiet(now: number): number {
    if (this.#creditAt(now) >= 1) return RESTED_QUIET_MS;
    return Math.min(LONGEST_QUIET_MS, Math.max(SHORTEST_QUIET_MS, 2 * this.#took));
  }

  /** A pass began and took so many milliseconds. */
  passed(begin: number, took: number): void {
    this.#credit = Math.max(0, this.#creditAt(begin) - 1);
    this.#at = begin;
    this.#took = took;
  }

  #creditAt(now: number): number {
    return Math.min(BURST, this.#credit + (now - this.#at) / PASS_MS);
  }
}
