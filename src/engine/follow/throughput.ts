const WINDOW_MS = 2_000;

/** Events per second of work, over about the last two seconds of it. Idle time does not count. */
export class Throughput {
  #events = 0;
  #ms = 0;

  did(events: number, ms: number): void {
    this.#events += events;
    this.#ms += ms;
    if (this.#ms < WINDOW_MS) return;
    this.#events /= 2;
    this.#ms /= 2;
  }

  get perSecond(): number {
    return this.#ms > 0 ? Math.round((this.#events * 1_000) / this.#ms) : 0;
  }
}
