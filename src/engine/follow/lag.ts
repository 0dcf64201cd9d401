const SAMPLE_MS = 20;
const SAMPLES = 500;

/** For how long the oldest event that was not taken over yet has been known of. */
export class Lag {
  #heads: { head: number; at: number }[] = [];

  announced(head: number, now: number): void {
    const last = this.#heads.at(-1);
    if (last && (now - last.at < SAMPLE_MS || this.#heads.length >= SAMPLES)) last.head = head;
    else this.#heads.push({ head, at: now });
  }

  reached(position: number): void {
    this.#heads = this.#heads.filter(({ head }) => head > position);
  }

  /** Milliseconds; 0 when nothing is waiting. */
  at(now: number): number {
    const [oldest] = this.#heads;
    return oldest ? now - oldest.at : 0;
  }
}
