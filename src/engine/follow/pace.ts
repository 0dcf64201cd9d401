/** Under a stream of appends there is one pass in this time, so that following leaves time for dispatching. */
const PASS_MS = 1_000;
/** After a rest so many go as good as at once: an action, what a process does about it, and what comes of that. */
const BURST = 4;
/** So long nothing may come after an append for it to be no stream. */
const RESTED_QUIET_MS = 4;
/** What comes so long after the append before is no stream: people are slower. */
const APART_MS = 100;
const SHORTEST_QUIET_MS = 10;
const LONGEST_QUIET_MS = 100;

/** Spaces the passes of one follower: each costs a transaction, however little it takes over. */
export class Pace {
  #credit = BURST;
  #at = 0;
  #took = 0;
  #appendedAt = -Infinity;
  /** Milliseconds between the last two appends. */
  #apart = 0;

  /** Milliseconds for which a pass waits at most for a stream of appends to end. */
  readonly patience = PASS_MS;

  /**
   * Milliseconds without an append after which a stream of them has ended, or pauses. The longer a pass takes, the
   * busier the machine is, and the further apart the appends of a stream. What people do one after another is none: it is
   * followed at once, however long they go on.
   */
  quiet(now: number): number {
    if (this.#apart >= APART_MS || this.#creditAt(now) >= 1) return RESTED_QUIET_MS;
    return Math.min(LONGEST_QUIET_MS, Math.max(SHORTEST_QUIET_MS, 2 * this.#took));
  }

  /** Something was appended. */
  appended(now: number): void {
    this.#apart = now - this.#appendedAt;
    this.#appendedAt = now;
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
